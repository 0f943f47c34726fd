import { fileURLToPath } from 'node:url';
import { labelledPairs } from '../fixtures/drift/labelled.ts';
import { decideAlone, decideTogether, ratesOf } from '../fixtures/drift/measure.ts';
import type { Outcome } from '../fixtures/drift/measure.ts';
import { THRESHOLDS } from '../src/match/thresholds.ts';
import type { Part } from './bench.ts';
import { measure } from './measure.ts';

const PAIRS = 1500;
const SEED = 1;
const RUN = fileURLToPath(new URL('matching/run.ts', import.meta.url));
const SIZES = [625, 1250, 2500, 5000];
/** Every title against every other takes minutes beyond. */
const MOST_FOR_ALL_PAIRS = 1250;

export const matching: Part = {
  title: 'studies under drifted titles: precision, recall, questions; time and memory',
  document: 'docs/matching.md',
  async run() {
    const halves = (['choose', 'measure'] as const).map((half) => ({
      half,
      pairs: labelledPairs(half, SEED, PAIRS),
    }));
    const measured = halves[1]?.pairs ?? [];
    const chosen = halves[0]?.pairs ?? [];
    return [
      table(
        [
          'half',
          'decided',
          'pairs',
          'decoys',
          'wrong',
          'precision, 95 % bound',
          'recall',
          'questions',
          'lost',
        ],
        halves.flatMap(({ half, pairs }) => [
          rateCells(half, 'alone', decideAlone(pairs)),
          rateCells(half, 'in an edition', decideTogether(pairs)),
        ]),
      ),
      'By kind, on the measured half, each pair alone:',
      table(['rows', 'kind', 'joined', 'asked', 'apart'], kindCells(decideAlone(measured))),
      'Thresholds, on the choosing half, each pair alone:',
      table(
        ['pair from', 'review from', 'wrong', 'recall', 'questions'],
        [0.7, 0.74, 0.78, 0.82, 0.86].flatMap((pair) =>
          [0.6, 0.7, 0.75].map((review) => {
            const rates = ratesOf(decideAlone(chosen, { ...THRESHOLDS, pair, review }));
            return [pair, review, rates.wrong, percent(rates.recall), percent(rates.review)];
          }),
        ),
      ),
      'All chapters of two years, each way in a process of its own:',
      table(
        ['studies a year', 'way', 'seconds of processor', 'MB', 'found of the same', 'wrong'],
        await speedCells(),
      ),
    ].join('\n\n');
  },
};

type Cell = string | number;

function rateCells(half: string, how: string, outcomes: readonly Outcome[]): readonly Cell[] {
  const rates = ratesOf(outcomes);
  return [
    half,
    how,
    rates.pairs,
    rates.decoys,
    rates.wrong,
    percent(rates.precisionBound),
    percent(rates.recall),
    percent(rates.review),
    rates.lost,
  ];
}

function kindCells(outcomes: readonly Outcome[]): readonly (readonly Cell[])[] {
  const kinds = Map.groupBy(outcomes, ({ pair }) => `${pair.same ? 'same' : 'other'}|${pair.kind}`);
  return [...kinds].map(([kind, those]) => {
    const count = (...decisions: readonly string[]): number =>
      those.filter(({ decision }) => decisions.includes(decision)).length;
    return [...kind.split('|'), count('pair', 'wrong'), count('review'), count('none')];
  });
}

async function speedCells(): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for (const size of SIZES) {
    for (const [way, name] of [
      ['exact', 'equal titles'],
      ['ours', 'this matching'],
      ['levenshtein', 'Levenshtein, all pairs'],
    ] as const) {
      if (way === 'levenshtein' && size > MOST_FOR_ALL_PAIRS) continue;
      const measured = await measure(process.execPath, [RUN, way, String(size)]);
      if (!measured) continue;
      const { seconds, right, wrong, same } = JSON.parse(measured.stdout) as Record<string, number>;
      rows.push([
        size,
        name,
        (seconds ?? 0).toFixed(2),
        measured.megabytes === null ? '' : Math.round(measured.megabytes),
        `${right} of ${same}`,
        wrong ?? 0,
      ]);
      console.error(`${size} ${name}: ${(seconds ?? 0).toFixed(2)} s`);
    }
  }
  return rows;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
