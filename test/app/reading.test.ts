import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/app/check.ts';
import { editionEntries } from '../../src/app/editions.ts';
import { exportOf } from '../../src/app/export.ts';
import { editionsOf, mentionsOf, sharedEventsOf } from '../../src/app/history.ts';
import { loadState } from '../../src/app/state.ts';
import type { State } from '../../src/app/state.ts';
import { portsFor } from '../../src/cli/ports.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { findStudy } from '../../src/register/find.ts';
import { exportColumns, exportText } from '../../src/report/export-files.ts';
import { exportedChangeSchema, exportedStudySchema } from '../../src/report/export-schema.ts';
import { timelineMarkdown, timelineText } from '../../src/report/timeline-text.ts';
import { timelineOf } from '../../src/report/timeline.ts';
import type { Timeline } from '../../src/report/timeline.ts';
import { readInProcess } from '../support/in-process.ts';
import { HEADERS, plainRows, smallEdition, withCells } from '../support/small-editions.ts';

const OPTIONS = {
  chapters: ['XV'],
  since: 2021,
  issueCap: 20,
  warning: null,
  language: 'nl',
} as const;

let folder = '';
let state: State;

/** Two editions: the first study slips, the second is finished, the third is gone, the fourth is new. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'begrotingswacht-reading-'));
  mkdirSync(join(folder, 'stukken'));
  const config = parseConfig(JSON.stringify({ source: { folder: 'stukken' } }), {
    file: 'test',
    env: {},
    folder,
  });
  const [one = [], two = [], three = []] = plainRows(3);
  const four = ['=SOM("A1"; 2) en meer over arbeid', 'Ex-post', '2024', 'Lopend', '4'];
  const running = withCells([one, two, three], 3, 'Lopend', 'Lopend', 'Lopend');
  const after = [one.with(2, '2023').with(3, 'Lopend'), two.with(3, 'Afgerond'), four];
  let archive;
  for (const [year, rows, now] of [
    [2021, running, '2022-05-19T04:17:00.000Z'],
    [2022, after, '2023-05-18T04:17:00.000Z'],
  ] as const) {
    const print = await smallEdition(year, [{ headers: HEADERS, rows }]);
    writeFileSync(join(folder, 'stukken', `XV-${year}-jaarverslag.pdf`), print);
    const ports = await portsFor({
      config,
      secrets: { githubToken: null },
      clock: () => new Date(now),
    });
    const { readMarkup } = ports.reader;
    await check(OPTIONS, { ...ports, reader: { readMarkup, read: readInProcess } });
    ({ archive } = ports);
  }
  if (!archive) throw new Error('no edition');
  state = await loadState(archive);
  return () => rmSync(folder, { recursive: true, force: true });
});

function timeline(wanted: string): Timeline {
  const study = findStudy(state.register, wanted);
  const mentions = mentionsOf(study, state);
  const events = sharedEventsOf(study.id, state);
  const editions = editionsOf(study.chapter, state);
  return timelineOf({ study, mentions, events, editions, language: 'nl' });
}

describe('the history of a study', () => {
  test('has every edition, what it says, and what changed', () => {
    expect(timelineText(timeline('regeling 1'), 'SZW (XV)', 'nl')).toMatchInlineSnapshot(`
      "s00001 · SZW (XV) · Evaluatie regeling 1 voor werkgevers
      Eerst gepland voor 2021, nu 2023 (1 keer verschoven) · status lopend · in 2 edities

      Jaarverslag 2021: blz. 1 · afronding 2021 · status Lopend · conclusies/aanbevelingen geen kolom

      Jaarverslag 2022: blz. 1 · afronding 2023 · status Lopend · conclusies/aanbevelingen geen kolom
        • Afronding twee jaar later: van 2021 naar 2023"
    `);
  });

  test('has the edition that lists it no more', () => {
    const { editions } = timeline('regeling 3');
    expect(editions.map(({ edition, rows }) => [edition, rows.length])).toEqual([
      ['XV/2021-jaarverslag', 1],
      ['XV/2022-jaarverslag', 0],
    ]);
  });

  test('as Markdown is a table of the editions and a list of the changes', () => {
    const text = timelineMarkdown(timeline('s00004'), 'SZW (XV)', 'nl');
    expect(text).toMatch(/\| Jaarverslag 2022 \| 2024 +\| Lopend \|/);
    expect(timelineMarkdown(timeline('regeling 1'), 'SZW (XV)', 'en')).toContain(
      'First planned for 2021, now 2023 (put off 1 times)',
    );
  });
});

describe('the export', () => {
  test('has each study as it was last stated, and each change, after the published schemas', () => {
    const exported = exportOf(state, 'nl');
    expect(
      exported.studies.map(({ id, status, slips, lastEdition }) => [
        id,
        status,
        slips,
        lastEdition,
      ]),
    ).toEqual([
      ['s00001', 'lopend', 1, 'XV/2022-jaarverslag'],
      ['s00002', 'afgerond', 0, 'XV/2022-jaarverslag'],
      ['s00003', 'lopend', 0, 'XV/2021-jaarverslag'],
      ['s00004', 'lopend', 0, 'XV/2022-jaarverslag'],
    ]);
    expect(exported.changes).toHaveLength(state.ledger.events.length);
    for (const [table, schema] of [
      ['studies', exportedStudySchema],
      ['changes', exportedChangeSchema],
    ] as const) {
      const text = exportText(exported, table, 'ndjson');
      const lines = text.trimEnd().split('\n');
      expect(lines).toHaveLength(exported[table].length);
      for (const line of lines) {
        const record: unknown = JSON.parse(line);
        expect(schema.strict().parse(record)).toEqual(record);
      }
    }
  });

  test('as CSV opens in Excel, and no cell is run as a formula', () => {
    const text = exportText(exportOf(state, 'nl'), 'studies', 'csv');
    expect(text.startsWith('\uFEFFid;chapter;ministry;title;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text.replaceAll('\r\n', '')).not.toContain('\r');
    expect(text).toContain(`;"'=SOM(""A1""; 2) en meer over arbeid";`);
  });

  test.each(['studies', 'changes'] as const)(
    'of %s has the columns that docs/export.md lists',
    (table) => {
      const page = readFileSync(new URL('../../docs/export.md', import.meta.url), 'utf8');
      const section = page.split(`## ${table}`)[1]?.split('\n## ')[0] ?? '';
      const listed = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, column]) => column);
      expect(listed).toEqual(exportColumns(table));
    },
  );
});

test('the table of a chapter has what was last stated, and where it was first', () => {
  const table = readFileSync(join(folder, 'snapshots', 'XV', 'studies.csv'), 'utf8');
  const rows = table.trimEnd().split('\n').slice(1);
  expect(
    rows.map((row) => row.replace(/^(s\d+),.*,(\d{4}),(\w*),.*,(XV[^,]+),\d+$/, '$1 $2 $3 $4')),
  ).toEqual([
    's00001 2023 lopend XV/2022-jaarverslag',
    's00002 2022 afgerond XV/2022-jaarverslag',
    's00003 2023 lopend XV/2021-jaarverslag',
    's00004 2024 lopend XV/2022-jaarverslag',
  ]);
});

test('editions says what is held, missing, in quarantine and still to come', () => {
  const entries = editionEntries(
    ['XV', 'XIX'],
    2022,
    new Date('2023-10-01T00:00:00Z'),
    state,
    new Set(['XV/2023-begroting']),
  );
  expect(entries.map(({ id, standing, studies }) => [id, standing, studies])).toEqual([
    ['XV/2022-begroting', 'missing', null],
    ['XV/2021-jaarverslag', 'held', 3],
    ['XV/2023-begroting', 'quarantined', null],
    ['XV/2022-jaarverslag', 'held', 3],
    ['XV/2024-begroting', 'missing', null],
    ['XV/2023-jaarverslag', 'expected', null],
    ['XIX/2022-begroting', 'missing', null],
    ['XIX/2022-jaarverslag', 'missing', null],
  ]);
});
