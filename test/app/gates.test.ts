import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/app/check.ts';
import type { CheckOptions } from '../../src/app/check.ts';
import { dryRun } from '../../src/app/dry-run.ts';
import type { Summary } from '../../src/app/summary.ts';
import { portsFor } from '../../src/cli/ports.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { decodeQuarantine, encodeQuarantine } from '../../src/gate/quarantine.ts';
import type { Quarantine } from '../../src/gate/quarantine.ts';
import { failureOf } from '../support/failure.ts';
import { contents, temporaryFolder } from '../support/folders.ts';
import { git, newRepository } from '../support/git.ts';
import { readInProcess } from '../support/in-process.ts';
import { rawPdf } from '../support/pdf.ts';
import { HEADERS, plainRows, smallEdition, withCells } from '../support/small-editions.ts';
import type { SmallTable } from '../support/small-editions.ts';

const EDITION = 'XV/2022-jaarverslag';
const PAPER = join('stukken', 'XV-2022-jaarverslag.pdf');
const EVIDENCE = join('.begrotingswacht', 'prints', 'quarantine', `${EDITION}.json`);

/** A checked folder that holds the jaarverslag of 2021, with eight studies. */
let base = '';

async function ports(folder: string, now: string): ReturnType<typeof portsFor> {
  const written = JSON.stringify({ source: { folder: 'stukken' } });
  const config = parseConfig(written, { file: 'test', env: {}, folder });
  const made = await portsFor({
    config,
    secrets: { githubToken: null },
    clock: () => new Date(now),
  });
  return { ...made, reader: { ...made.reader, read: readInProcess } };
}

const LATER = '2023-05-18T04:17:00.000Z';

async function run(
  folder: string,
  { now = LATER, ...options }: Partial<CheckOptions> & { readonly now?: string } = {},
): Promise<Summary> {
  return check(
    {
      chapters: ['XV'],
      since: 2021,
      issueCap: 20,
      warning: null,
      language: 'nl',
      ...options,
    },
    await ports(folder, now),
  );
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'begrotingswacht-gates-'));
  mkdirSync(join(base, 'stukken'));
  const former = await smallEdition(2021, [{ headers: HEADERS, rows: plainRows(8) }]);
  writeFileSync(join(base, 'stukken', 'XV-2021-jaarverslag.pdf'), former);
  await run(base, { now: '2022-05-19T04:17:00.000Z' });
  return () => rmSync(base, { recursive: true, force: true });
});

/** The same folder for one test, with a print of 2022. */
async function folderWith(...tables: readonly SmallTable[]): Promise<string> {
  const folder = temporaryFolder();
  cpSync(base, folder, { recursive: true });
  await publish(folder, ...tables);
  return folder;
}

async function publish(folder: string, ...tables: readonly SmallTable[]): Promise<void> {
  writeFileSync(join(folder, PAPER), await smallEdition(2022, tables));
}

function evidenceIn(folder: string): Quarantine | null {
  return decodeQuarantine(readFileSync(join(folder, EVIDENCE), 'utf8'));
}

function outcomeOf({ editions }: Summary): string | undefined {
  return editions.find(({ id }) => id === EDITION)?.outcome;
}

function gatesOf({ editions }: Summary): readonly string[] {
  const gates = editions.find(({ id }) => id === EDITION)?.gates ?? [];
  return gates.map(({ gate }) => gate);
}

const studies = (rows: SmallTable['rows']): SmallTable => ({ headers: HEADERS, rows });
const STRANGE: SmallTable = {
  headers: ['Kenmerk', 'Waarde', 'Opmerking'],
  rows: [
    ['Evaluatie arbocatalogi', '2019', 'Openbaar'],
    ['Monitor arbeidsmarkt', '2020', 'Niet openbaar'],
  ],
};

