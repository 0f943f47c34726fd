import { endChromium, hasChromium } from '../fixtures/layouts/chromium/typeset.ts';
import { KEPT_SEED } from '../fixtures/layouts/committed.ts';
import { compare } from '../fixtures/layouts/compare.ts';
import { LAYOUTS } from '../fixtures/layouts/layouts.ts';
import { makeSpecimen, TYPESETTERS, type Typesetter } from '../fixtures/layouts/specimen.ts';
import type { Layout } from '../fixtures/layouts/papers/layout.ts';
import type { Truth } from '../fixtures/layouts/truth-shape.ts';
import { makeXmlSpecimen } from '../fixtures/layouts/xml/specimen.ts';
import { extractAnnex } from '../src/annex/extract.ts';
import type { Extraction } from '../src/study/extraction.ts';
import { readInProcess } from '../test/support/in-process.ts';
import { readXml } from '../test/support/xml.ts';
import type { Part, PartOptions } from './bench.ts';

interface Tally {
  cells: number;
  cellsExact: number;
  rows: number;
  rowsExact: number;
  surplus: number;
  papers: number;
  /** Papers with nothing wrong: cells, links, footnotes, notes, values, places, edition. */
  whole: number;
  /** Papers with more or fewer studies than they have, and not one notice. */
  silent: number;
}

const NAMES: Readonly<Record<Typesetter, string>> = {
  own: 'own',
  'own tagged': 'own, tagged',
  chromium: 'Chromium',
  'chromium tagged': 'Chromium, tagged',
};

export const layouts: Part = {
  title: 'layouts × typesetters × cells exact; --seeds A-B for more than the kept seed',
  async run({ seeds }: PartOptions): Promise<string> {
    const [first, last] = range(seeds);
    const typesetters = TYPESETTERS.filter((it) => it.startsWith('own') || hasChromium());
    const all = new Map(typesetters.map((typesetter) => [typesetter, tally()]));
    const xml = tally();
    const lines: string[] = [];
    for (const layout of LAYOUTS) {
      console.error(layout.name);
      const cells: string[] = [];
      for (const typesetter of typesetters) {
        const own = tally();
        for (let seed = first; seed <= last; seed += 1)
          await measure(layout, typesetter, seed, own);
        add(all.get(typesetter) ?? tally(), own);
        cells.push(shown(own));
      }
      const own = tally();
      if (layout.drawn !== true) {
        for (let seed = first; seed <= last; seed += 1) measureXml(layout, seed, own);
      }
      add(xml, own);
      cells.push(layout.drawn === true ? '-' : shown(own));
      lines.push(`| \`${layout.name}\` | ${layout.shows} | ${cells.join(' | ')} |`);
    }
    await endChromium();
    const columns = [
      ...typesetters.map((it) => [NAMES[it], all.get(it) ?? tally()] as const),
      ['XML', xml] as const,
    ];
    const rows = columns.map(
      ([name, { rows: wanted, rowsExact, surplus, papers, whole, silent }]) => {
        const extra = surplus === 0 ? '' : `, ${surplus} read that are none`;
        return `- ${name}: ${rowsExact} of ${wanted} rows exact${extra}; ${whole} of ${papers} papers whole, links, footnotes, notes and pages included; ${silent} with a study too many or too few and no notice.`;
      },
    );
    return [
      `Cells exact of all printed cells, seed${first === last ? ` ${first}` : `s ${first} to ${last}`}.`,
      '',
      `| Layout | What it shows | ${columns.map(([name]) => name).join(' | ')} |`,
      `| --- | --- | ${columns.map(() => '--:').join(' | ')} |`,
      ...lines,
      `| all | | ${columns.map(([, total]) => shown(total)).join(' | ')} |`,
      '',
      'The same papers as XML editions; “-” where a layout is only about how pages are drawn.',
      '',
      ...rows,
    ].join('\n');
  },
};

async function measure(
  layout: Layout,
  typesetter: Typesetter,
  seed: number,
  into: Tally,
): Promise<void> {
  const { name, bytes, truth } = await makeSpecimen(layout, typesetter, seed);
  try {
    count(`${name} of seed ${seed}`, truth, await readInProcess(bytes, name, extractAnnex), into);
  } catch (error) {
    console.error(`  ${name} of seed ${seed}: ${String(error)}`);
    const nothing = compare(truth, { edition: {}, annex: null, studies: [] });
    into.papers += 1;
    into.cells += nothing.cells;
    into.rows += nothing.rows;
  }
}

function measureXml(layout: Layout, seed: number, into: Tally): void {
  const { name, xml, truth } = makeXmlSpecimen(layout, seed);
  count(`${name} of seed ${seed}`, truth, readXml(xml).extraction, into);
}

function count(name: string, truth: Truth, read: Extraction, into: Tally): void {
  const score = compare(truth, read);
  const differs = read.studies.length !== truth.studies.length;
  into.papers += 1;
  into.silent += differs && read.notices.length === 0 ? 1 : 0;
  into.whole += score.differences.length === 0 ? 1 : 0;
  for (const key of ['cells', 'cellsExact', 'rows', 'rowsExact', 'surplus'] as const)
    into[key] += score[key];
  if (score.differences.length > 0)
    console.error(`  ${name}: ${score.differences[0]}`.slice(0, 240));
}

function tally(): Tally {
  return {
    cells: 0,
    cellsExact: 0,
    rows: 0,
    rowsExact: 0,
    surplus: 0,
    papers: 0,
    whole: 0,
    silent: 0,
  };
}

function add(to: Tally, more: Tally): void {
  for (const key of Object.keys(to) as (keyof Tally)[]) to[key] += more[key];
}

function shown({ cells, cellsExact, papers, whole }: Tally): string {
  if (cells === 0) return whole === papers ? 'no studies' : 'wrong';
  return `${cellsExact}/${cells}`;
}

function range(seeds: string | undefined): readonly [number, number] {
  if (seeds === undefined) return [KEPT_SEED, KEPT_SEED];
  const [first, last = first] = seeds.split('-').map(Number);
  if (first === undefined || last === undefined || !(first <= last))
    throw new Error(`--seeds ${seeds}: give A-B`);
  return [first, last];
}
