import { ZodArray, ZodDefault, ZodObject, ZodPrefault } from 'zod';
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import { WrittenConfig } from './schema.ts';

/** One thing that is wrong, said of the key it is about. */
export interface Mistake {
  /** `digest.day`, `source.hosts.0`; empty for the whole file. */
  readonly path: string;
  /** Names the key, what stands there and what is allowed; without full stop. */
  readonly text: string;
}

/** Keys by which people try to put a token into the file. */
const TOKEN_LIKE = /token|secret|password|apikey/iu;

/** Every mistake that the schema finds in a parsed file. */
export function schemaMistakes(written: unknown): readonly Mistake[] {
  const result = WrittenConfig.safeParse(written);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => issueMistakes(issue, written));
}

function issueMistakes(issue: z.core.$ZodIssue, written: unknown): readonly Mistake[] {
  const keys = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...keys, key]));
  }
  const path = keys.join('.');
  const shown = showValue(valueAt(written, keys));
  const allowed = schemaAt(keys).description ?? 'something else';
  const name = path === '' ? 'the file' : path;
  return [{ path, text: `${name} is ${shown}, and must be ${allowed}` }];
}

function unknownKey(keys: readonly string[]): Mistake {
  const path = keys.join('.');
  const key = keys.at(-1) ?? '';
  if (TOKEN_LIKE.test(key)) {
    return {
      path,
      text: `unknown key "${path}" (tokens come from the environment only: set GITHUB_TOKEN)`,
    };
  }
  const known = Object.keys(shapeOf(schemaAt(keys.slice(0, -1))));
  const likely = nearest(key, known);
  const hint = likely
    ? `did you mean "${likely}"?`
    : `known are ${known.map((each) => `"${each}"`).join(', ')}`;
  return { path, text: `unknown key "${path}" (${hint})` };
}

/** The schema that a path of keys leads to, as far as it goes. */
function schemaAt(keys: readonly string[]): z.ZodType {
  let schema: z.ZodType = WrittenConfig;
  for (const key of keys) {
    const bare = withoutDefault(schema);
    const next = bare instanceof ZodArray ? (bare.element as z.ZodType) : shapeOf(schema)[key];
    if (!next) break;
    schema = next;
  }
  return schema;
}

/** The keys of an object schema. */
function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  const bare = withoutDefault(schema);
  return bare instanceof ZodObject ? bare.shape : {};
}

function withoutDefault(schema: z.ZodType): z.ZodType {
  return schema instanceof ZodDefault || schema instanceof ZodPrefault
    ? (schema.unwrap() as z.ZodType)
    : schema;
}

/** What stands at a path of keys; undefined when there is nothing. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}

/** A value as it may be shown: on one line, not long, and without the password of a URL. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value).replace(/\/\/[^/@"]*@/gu, '//…@');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
