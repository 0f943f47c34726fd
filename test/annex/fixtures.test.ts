import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { extractAnnex } from '../../src/annex/extract.ts';
import { createReader } from '../../src/pdf/reader.ts';
import type { Extraction } from '../../src/study/extraction.ts';

const folder = new URL('../../fixtures/', import.meta.url);
const { editions } = JSON.parse(readFileSync(new URL('editions.json', folder), 'utf8')) as {
  readonly editions: readonly { readonly file: string }[];
};
const reader = createReader();

const extracted = new Map<string, Promise<Extraction>>();

async function extract(file: string): Promise<Extraction> {
  const known = extracted.get(file);
  if (known) return known;
  const bytes = await readFile(new URL(file, folder));
  const extraction = reader.read(bytes, file, extractAnnex);
  extracted.set(file, extraction);
  return extraction;
}

type Truth = Pick<Extraction, 'edition' | 'annex' | 'studies'>;

async function truthOf(file: string): Promise<Truth> {
  const text = await readFile(new URL(file.replace('.pdf', '.truth.json'), folder), 'utf8');
  return JSON.parse(text) as Truth;
}

describe('the example editions', () => {
  it.each(editions.map(({ file }) => file))('%s gives its truth, cell by cell', async (file) => {
    const [read, truth] = [await extract(file), await truthOf(file)];
    expect(read.edition).toEqual(truth.edition);
    expect(read.annex).toEqual(truth.annex);
    expect(read.studies.map(({ confidence: _confidence, ...study }) => study)).toEqual(
      truth.studies,
    );
    for (const { title, confidence } of read.studies)
      expect({ title, row: confidence?.row }).toEqual({ title, row: 'high' });
    expect(read.notices).toEqual([]);
    if (!read.account) throw new Error('an annex has an account');
    const { total, ...parts } = read.account;
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(parts).toMatchObject({ notice: 0 });
    expect(parts.cell).toBeGreaterThan(200);
  });

  it('the page of jaarverslag 2022 that is reproduced line for line gives exactly its studies', async () => {
    const { studies } = await extract('XV-2022-jaarverslag.pdf');
    const theme = studies.filter(({ place }) => place.table?.startsWith('Thema 15') === true);
    expect(
      theme.map(({ title, type, status, articles }) => [title, type, status, articles]),
    ).toEqual([
      ['Jaarrapport Integratie', 'Monitoring', 'afgerond', ['13']],
      ['Longitudinaal onderzoek Cohort statushouders', 'Monitoring', 'afgerond', ['13']],
      ['Brede studie Achterstand en evenredigheid monitoring', 'Ex-durante', 'lopend', ['13']],
      [
        'Evaluatie Projecten vergroten sociaal netwerk gesloten gemeenschappen',
        'Ex-post evaluatie',
        'afgerond',
        ['13'],
      ],
    ]);
    expect(theme.map(({ printed }) => printed.completion)).toEqual([
      '2022',
      '2022',
      '2023',
      '2022',
    ]);
    expect(
      theme[0]?.conclusions?.startsWith('Er is bij de groepen met een migratieachtergrond'),
    ).toBe(true);
  });
});
