import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editionXml } from '../../fixtures/cals/edition-xml.ts';
import { JAARVERSLAG_2022 } from '../../fixtures/editions/jaarverslag-2022.ts';
import { extractionSchema } from '../../src/snapshot/schema.ts';
import { runCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/folders.ts';

const XML = editionXml(JAARVERSLAG_2022);

test('extract knows an XML edition by its content and prints it without pages', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'stuk.pdf');
  writeFileSync(file, XML);
  const { code, stdout } = await runCommand(['extract', file], { cwd: folder });
  expect(code).toBe(0);
  const extraction = extractionSchema.parse(JSON.parse(stdout));
  expect(extraction.edition.id).toBe('XV/2022-jaarverslag');
  expect(extraction.annex?.pages).toBeNull();
  expect(new Set(extraction.studies.map(({ place }) => place.page))).toEqual(new Set([null]));
  for (const format of ['csv', 'markdown']) {
    const shown = await runCommand(['extract', file, '--format', format], { cwd: folder });
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('Evaluatie arbocatalogi');
    expect(shown.stdout).not.toContain('null');
  }
});

test.each([
  ['cut short', XML.slice(0, XML.length / 2), /no well-formed XML/u],
  ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', /no official paper/u],
  [
    'a shell with metadata only',
    '<officiele-publicatie><metadata><meta name="x"/></metadata></officiele-publicatie>',
    /no official paper|no more than/u,
  ],
])('extract refuses XML that is %s with one sentence', async (_, xml, says) => {
  const folder = temporaryFolder();
  const file = join(folder, 'stuk.xml');
  writeFileSync(file, xml);
  const result = await runCommand(['extract', file], { cwd: folder });
  expect(result).toMatchObject({ code: 1, stdout: '' });
  expect(result.stderr.trim().split('\n')).toHaveLength(1);
  expect(result.stderr).toMatch(says);
});
