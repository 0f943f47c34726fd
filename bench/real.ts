import { existsSync, readFileSync } from 'node:fs';
import { readPairs, readTreePairs, type Pair } from '../src/annex/plain-pairs.ts';
import { readPlainTables, readTreeTables } from '../src/annex/plain-tables.ts';
import type { PlainTable } from '../src/annex/plain-tables.ts';
import type { Page } from '../src/page/page.ts';
import { createReader } from '../src/pdf/reader.ts';
import type { Part } from './bench.ts';
import { casesIn } from './real/cases.ts';
import { truthFilesIn } from './real/truth-files.ts';
import type { Case } from './real/cases.ts';
import { NO_SCORE, scoreRows, sum } from './real/score.ts';
import type { Score, TruthRow } from './real/score.ts';

const FOLDER = new URL('../../shared/real/', import.meta.url);

/** Reads real tables that are no annex below the vocabulary of annexes, and counts what comes back exactly. */
export const real: Part = {
  title: 'tables of real papers, below the vocabulary of the annex',
  async run({ truth, misses }) {
    if (!existsSync(FOLDER)) return 'The real papers are not at hand, so nothing was measured.';
    const scores = new Map<string, Score>();
    for (const one of [...casesIn(FOLDER), ...truthFilesIn(truth)]) {
      console.error(`${one.name} (${one.file})`);
      for (const [by, score] of await readCase(one, misses ? showMiss : undefined)) {
        const key = `| ${one.name} | ${by} `;
        scores.set(key, sum(scores.get(key) ?? NO_SCORE, score));
      }
    }
    const lines = [...scores].map(
      ([key, score]) => `${key}| ${share(score, 'rows')} | ${share(score, 'cells')} |`,
    );
    return [
      '| table | read by | rows exact | cells exact |',
      '| --- | --- | --- | --- |',
      ...lines,
    ].join('\n');
  },
};

type OnMiss = (by: string, truth: TruthRow, read: readonly string[] | null) => void;

function showMiss(by: string, truth: TruthRow, read: readonly string[] | null): void {
  console.error(`  ${by}: ${JSON.stringify(truth)}\n  read ${JSON.stringify(read)}`);
}

async function readCase(
  one: Case,
  onMiss?: OnMiss,
): Promise<readonly (readonly [string, Score])[]> {
  const bytes = readFileSync(new URL(one.file, FOLDER));
  const pages = await createReader().read(bytes, one.name, async (document) => {
    const [from, to] = one.pages ?? [1, document.pageCount];
    const read: Page[] = [];
    for (let page = from; page <= to; page += 1) read.push(await document.page(page));
    return read;
  });
  const bare = pages.map((page): Page => ({ ...page, tree: null }));
  const labels = new Map(one.labels);
  const isTagged = pages.some(({ tree }) => tree !== null);
  const readings: readonly (readonly [string, readonly (readonly string[])[]])[] =
    one.kind === 'pairs'
      ? [
          ['place', cellsOf(readPairs(bare, [...labels.keys()]))],
          ...(isTagged
            ? [['structure tree', cellsOf(readTreePairs(pages, [...labels.keys()]))] as const]
            : []),
        ]
      : [
          ['place', rowsOf(readPlainTables(bare, labels), one)],
          ...(isTagged
            ? [
                ['structure tree', rowsOf(readTreeTables(pages), one)] as const,
                ['both', rowsOf(readPlainTables(pages, labels), one)] as const,
              ]
            : []),
        ];
  return readings.map(([by, rows]) => [
    by,
    scoreRows(one.truth, rows, (truth, read) => onMiss?.(by, truth, read), one.blanks),
  ]);
}

function cellsOf(pairs: readonly Pair[]): readonly (readonly string[])[] {
  return pairs.map(({ label, value }) => [label, value]);
}

/** Cells in the order of the labels, whatever columns a table has. */
function rowsOf(tables: readonly PlainTable[], { normal }: Case): readonly (readonly string[])[] {
  return tables.flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map((cell, index) => normal?.(cell, index) ?? cell)),
  );
}

function share(score: Score, what: 'rows' | 'cells'): string {
  const exact = what === 'rows' ? score.rowsExact : score.cellsExact;
  return `${exact} of ${score[what]} (${((100 * exact) / Math.max(score[what], 1)).toFixed(1)} %)`;
}