describe('a print is put in quarantine', () => {
  test.for<[gate: string, tables: readonly SmallTable[]]>([
    ['header-unknown', [STRANGE]],
    ['header-unknown', [studies(plainRows(8)), STRANGE]],
    [
      'required-columns',
      [
        {
          headers: ['Titel', 'Thema', 'Toelichting'],
          rows: plainRows(8).map(([title = '']) => [title, 'Werk', 'De regeling wordt bezien.']),
        },
      ],
    ],
    ['empty-titles', [studies(withCells(plainRows(8), 0, 'Evaluatie', '', 'Monitor', ''))]],
    ['known-status', [studies(withCells(plainRows(8), 3, 'Groen', 'Rood', 'Groen', 'Groen'))]],
    [
      'known-completion',
      [studies(withCells(plainRows(8), 2, ...Array<string>(4).fill('Jaarlijks')))],
    ],
    ['study-count', [studies(plainRows(3))]],
    ['study-count', [studies(plainRows(25))]],
    [
      'text-lost',
      [
        {
          headers: [...HEADERS, 'Kleurcode'],
          rows: plainRows(8).map((row) => [...row, 'blauw op wit']),
        },
      ],
    ],
    ['low-confidence', [studies(withCells(plainRows(8), 4, '1.312', '1.313', '1.314', '1.315'))]],
  ])('by the gate %s', async ([gate, tables]) => {
    const folder = await folderWith(...tables);
    const before = contents(join(folder, 'snapshots'));
    const summary = await run(folder);
    expect(gatesOf(summary)).toContain(gate);
    expect(outcomeOf(summary)).toBe('quarantined');
    expect(summary.errors.map(({ kind, edition }) => [kind, edition])).toEqual([
      ['quarantined', EDITION],
    ]);
    expect(summary.errors[0]?.message).toContain(`${gate}: `);
    expect(summary.errors[0]?.message).toContain(`check --accept ${EDITION}`);
    expect(summary).toMatchObject({ changes: [], deliveries: [] });
    expect(contents(join(folder, 'snapshots'))).toEqual(before);
    const kept = evidenceIn(folder);
    expect(kept?.gates.map((failed) => failed.gate)).toEqual(gatesOf(summary));
    expect(kept?.print.sha256).toBe(summary.editions.find(({ id }) => id === EDITION)?.print);
    expect(kept?.extraction?.annex).not.toBeNull();
  });

  test('and by none when nothing is odd', async () => {
    const folder = await folderWith(studies(plainRows(8)));
    const summary = await run(folder);
    expect(summary.errors).toEqual([]);
    expect(outcomeOf(summary)).toBe('new');
    expect(Object.keys(contents(join(folder, '.begrotingswacht')))).not.toContain(
      join('prints', 'quarantine', `${EDITION}.json`),
    );
  });
});

test('a print that the reader contradicts itself about is kept out, without anything to accept', async () => {
  const folder = await folderWith();
  // A shading that is not there ends the list of operators, but not the text.
  const content = `BT /F2 14 Tf 50 700 Td (Bijlage 3: Afgerond evaluatie- en overig onderzoek) Tj ET
    BT /F2 8 Tf 50 660 Td (Titel) Tj 200 0 Td (Afronding) Tj 100 0 Td (Status) Tj ET
    /S sh BT /F1 8 Tf 50 640 Td (Evaluatie arbocatalogi) Tj ET`;
  writeFileSync(join(folder, PAPER), rawPdf({ pages: [{ content }] }));
  for (let time = 0; time < 2; time += 1) {
    const summary = await run(folder);
    expect(outcomeOf(summary)).toBe('quarantined');
    expect(gatesOf(summary)).toEqual(['contradiction']);
    expect(summary.errors[0]?.message).toContain('cannot be accepted');
  }
  expect(evidenceIn(folder)?.extraction).toBeNull();
});

describe('what is in quarantine', () => {
  const ODD = studies(plainRows(3));

  test('says so again without being read again', async () => {
    const folder = await folderWith(ODD);
    const first = await run(folder);
    const kept = contents(folder);
    // Evidence that no reading would give: that it comes back shows that none was made.
    const marked = readFileSync(join(folder, EVIDENCE), 'utf8').replace('3 studies', '3 studies!');
    writeFileSync(join(folder, EVIDENCE), marked);
    const again = await run(folder, { now: '2023-05-19T04:17:00.000Z' });
    expect(again.errors[0]?.message).toContain('3 studies!');
    expect(again.editions).toMatchObject(first.editions.map(({ id, print }) => ({ id, print })));
    writeFileSync(join(folder, EVIDENCE), kept[EVIDENCE] ?? '');
    const { [join('.begrotingswacht', 'prints', 'last-check.json')]: _, ...rest } = kept;
    expect(contents(folder)).toMatchObject(rest);
  });

  test.for<[what: string, spoil: (text: string) => string]>([
    [
      'another version of the reader',
      (text) => encodeQuarantine({ ...quarantineOf(text), extractor: 0 }),
    ],
    ['evidence that is damaged', (text) => text.slice(0, text.length / 2)],
  ])('is read again with %s', async ([, spoil]) => {
    const folder = await folderWith(ODD);
    await run(folder);
    const whole = readFileSync(join(folder, EVIDENCE), 'utf8');
    writeFileSync(join(folder, EVIDENCE), spoil(whole));
    expect(gatesOf(await run(folder))).toEqual(['study-count']);
    expect(readFileSync(join(folder, EVIDENCE), 'utf8')).toBe(whole);
  });

  test('is settled by a print that passes', async () => {
    const folder = await folderWith(ODD);
    await run(folder);
    await publish(folder, studies(plainRows(9)));
    expect(outcomeOf(await run(folder))).toBe('new');
    expect(contents(folder)).not.toHaveProperty([EVIDENCE]);
    expect(outcomeOf(await run(folder))).toBe('unchanged');
  });

  test('a dry run shows it and keeps nothing', async () => {
    const folder = await folderWith(ODD);
    const before = contents(folder);
    const rehearsal = dryRun(await ports(folder, LATER));
    const options = { chapters: ['XV'], since: 2021, issueCap: 20, warning: null, language: 'nl' };
    const summary = await check(options as CheckOptions, rehearsal.ports);
    expect(gatesOf(summary)).toEqual(['study-count']);
    expect(contents(folder)).toEqual(before);
  });
});

