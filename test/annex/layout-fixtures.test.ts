import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { KEPT, KEPT_SEED } from '../../fixtures/layouts/committed.ts';
import { compare } from '../../fixtures/layouts/compare.ts';
import { KNOWN_FAILURES } from '../../fixtures/layouts/known-failures.ts';
import type { Truth } from '../../fixtures/layouts/truth-shape.ts';
import { makeXmlSpecimen } from '../../fixtures/layouts/xml/specimen.ts';
import { extractAnnex } from '../../src/annex/extract.ts';
import type { XmlEdition } from '../../src/annex/xml/extract.ts';
import { holdTogether } from '../../src/annex/xml/hold-together.ts';
import type { Extraction } from '../../src/study/extraction.ts';
import type { Study } from '../../src/study/study.ts';
import { readInProcess } from '../support/in-process.ts';
import { readXml } from '../support/xml.ts';

const folder = new URL('../../fixtures/layouts/kept/', import.meta.url);

async function read(name: string): Promise<Extraction> {
  return readInProcess(await readFile(new URL(`${name}.pdf`, folder)), name, extractAnnex);
}

async function differences(name: string, extraction: Extraction): Promise<readonly string[]> {
  const truth = JSON.parse(await readFile(new URL(`${name}.truth.json`, folder), 'utf8')) as Truth;
  return compare(truth, extraction).differences;
}

function differing(pdf: Extraction, { extraction, spans }: XmlEdition): readonly string[] {
  const { notices } = holdTogether(pdf, extraction, spans);
  return notices.filter(({ kind }) => kind === 'readings-differ').map(({ message }) => message);
}

/** For each study the reading with each of its printed texts otherwise, and those texts. */
function* changedStudies(
  extraction: Extraction,
): Generator<readonly [changed: Extraction, texts: readonly string[]]> {
  for (const [at, study] of extraction.studies.entries()) {
    const printed = Object.entries(study.printed).map(([key, text]) => {
      const other = text?.replace(/[\p{L}\d](?=\P{L}*$)/u, (sign) => (sign === 'q' ? 'y' : 'q'));
      return [key, other ?? null] as const;
    });
    const { title, ...rest } = Object.fromEntries(printed) as Study['printed'];
    const changed = { ...study, title: title ?? '', printed: { title, ...rest } };
    const texts = printed.flatMap(([, text]) => (text === null || text === '' ? [] : [text]));
    yield [{ ...extraction, studies: extraction.studies.with(at, changed) }, texts];
  }
}

describe('the kept layouts', () => {
  it.each(KEPT.filter(({ name }) => !KNOWN_FAILURES.has(name)))(
    '$name gives its truth: cells, links, footnotes, notes and places, and its XML says the same',
    async ({ name, layout }) => {
      const extraction = await read(name);
      expect(await differences(name, extraction)).toEqual([]);
      const xml = readXml(makeXmlSpecimen(layout, KEPT_SEED).xml);
      expect(differing(extraction, xml)).toEqual([]);
      for (const [changed, texts] of changedStudies(extraction)) {
        const told = differing(changed, xml);
        expect(told).toHaveLength(texts.length);
        expect(texts.filter((text, at) => told[at]?.includes(text) !== true)).toEqual([]);
      }
    },
  );

  it.each([...KNOWN_FAILURES])('%s is still known to fail', async (name) => {
    expect(await differences(name, await read(name))).not.toEqual([]);
  });
});
