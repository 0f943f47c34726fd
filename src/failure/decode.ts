import type { ZodError, ZodType } from 'zod';
import { Failure } from './failure.ts';
import type { FailureKind } from './failure.ts';

export interface DecodeOptions {
  readonly kind: FailureKind;
  /** What the text should be, as in “this is not a snapshot”. */
  readonly what: string;
  readonly remedy: string;
}

/** Most mistakes in one file have one cause; more lines would hide it. */
const MOST_PLACES = 3;
const LONGEST_MESSAGE = 200;

/**
 * Reads JSON that somebody or some crash may have damaged.
 * Throws a Failure of the given kind that names the file, the places in it and the remedy.
 * @param name the file as the user knows it
 */
export function decodeJson<Value>(
  schema: ZodType<Value>,
  text: string,
  name: string,
  { kind, what, remedy }: DecodeOptions,
): Value {
  const failure = (detail: string, cause: unknown): Failure =>
    new Failure(kind, { subject: name, problem: `this is not ${what}: ${detail}`, remedy, cause });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw failure(jsonProblem(text, cause), cause);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw failure(schemaProblem(result.error), result.error);
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
