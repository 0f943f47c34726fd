import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly needs?: readonly string[];
  readonly strategy?: {
    readonly matrix: {
      readonly os: readonly string[];
      readonly node: readonly number[];
      readonly include: readonly { readonly os: string; readonly node: number }[];
    };
  };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: {
    readonly schedule?: readonly { readonly cron: string }[];
    readonly workflow_dispatch: { readonly inputs?: Readonly<Record<string, unknown>> } | null;
  };
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

const FILES = ['ci.yml', 'watch.yml'] as const;

function textOf(file: string): string {
  return readFileSync(new URL(`../../.github/workflows/${file}`, import.meta.url), 'utf8');
}

function read(file: string): Workflow {
  return parse(textOf(file)) as Workflow;
}

function jobOf(workflow: Workflow, name: string): Job {
  const job = workflow.jobs[name];
  if (!job) throw new Error(`there is no job ${name}`);
  return job;
}

function stepsOf(workflow: Workflow): readonly Step[] {
  return Object.values(workflow.jobs).flatMap((job) => job.steps);
}

describe.each(FILES)('%s', (file) => {
  const workflow = read(file);

  it('pins every action by its full commit, with the version beside it', () => {
    const uses = textOf(file).match(/uses: .*/gu) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    expect(
      uses.filter((line) => !/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line)),
    ).toStrictEqual([]);
  });

  it('never puts an expression into a script', () => {
    const scripts = stepsOf(workflow).flatMap((step) => (step.run === undefined ? [] : [step.run]));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => script.includes('${{'))).toStrictEqual([]);
  });

  it('ends every job in time', () => {
    for (const job of Object.values(workflow.jobs)) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
  });
});

describe('ci.yml', () => {
  const workflow = read('ci.yml');

  it('may only read', () => {
    expect(workflow.permissions).toStrictEqual({ contents: 'read' });
    const asked = Object.values(workflow.jobs).flatMap((job) =>
      Object.values(job.permissions ?? {}),
    );
    expect(asked).not.toContain('write');
  });

  it('runs on Node 22, 24 and 26 on Linux, and once on macOS and Windows', () => {
    const matrix = jobOf(workflow, 'test').strategy?.matrix;
    expect(matrix?.node).toStrictEqual([22, 24, 26]);
    expect(matrix?.os).toHaveLength(1);
    expect(matrix?.os[0]).toMatch(/^ubuntu-/u);
    expect(
      matrix?.include.map(({ os, node }) => `${os.replace(/-.*/u, '')} ${node}`),
    ).toStrictEqual(['macos 24', 'windows 24']);
  });

  it('takes away the pinned Node before anything is checked with the one of the matrix', () => {
    const scripts = jobOf(workflow, 'test').steps.map((step) => step.run ?? '');
    const order = [
      'npm ci',
      'rm -rf node_modules/.bin/node*',
      'process.version',
      'npm run check',
      'npm test',
    ];
    const places = order.map((part) => scripts.findIndex((script) => script.includes(part)));
    expect(places).not.toContain(-1);
    expect(places).toStrictEqual(places.toSorted((left, right) => left - right));
  });

  it('has one job that needs all others', () => {
    const gate = jobOf(workflow, 'ci-ok');
    expect(gate.if).toBe('always()');
    expect(gate.needs).toStrictEqual(Object.keys(workflow.jobs).filter((name) => name !== 'ci-ok'));
  });
});

describe('watch.yml', () => {
  const workflow = read('watch.yml');
  const crons = workflow.on.schedule?.map(({ cron }) => cron) ?? [];

  it('starts every day and, for the digest, on Monday, at an odd minute off the hour', () => {
    expect(crons).toHaveLength(2);
    for (const cron of crons) expect(Number(cron.split(' ')[0]) % 2).toBe(1);
    expect(crons.map((cron) => cron.split(' ').slice(2).join(' '))).toStrictEqual([
      '* * *',
      '* * 1',
    ]);
  });

  it('runs one job for each slot, and check when started by hand', () => {
    const monday = `github.event.schedule == '${crons[1]}'`;
    expect(jobOf(workflow, 'digest').if).toBe(monday);
    expect(jobOf(workflow, 'check').if).toBe(monday.replace('==', '!='));
  });

  it('can be started by hand with dry-run and chapter', () => {
    expect(Object.keys(workflow.on.workflow_dispatch?.inputs ?? {})).toStrictEqual([
      'dry-run',
      'chapter',
    ]);
  });

  it('may write contents and issues, job by job, and nothing else', () => {
    expect(workflow.permissions).toStrictEqual({});
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toStrictEqual({ contents: 'write', issues: 'write' });
    }
  });

  it('never cuts off a run', () => {
    expect(workflow.concurrency['cancel-in-progress']).toBe(false);
  });

  it('keeps the prints before it ends with the exit code, and leaves pushing to the command', () => {
    const steps = jobOf(workflow, 'check').steps.map(
      (step) => `${step.uses ?? ''}${step.run ?? ''}`,
    );
    const order = [
      'begrotingswacht "${arguments[@]}"',
      'step-summary',
      'cache/save',
      'exit "$CODE"',
    ];
    const places = order.map((part) => steps.findIndex((step) => step.includes(part)));
    expect(places).not.toContain(-1);
    expect(places).toStrictEqual(places.toSorted((left, right) => left - right));
    expect(textOf('watch.yml')).not.toContain('git push');
  });
});
