import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { explanationOf } from '../src/app/explain.ts';
import { readPrint } from '../src/app/extract.ts';
import { createReader } from '../src/pdf/reader.ts';
import { drawnOf } from '../src/report/picture/drawn.ts';
import { pagePicture } from '../src/report/picture/page-picture.ts';
import type { Part } from './bench.ts';

const FOLDER = new URL('../docs/pictures/', import.meta.url);
/** Pictures stand in the repository, so they must stay small. */
const MOST_BYTES = 150_000;

const PICTURES = [
  {
    name: 'jaarverslag',
    file: 'XV-2022-jaarverslag.pdf',
    page: 12,
    caption:
      'One table a theme, the theme as a heading above it. Study 3 has a note mark and blank conclusions; theme 2 has no study, and its footnote says why.',
  },
  {
    name: 'begroting',
    file: 'XV-2024-begroting.pdf',
    page: 11,
    caption:
      'Titles under the header “Thema”, and the description of each study as a row of its own over the whole width.',
  },
  {
    name: 'thema-kolom',
    file: 'XV-2021-jaarverslag.pdf',
    page: 11,
    caption:
      'One table for all themes, which stand in cells that span rows. The annex begins halfway down the page; what stands above it is hatched.',
  },
] as const;

/** Draws pages of the example editions as `extract --explain` does. */
export const pictures: Part = {
  title: 'pictures of three layouts in docs/pictures',
  async run() {
    await mkdir(FOLDER, { recursive: true });
    const sections: string[] = [];
    for (const { name, file, page, caption } of PICTURES) {
      const svg = await draw(file, page);
      const bytes = Buffer.byteLength(svg);
      if (bytes > MOST_BYTES) throw new Error(`${name}.svg has ${bytes} bytes`);
      await writeFile(new URL(`${name}.svg`, FOLDER), svg);
      sections.push(
        `![Page ${page} of ${file} as it was read](pictures/${name}.svg)\n\n${caption}`,
      );
    }
    return sections.join('\n\n');
  },
};

async function draw(file: string, number: number): Promise<string> {
  const bytes = await readFile(new URL(`../fixtures/${file}`, import.meta.url));
  const { extraction, pages, layout } = explanationOf(await readPrint(createReader(), bytes, file));
  const page = pages.find((it) => it.number === number);
  if (!page || !extraction) throw new Error(`${file} has no annex on page ${number}`);
  return pagePicture(page, layout, drawnOf(extraction.studies, extraction.notices, ''));
}
