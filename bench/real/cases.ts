import { readFileSync } from 'node:fs';
import type { Field } from '../../src/annex/vocabulary.ts';
import { icdarCases } from './icdar.ts';
import type { TruthRow } from './score.ts';
import { amount, csvRows } from './text.ts';

/** A real file, the tables in it whose truth is known, and how its headers are called. */
export interface Case {
  readonly name: string;
  readonly file: string;
  /** First and last page, 1-based; null for all. */
  readonly pages: readonly [number, number] | null;
  /** Headers and the field by whose grammar their columns are read, in the order of the truth's cells. */
  readonly labels: readonly (readonly [label: string, field: Field])[];
  readonly truth: readonly TruthRow[];
  /** “pairs” has no header: each row is a label, one of those given, and its value. */
  readonly kind?: 'table' | 'pairs';
  /** True when the truth has its blanks as the paper should be read. */
  readonly blanks?: boolean;
  /** How cells are compared; as texts when left out. */
  readonly normal?: (cell: string, column: number) => string;
}

const YEARS = ['2021', '2022', '2023', '2024', '2025', '2026'];

/** @param folder URL of the folder with the real documents */
export function casesIn(folder: URL): readonly Case[] {
  return [synthesis(folder), measures(folder), ...icdarCases(folder)];
}

function synthesis(folder: URL): Case {
  const rows = csvRows(readFileSync(new URL('data/bouwstenen.csv', folder), 'utf8'));
  const [head = []] = rows;
  const [number, name] = [head.indexOf('maatregel_nummer'), head.indexOf('maatregel_naam')];
  return {
    name: 'syntheserapport, pp. 100–103',
    file: 'pdf/minfin/syntheserapport-bouwstenen-p100-103.pdf',
    pages: null,
    labels: [
      ['Nr', 'articles'],
      ['Thema', 'type'],
      ['Maatregel', 'title'],
      ['Budgettair (structureel x € 1 miljard)', 'source'],
    ],
    // The data name a measure again under each problem that it answers.
    truth: [
      ...new Map(
        rows
          .slice(1)
          .map(
            (row) => [row[number], [row[number] ?? null, null, row[name] ?? null, null]] as const,
          ),
      ).values(),
    ],
  };
}

interface Measure {
  readonly Maatregeltitel: string;
  readonly 'nummer maatregel': string;
  readonly bedrag_per_jaar: Readonly<Record<string, number | string>>;
  readonly bedrag_struc?: { readonly bedrag: number | string; readonly jaar: string };
}

function measures(folder: URL): Case {
  const text = readFileSync(new URL('data/ombuigingslijst-maart2021-io.json', folder), 'utf8');
  // The data have the parts of a measure as measures with both titles, the paper prints them as rows below it.
  const whole = (JSON.parse(text) as readonly Measure[]).filter((measure) =>
    /^\d+$/.test(measure['nummer maatregel'].trim()),
  );
  const truth = whole.map((measure) => [
    null,
    percent(measure.Maatregeltitel.trim()),
    ...YEARS.map((year) => rounded(measure.bedrag_per_jaar[year] ?? '')),
    rounded(measure.bedrag_struc?.bedrag ?? ''),
  ]);
  return {
    name: 'ombuigings- en intensiveringslijst, maart 2021',
    file: 'pdf/minfin/ombuigings-en-intensiveringslijst-maart2021.pdf',
    pages: null,
    labels: [
      ['Nr.', 'articles'],
      ['Maatregel', 'title'],
      ...YEARS.map((year) => [year, 'source'] as const),
      ['Struc.', 'source'],
      ['Struc. in', 'source'],
    ],
    truth,
    normal: (cell, column) => (column > 1 ? rounded(amount(cell)) : percent(cell)),
  };
}

/** The data have decimals where the paper prints whole millions, and 0 where it prints nothing. */
function rounded(value: number | string): string {
  const number = Number(value);
  if (value === '' || Number.isNaN(number)) return String(value);
  return String(Math.sign(number) * Math.round(Math.abs(number)) || '');
}

/** “procent” in one is often “%” in the other. */
function percent(text: string): string {
  return text.replaceAll(/\s*(?:procent|%)/gu, '%');
}