describe('accepting a print after a look', () => {
  test('takes in exactly that print, and keeps the decision with its date under git', async () => {
    const folder = await folderWith(studies(plainRows(3)));
    await newRepository(folder);
    await run(folder);
    const print = evidenceIn(folder)?.print.sha256;
    const summary = await run(folder, { accept: EDITION });
    expect(summary.errors).toEqual([]);
    expect(outcomeOf(summary)).toBe('new');
    expect(contents(folder)).not.toHaveProperty([EVIDENCE]);
    const decisions = JSON.parse(
      readFileSync(join(folder, 'snapshots', 'accepted.json'), 'utf8'),
    ) as unknown;
    expect(decisions).toMatchObject({
      accepted: [{ edition: EDITION, print, decided: LATER, gates: [{ gate: 'study-count' }] }],
    });
    expect(await git(folder, 'status', '--porcelain', 'snapshots')).toBe('');
    const subjects = await git(folder, 'log', '--format=%s', '-3');
    expect(subjects.split('\n')).toEqual([
      'Record what was delivered',
      expect.stringMatching(/^Changes in XV\/2022-jaarverslag: 3 studies/),
      'Accept the print of XV/2022-jaarverslag after a look',
    ]);
    expect(outcomeOf(await run(folder))).toBe('unchanged');
    await publish(folder, studies(plainRows(1)));
    expect(gatesOf(await run(folder))).toEqual([]);
    await publish(folder, studies(withCells(plainRows(3), 2, 'Jaarlijks', 'Soms', 'Nooit')));
    expect(gatesOf(await run(folder))).toContain('known-completion');
  });

  test('killed at any step, the next run ends as if nothing had happened', async () => {
    const whole = await folderWith(studies(plainRows(3)));
    await run(whole);
    const refused = contents(whole);
    await run(whole, { accept: EDITION });
    const done = contents(whole);
    const restore = (paths: readonly string[]): void => {
      for (const path of paths) {
        const text = refused[path];
        if (text === undefined) rmSync(join(whole, path), { force: true });
        else {
          mkdirSync(join(whole, path, '..'), { recursive: true });
          writeFileSync(join(whole, path), text, 'latin1');
        }
      }
    };
    const written = Object.keys(done).filter((path) => path.startsWith('snapshots'));
    const early = written.filter((path) => !path.endsWith('accepted.json'));
    // Killed behind the decision, and behind the snapshot: what was written later is not there.
    for (const lost of [[...early, EVIDENCE], [EVIDENCE]]) {
      restore(lost);
      await run(whole);
      expect(contents(whole)).toEqual(done);
    }
  });

  test.for<[what: string, edition: string, spoil: (text: string) => string]>([
    ['an edition that is not in quarantine', 'XV/2021-jaarverslag', (text) => text],
    [
      'what another version has read',
      EDITION,
      (text) => encodeQuarantine({ ...quarantineOf(text), extractor: 0 }),
    ],
    [
      'what could not be read',
      EDITION,
      (text) => encodeQuarantine({ ...quarantineOf(text), extraction: null }),
    ],
    ['damaged evidence', EDITION, (text) => text.slice(1)],
  ])('is refused for %s, and nothing is done', async ([, edition, spoil]) => {
    const folder = await folderWith(studies(plainRows(3)));
    await run(folder);
    writeFileSync(join(folder, EVIDENCE), spoil(readFileSync(join(folder, EVIDENCE), 'utf8')));
    const before = contents(folder);
    const failure = await failureOf(async () => run(folder, { accept: edition }));
    expect(failure.kind).toBe('usage');
    expect(failure.message).toContain(edition);
    expect(contents(folder)).toEqual(before);
  });
});

function quarantineOf(text: string): Quarantine {
  const found = decodeQuarantine(text);
  if (!found) throw new Error('no evidence');
  return found;
}
