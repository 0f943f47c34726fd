import { readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import type { Case } from './cases.ts';
import type { TruthRow } from './score.ts';

interface XmlCell {
  readonly '@_start-row': string;
  readonly '@_start-col': string;
  readonly content?: string | number;
}

interface XmlTable {
  readonly region: readonly { readonly '@_page': string; readonly cell: readonly XmlCell[] }[];
}

const LISTS = new Set(['table', 'region', 'cell']);
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => LISTS.has(name),
});

/**
 * The tables of the ICDAR 2013 competition in the folder. The first row of each is given to the reader
 * as its header, so that what is measured is rows and cells, and not where tables are.
 */
export function icdarCases(folder: URL): readonly Case[] {
  const set = new URL('pdf/icdar2013/', folder);
  return readdirSync(set)
    .filter((name) => name.endsWith('-str.xml'))
    .sort()
    .flatMap((name) => {
      const parsed = parser.parse(readFileSync(new URL(name, set), 'utf8')) as {
        readonly document: { readonly table: readonly XmlTable[] };
      };
      return parsed.document.table.flatMap((table) =>
        tableCase(name.replace('-str.xml', ''), table),
      );
    });
}

function tableCase(name: string, { region }: XmlTable): readonly Case[] {
  const pages = region.map((part) => Number(part['@_page']));
  const rows = rowsOf(region.flatMap(({ cell }) => cell));
  const [head = [], ...truth] = rows;
  const named = head.map((label) => label ?? '').filter((label) => label !== '');
  if (named.length < 2 || new Set(named).size < named.length || truth.length === 0) return [];
  return [
    {
      name: 'ICDAR 2013',
      file: `pdf/icdar2013/${name}.pdf`,
      pages: [Math.min(...pages), Math.max(...pages)],
      labels: named.map((label, index) => [label, index === 0 ? 'title' : 'source'] as const),
      truth,
    },
  ];
}

function rowsOf(cells: readonly XmlCell[]): readonly TruthRow[] {
  const width = Math.max(...cells.map((cell) => Number(cell['@_start-col']))) + 1;
  const rows: string[][] = [];
  for (const cell of cells) {
    const row = (rows[Number(cell['@_start-row'])] ??= Array.from({ length: width }, () => ''));
    row[Number(cell['@_start-col'])] = String(cell.content ?? '');
  }
  return rows.filter((row) => row.some((text) => text !== ''));
}
