import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explanationFiles } from '../../../src/report/picture/files.ts';
import { CHROMIUM, inBrowser } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { paper, STYLE } from '../../support/pages.ts';
import { explained } from '../../support/picture.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';

it.skipIf(CHROMIUM === null)(
  'in a browser, from a disk, a link to a study lights it up in picture and list, and no script of the print runs',
  async () => {
    const sheet = paper({ ...STYLE, height: 300 });
    sheet.heading(HEADING);
    sheet.table(
      [
        { header: 'Titel', width: 130 },
        { header: 'Type onderzoek', width: 66 },
        { header: 'Afronding', width: 48 },
      ],
      [
        ['Jaarrapport Integratie', 'Monitoring', '2022'],
        ['<script>document.title="gekaapt"</script>', 'Ex-post evaluatie', '2023'],
      ],
    );
    const folder = temporaryFolder();
    const files = explanationFiles(explained(sheet.pages(), HEADING));
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const html = await inBrowser(join(folder, 'index.html'), '#row-2');
    const lit = [...html.matchAll(/<(\w+)[^>]*class="[^"]*\blit\b[^"]*" data-study="(\d+)"/gu)];
    expect(lit.map(([, name, study]) => `${name} ${study}`)).toEqual(['g 2', 'g 2', 'article 2']);
    expect(html).toContain('<title>XV/2022-jaarverslag: the annex as it was read</title>');
  },
  30_000,
);
