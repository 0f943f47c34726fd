import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findAnnex, readSurroundings, toExtraction, understand } from '../../src/annex/extract.ts';
import { layoutOf } from '../../src/annex/layout.ts';
import type { Layout, Piece } from '../../src/page/layout.ts';
import type { Run } from '../../src/page/page.ts';
import type { Extraction } from '../../src/study/extraction.ts';
import { readInProcess } from '../support/in-process.ts';

const FILE = 'XV-2022-jaarverslag.pdf';

async function read(): Promise<{ extraction: Extraction; layout: Layout; runs: readonly Run[] }> {
  const bytes = await readFile(new URL(`../../fixtures/${FILE}`, import.meta.url));
  const { found, surroundings } = await readInProcess(bytes, FILE, async (document) => {
    const annex = await findAnnex(document);
    return { found: annex, surroundings: await readSurroundings(document, annex) };
  });
  const reading = await understand(found);
  if (!reading) throw new Error('the fixture has an annex');
  return {
    extraction: toExtraction(found, reading, surroundings),
    layout: layoutOf(reading),
    runs: found.pages.flatMap((page) => page.runs),
  };
}

function runsOf(pieces: readonly Piece[]): readonly Run[] {
  return pieces.flatMap(({ runs }) => runs);
}

describe('the layout of an annex', async () => {
  const { extraction, layout, runs } = await read();
  const rows = layout.tables.flatMap((table) => table.rows);
  const cells = rows.flatMap((row) => row.cells);

  it('holds each run of a cell once, and nothing else', () => {
    const found = rows
      .filter(({ kind }) => kind === 'study')
      .flatMap((row) => row.cells.flatMap(({ pieces }) => runsOf(pieces)));
    const settled = runs.filter((run) => layout.roles.get(run) === 'cell');
    expect(new Set(found)).toEqual(new Set(settled));
    expect(found).toHaveLength(settled.length);
  });

  it('numbers its rows as the studies are numbered', () => {
    for (const [index, study] of extraction.studies.entries()) {
      const row = rows.find(({ study: own }) => own === index);
      const title = row?.cells.find(({ field }) => field === 'title');
      expect(title?.text).toBe(study.printed.title);
    }
    expect(rows.filter(({ kind }) => kind === 'study')).toHaveLength(extraction.studies.length);
  });

  it('names headers, note marks and footnotes where they stand', () => {
    const roles = (pieces: readonly Piece[]): Set<unknown> =>
      new Set(runsOf(pieces).map((run) => layout.roles.get(run)));
    const { tables } = layout;
    expect(roles(tables.flatMap(({ headers }) => headers.flat()))).toEqual(new Set(['header']));
    expect(roles(cells.flatMap(({ marks }) => marks))).toEqual(new Set(['footnote']));
    const notes = tables.flatMap(({ footnotes }) => footnotes);
    expect(roles(notes.flatMap(({ pieces }) => pieces))).toEqual(new Set(['footnote']));
    expect(notes.length).toBeGreaterThan(0);
    for (const { stretches } of tables)
      for (const { columns } of stretches) {
        const from = columns.map((column) => column.from);
        expect(from).toEqual(from.toSorted((a, b) => a - b));
      }
  });
});
