import { resolve } from 'node:path';
import { Failure } from '../failure/failure.ts';
import type { Config } from './config.ts';
import { keyLines } from './key-lines.ts';
import type { KeyLines } from './key-lines.ts';
import { schemaMistakes } from './mistakes.ts';
import type { Mistake } from './mistakes.ts';
import { ruleMistakes } from './rules.ts';
import { WrittenConfig } from './schema.ts';

export interface ConfigOrigin {
  /** The file as the user would name it, for mistakes. */
  readonly file: string;
  /** Environment: `GITHUB_REPOSITORY` and `GITHUB_API_URL`, as in Actions, beat the file. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute folder that relative paths start from: the one of the configuration file. */
  readonly folder: string;
}

/** Keys of the file that an environment variable beats. */
const FROM_ENVIRONMENT = { repository: 'GITHUB_REPOSITORY', apiUrl: 'GITHUB_API_URL' } as const;

/**
 * Reads the text of `begrotingswacht.config.json`; null means that there is no file, and gives the
 * defaults. Throws a Failure `config` that lists every mistake at once, each with its line, its key,
 * what stands there and what is allowed. Knows no file and no network.
 */
export function parseConfig(text: string | null, { file, env, folder }: ConfigOrigin): Config {
  const source = text?.replace(/^\u{FEFF}/u, '') ?? '{}';
  const written = withEnvironment(parseJson(source, file), env);
  const positions = keyLines(source);
  const mistakes = [
    ...positions.repeated.map((path) => ({ path, text: `"${path}" stands there twice` })),
    ...schemaMistakes(written.value),
    ...ruleMistakes(written.value, folder),
  ];
  if (mistakes.length > 0)
    throw failure(mistakes, { file, positions, variables: written.variables });
  return normalise(WrittenConfig.parse(written.value), folder);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const [, line] = /\(line (\d+) column \d+\)/u.exec(String(cause)) ?? [];
    throw new Failure('config', {
      subject: line ? `${file}, line ${line}` : file,
      problem: 'this is not valid JSON',
      remedy: 'Correct it; comments and a comma after the last item are not allowed in JSON',
      cause,
    });
  }
}

interface Overlaid {
  readonly value: unknown;
  /** Which variable stands behind a key, for mistakes. */
  readonly variables: ReadonlyMap<string, string>;
}

function withEnvironment(written: unknown, env: ConfigOrigin['env']): Overlaid {
  const variables = new Map<string, string>();
  const overrides: Record<string, string> = {};
  for (const [key, variable] of Object.entries(FROM_ENVIRONMENT)) {
    const value = env[variable]?.trim();
    if (!value) continue;
    overrides[key] = value;
    variables.set(`github.${key}`, variable);
  }
  if (variables.size === 0 || !isObject(written)) return { value: written, variables };
  const github = written['github'] ?? {};
  // A section that is no object stays as it is: it is a mistake of its own.
  if (!isObject(github)) return { value: written, variables };
  return { value: { ...written, github: { ...github, ...overrides } }, variables };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Whereabouts {
  readonly file: string;
  readonly positions: KeyLines;
  readonly variables: ReadonlyMap<string, string>;
}

function failure(mistakes: readonly Mistake[], whereabouts: Whereabouts): Failure {
  const { file, positions, variables } = whereabouts;
  const sentences = mistakes
    .map(({ path, text }) => ({
      text,
      line: positions.lines.get(path),
      variable: variables.get(path),
    }))
    .sort((left, right) => (left.line ?? 0) - (right.line ?? 0))
    .map(({ text, line, variable }) => {
      if (variable) return `environment variable ${variable}: ${text}`;
      return line === undefined ? text : `line ${line}: ${text}`;
    });
  return new Failure('config', {
    subject: file,
    problem:
      sentences.length === 1
        ? sentences.join('')
        : `${sentences.length} mistakes: ${sentences.join('; ')}`,
    remedy: 'Correct this and run again',
  });
}

function normalise(written: WrittenConfig, folder: string): Config {
  const { $schema: _, ...keys } = written;
  const { source, github } = keys;
  return {
    ...keys,
    chapters: keys.chapters === 'all' ? 'all' : [...new Set(keys.chapters)],
    source: { ...source, folder: source.folder === null ? null : resolve(folder, source.folder) },
    snapshots: resolve(folder, keys.snapshots),
    prints: resolve(folder, keys.prints),
    outbox: resolve(folder, keys.outbox),
    digests: resolve(folder, keys.digests),
    github: { ...github, apiUrl: github.apiUrl.replace(/\/+$/u, '') },
  };
}
