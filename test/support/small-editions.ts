import { JAARVERSLAG_2021 } from '../../fixtures/editions/jaarverslag-2021.ts';
import { JAARVERSLAG_2022 } from '../../fixtures/editions/jaarverslag-2022.ts';
import { draw } from '../../fixtures/typesetter/draw.ts';
import type { EditionContent, Part } from '../../fixtures/typesetter/edition-content.ts';
import { typeset } from '../../fixtures/typesetter/typeset.ts';

export type Year = 2021 | 2022;

/** A table of an annex: headers, and rows with a cell for each. */
export interface SmallTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const HEADERS = ['Titel', 'Type onderzoek', 'Afronding', 'Status', 'Begrotingsartikel'];

/** Studies without anything odd; each with its own title. */
export function plainRows(count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, index) => [
    `Evaluatie regeling ${index + 1} voor werkgevers`,
    'Ex-post evaluatie',
    String(2021 + (index % 3)),
    'Afgerond',
    String(1 + index),
  ]);
}

/** The same rows with another text in one column of some of them. */
export function withCells(
  rows: readonly (readonly string[])[],
  column: number,
  ...texts: readonly string[]
): readonly (readonly string[])[] {
  return rows.map((row, index) => {
    const text = texts[index];
    return text === undefined ? row : row.with(column, text);
  });
}

/** A whole jaarverslag of XV as a PDF, with nothing in it but a cover and an annex of these tables. */
export async function smallEdition(year: Year, tables: readonly SmallTable[]): Promise<Uint8Array> {
  const content: EditionContent = {
    ...(year === 2021 ? JAARVERSLAG_2021 : JAARVERSLAG_2022),
    parts: [
      {
        kind: 'heading',
        text: 'Bijlage 3: Afgerond evaluatie- en overig onderzoek',
        level: 1,
        newPage: true,
      },
      ...tables.map(toPart),
    ],
  };
  return draw(content, typeset(content).sheets);
}

function toPart({ headers, rows }: SmallTable, index: number): Part {
  const width = 500 / headers.length;
  return {
    kind: 'table',
    table: {
      caption: [`Tabel ${58 + index}`, `Thema ${index + 1}: Werk`],
      style: { size: 7, pitch: 7.9, gap: 3, order: 'lines' },
      columns: headers.map((header, at) => ({
        header: [header],
        x: 55.3 + at * width,
        width: width - 8,
      })),
      rows,
    },
  };
}
