import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Comparison } from '../../src/change/comparison.ts';
import { bundledPapers } from '../../src/demo/bundled.ts';
import { startStandin } from '../../src/demo/standin/server.ts';
import type { Standin } from '../../src/demo/standin/server.ts';
import type { Extraction } from '../../src/study/extraction.ts';
import { runCommand } from '../support/command.ts';
import { contents, temporaryFolder } from '../support/folders.ts';

function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
}

const JV_2022 = fixture('XV-2022-jaarverslag.pdf');
const JV_2023 = fixture('XV-2023-jaarverslag.pdf');

describe('extract', () => {
  test('prints one JSON document with the truth of the bundled edition', async () => {
    const { code, stdout, stderr } = await runCommand(['extract', JV_2022, '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const truth = JSON.parse(
      readFileSync(fixture('XV-2022-jaarverslag.truth.json'), 'utf8'),
    ) as Extraction;
    const { schemaVersion, edition, annex, studies } = JSON.parse(stdout) as Extraction;
    expect(schemaVersion).toBe(1);
    expect(edition).toEqual(truth.edition);
    expect(annex).toEqual(truth.annex);
    // Beside what was read stands how surely.
    expect(studies).toMatchObject(truth.studies);
  });

  test('prints CSV with a line for each study, and Markdown with a table for each theme', async () => {
    const csv = await runCommand(['extract', JV_2022, '--format', 'csv']);
    expect(csv.stdout.split('\n')[0]).toMatch(/^title,type,completion,status,conclusions,/);
    expect(csv.stdout).toContain(
      'Brede studie Achterstand en evenredigheid monitoring,Ex-durante,2023,Lopend',
    );
    const markdown = await runCommand(['extract', JV_2022, '--format', 'markdown']);
    expect(markdown.stdout).toContain('### Thema 15: Integratie en maatschappelijke samenhang');
    expect(markdown.stdout).toContain('| Jaarrapport Integratie | Monitoring | 2022 | Afgerond |');
  });
});

describe('diff', () => {
  test('gives the same for PDFs, for their extractions and for printed cells alone', async () => {
    const folder = temporaryFolder();
    const [before, after] = await Promise.all(
      [JV_2022, JV_2023].map(async (file, index) => {
        const { stdout } = await runCommand(['extract', file]);
        const { edition, studies } = JSON.parse(stdout) as Extraction;
        const bare = {
          schemaVersion: 1,
          edition,
          studies: studies.map(({ printed }) => ({ printed })),
        };
        writeFileSync(join(folder, `${index}.json`), stdout);
        writeFileSync(join(folder, `bare-${index}.json`), JSON.stringify(bare));
        return stdout;
      }),
    );
    expect(before).not.toBe(after);
    const ofPdfs = await runCommand(['diff', JV_2022, JV_2023, '--format', 'json']);
    const ofJson = await runCommand(['diff', '0.json', '1.json', '--format', 'json'], {
      cwd: folder,
    });
    expect(ofPdfs.code).toBe(0);
    expect(ofJson.stdout).toBe(ofPdfs.stdout);
    const comparison = JSON.parse(ofPdfs.stdout) as Comparison;
    const told = comparison.changes.filter(({ title }) => title.startsWith('Brede studie'));
    expect(told.map(({ kind, before: was, after: is }) => [kind, was, is])).toContainEqual([
      'status-changed',
      'lopend',
      'afgerond',
    ]);
    const ofCells = await runCommand(['diff', 'bare-0.json', 'bare-1.json', '--format', 'json'], {
      cwd: folder,
    });
    expect(kinds(JSON.parse(ofCells.stdout) as Comparison)).toEqual(kinds(comparison));
  });

  test('of an edition with itself there is nothing', async () => {
    const { stdout } = await runCommand(['diff', JV_2022, JV_2022, '--format', 'json']);
    const { changes, review, pairs } = JSON.parse(stdout) as Comparison;
    expect({ changes, review, pairs: pairs.length }).toEqual({
      changes: [],
      review: [],
      pairs: 24,
    });
  });
});

/** Changes but for links, which printed cells alone do not tell. */
function kinds({ changes }: Comparison): readonly string[] {
  return changes
    .filter(({ kind }) => !kind.includes('link'))
    .map(({ kind, title }) => `${kind} ${title}`);
}

/** @param count how many of the bundled papers the source has, the first ones; left out: all */
async function configuredFolder(count?: number): Promise<{ folder: string; standin: Standin }> {
  const folder = temporaryFolder();
  const standin = await startStandin({
    papers: (await bundledPapers()).slice(0, count),
    now: new Date('2024-05-16T04:17:00Z'),
  });
  onTestFinished(async () => standin.close());
  const source = { sru: standin.sru, hosts: ['127.0.0.1'], requestsPerSecond: 100 };
  writeFileSync(join(folder, 'begrotingswacht.config.json'), JSON.stringify({ source }));
  return { folder, standin };
}

describe('check', () => {
  test('--dry-run prints the plan of the run that follows, and writes nothing', async () => {
    const { folder } = await configuredFolder(2);
    const env = { BEGROTINGSWACHT_NOW: '2024-05-16T04:17:00Z' };
    const stored = contents(folder);
    const dry = await runCommand(['check', '--dry-run', '--format', 'json'], { cwd: folder, env });
    expect(dry.code).toBe(0);
    expect(contents(folder)).toEqual(stored);
    const { plan, ...planned } = JSON.parse(dry.stdout) as Record<string, unknown>;
    expect(plan).toMatchObject({ studies: [] });
    const real = await runCommand(['check', '--format', 'json'], { cwd: folder, env });
    expect(JSON.parse(real.stdout)).toEqual(planned);
  });

  test('--offline makes the snapshots again from the prints that were kept', async () => {
    const { folder, standin } = await configuredFolder(2);
    const env = { BEGROTINGSWACHT_NOW: '2024-05-16T04:17:00Z' };
    await runCommand(['check'], { cwd: folder, env });
    const { 'ledger.json': ledger, ...stored } = contents(join(folder, 'snapshots'));
    const other = join(folder, 'again');
    const config = JSON.parse(
      readFileSync(join(folder, 'begrotingswacht.config.json'), 'utf8'),
    ) as object;
    writeFileSync(
      join(folder, 'again.json'),
      JSON.stringify({
        ...config,
        snapshots: other,
        outbox: 'again-outbox',
        digests: 'again-digests',
      }),
    );
    await standin.close();
    const offline = await runCommand(['check', '--offline', '--config', 'again.json'], {
      cwd: folder,
      env,
    });
    expect(offline.code).toBe(0);
    const { 'ledger.json': again, ...made } = contents(other);
    expect(again).toBe(ledger);
    expect(made).toEqual(stored);
  });
});

test('digest tells a week that was asked for, and a quiet one not at all', async () => {
  const { folder, standin } = await configuredFolder();
  standin.setNow(new Date('2022-09-21T04:17:00Z'));
  await runCommand(['check'], {
    cwd: folder,
    env: { BEGROTINGSWACHT_NOW: '2022-09-21T04:17:00Z' },
  });
  standin.setNow(new Date('2023-05-18T04:17:00Z'));
  await runCommand(['check'], {
    cwd: folder,
    env: { BEGROTINGSWACHT_NOW: '2023-05-18T04:17:00Z' },
  });
  const env = { BEGROTINGSWACHT_NOW: '2023-05-22T06:30:00Z' };
  const dry = await runCommand(['digest', '--dry-run'], { cwd: folder, env });
  expect(dry.stdout.split('\n')[0]).toMatch(
    /^# Week 20 \(15–21 mei 2023\): \d+ wijzigingen in 1 begrotingshoofdstuk$/,
  );
  const first = await runCommand(['digest', '--format', 'json'], { cwd: folder, env });
  expect(JSON.parse(first.stdout)).toMatchObject({ digest: { name: '2023-W20' }, errors: [] });
  expect(Object.keys(contents(join(folder, 'digests')))).toContain('2023-W20.md');
  const written = contents(folder);
  const second = await runCommand(['digest', '--format', 'json'], { cwd: folder, env });
  expect(JSON.parse(second.stdout)).toMatchObject({ digest: null, deliveries: [] });
  expect(contents(folder)).toEqual(written);
  const quiet = await runCommand(['digest', '--week', '2023-W10'], { cwd: folder, env });
  expect(quiet).toMatchObject({ code: 0, stdout: '' });
});

test('doctor has one line for each thing it looks at, and says when each job runs next', async () => {
  const { folder } = await configuredFolder();
  const { code, stdout } = await runCommand(['doctor'], { cwd: folder });
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^ok {3}\S/);
  expect(stdout).toMatch(/next check: \d{4}-\d\d-\d\d 06:17 \(Europe\/Amsterdam\)/);
  expect(stdout).toMatch(/next digest: \d{4}-\d\d-\d\d 08:30 \(Europe\/Amsterdam\)/);
  expect(stdout).toContain('no GITHUB_TOKEN');
  expect(stdout).toContain('push: nothing, for snapshots are not committed to a git repository');
});

test('doctor names what must be mended', async () => {
  const { folder, standin } = await configuredFolder();
  await standin.close();
  writeFileSync(join(folder, 'snapshots'), 'in the way');
  const { code, stdout } = await runCommand(['doctor', '--format', 'json'], { cwd: folder });
  expect(code).toBe(1);
  const findings = JSON.parse(stdout) as { subject: string; ok: boolean; remedy: string | null }[];
  const wrong = findings.filter(({ ok }) => !ok);
  expect(wrong.map(({ subject }) => subject)).toEqual(['snapshots', 'source']);
  for (const { remedy } of wrong) expect(remedy).not.toBeNull();
});

test('watch waits for its time and stops when told to', async () => {
  const { folder } = await configuredFolder();
  const bin = fileURLToPath(new URL('../../bin/begrotingswacht.js', import.meta.url));
  const child = spawn(process.execPath, [bin, 'watch'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const ready = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('digest is scheduled')) resolve();
    });
  });
  await ready;
  child.kill('SIGTERM');
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(code).toBe(0);
  expect(log).toContain('check is scheduled');
  expect(log.trimEnd().split('\n').at(-1)).toContain('stopped');
});
