import type { ZodError, ZodType } from 'zod';
import { Failure } from './failure.ts';
import type { FailureKind } from './failure.ts';

/** From each older form of a document to the next one, by the `schemaVersion` it has. */
export type Migrations = Readonly<
  Record<number, (document: Record<string, unknown>) => Record<string, unknown>>
>;

export interface DecodeOptions {
  readonly kind: FailureKind;
  /** What the text should be, as in “this is not a snapshot”. */
  readonly what: string;
  readonly remedy: string;
  /** For what carries a `schemaVersion`: which one the schema describes, and how older ones become it. */
  readonly versions?: { readonly current: number; readonly migrations: Migrations };
}

/** Most mistakes in one file have one cause; more lines would hide it. */
const MOST_PLACES = 3;
const LONGEST_MESSAGE = 200;

/**
 * Reads JSON that somebody or some crash may have damaged; what was written in an older form is brought to
 * the present one, step by step. Throws a Failure of the given kind that names the file, the places in it
 * and the remedy, and `newer-schema` for what a later version of this command has written.
 * @param name the file as the user knows it
 */
export function decodeJson<Value>(
  schema: ZodType<Value>,
  text: string,
  name: string,
  { kind, what, remedy, versions }: DecodeOptions,
): Value {
  const failure = (detail: string, cause: unknown): Failure =>
    new Failure(kind, { subject: name, problem: `this is not ${what}: ${detail}`, remedy, cause });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw failure(jsonProblem(text, cause), cause);
  }
  if (versions) value = migrated(value, name, what, versions);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw failure(schemaProblem(result.error), result.error);
}

/** What is no document with a version is left for the schema to refuse. */
function migrated(
  value: unknown,
  name: string,
  what: string,
  { current, migrations }: NonNullable<DecodeOptions['versions']>,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  let document = value as Record<string, unknown>;
  const version = document['schemaVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version)) return value;
  if (version > current) {
    throw new Failure('newer-schema', {
      subject: name,
      problem: `this is ${what} of schemaVersion ${version}, and this version of begrotingswacht knows no later one than ${current}`,
      remedy: 'Update begrotingswacht',
    });
  }
  for (let from = version; from < current; from += 1) {
    const migrate = migrations[from];
    if (!migrate) return value;
    document = { ...migrate(document), schemaVersion: from + 1 };
  }
  return document;
}

function jsonProblem(text: string, cause: unknown): string {
  const conflict = text.split('\n').findIndex((line) => /^(?:<{7}|>{7}) /.test(line));
  if (conflict >= 0) return `line ${conflict + 1} holds the mark of an unresolved merge`;
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replaceAll(/\s+/g, ' ').slice(0, LONGEST_MESSAGE);
}

function schemaProblem({ issues }: ZodError): string {
  const places = issues
    .slice(0, MOST_PLACES)
    .map(({ path, message }) => `${placeOf(path)}: ${message}`);
  const more = issues.length - places.length;
  return `${places.join('; ')}${more > 0 ? `; and ${more} more` : ''}`.replaceAll(/\s+/g, ' ');
}

/** `studies[3].status`; `the whole` for the document itself. */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole';
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`,
    )
    .join('');
}
