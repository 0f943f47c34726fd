import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Field } from '../../src/annex/vocabulary.ts';
import type { Case } from './cases.ts';

const FIELDS = [
  'title',
  'articles',
  'type',
  'completion',
  'source',
] as const satisfies readonly Field[];

const TRUTH = z.strictObject({
  name: z.string(),
  /** Below the folder with the real papers. */
  file: z.string(),
  pages: z.tuple([z.int(), z.int()]).nullable(),
  kind: z.enum(['table', 'pairs']),
  labels: z.array(z.tuple([z.string(), z.enum(FIELDS)])),
  rows: z.array(z.array(z.string().nullable())),
});

/**
 * Truth written by hand from what is printed: one JSON file a table, with its cells in the order of the
 * labels. They hold texts of others, and are therefore kept outside the project.
 * @param folder null or absent for none
 */
export function truthFilesIn(folder: string | undefined): readonly Case[] {
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const { rows, ...rest } = TRUTH.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      return { ...rest, blanks: true, truth: rows };
    });
}
