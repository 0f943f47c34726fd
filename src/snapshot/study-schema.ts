import { z } from 'zod';
import { PRINTED_KEYS } from '../study/study.ts';
import type {
  Completion,
  Footnote,
  Link,
  Place,
  Printed,
  PrintedKey,
  Status,
  Study,
} from '../study/study.ts';
import { text, textOrNull, year } from './edition-schema.ts';

const rowNumber = z.int().min(1);

export const placeSchema: z.ZodType<Place> = z.object({
  page: z.int().min(0).nullable().describe('1-based page of the PDF; null in an XML edition'),
  pageLabel: textOrNull,
  toPage: z.int().min(0).nullable(),
  table: textOrNull,
  row: rowNumber.nullable(),
});

export const completionSchema: z.ZodType<Completion> = z.object({
  from: year.nullable(),
  to: year.nullable(),
  open: z.boolean(),
  latest: z.boolean(),
  unknown: z.boolean(),
});

export const statusSchema: z.ZodType<Status> = z.enum([
  'te starten',
  'lopend',
  'afgerond',
  'onbekend',
]);

export const printedSchema: z.ZodType<Printed> = z.object({
  title: textOrNull,
  type: textOrNull,
  completion: textOrNull,
  status: textOrNull,
  conclusions: textOrNull,
  description: textOrNull,
  articles: textOrNull,
  theme: textOrNull,
  subtheme: textOrNull,
} satisfies Record<PrintedKey, z.ZodType>);

export const linkSchema: z.ZodType<Link> = z.object({ url: text, text });

export const footnoteSchema: z.ZodType<Footnote> = z.object({
  mark: text,
  on: z.enum([...PRINTED_KEYS, 'heading', 'header']),
  text: textOrNull,
});

/**
 * Half of the fields stand before `printed` and half after it, each half in the order of `printed`:
 * so a cell's parsed value and its printed text are never more than six lines apart, and a cell
 * that changes is one hunk of `git diff`.
 */
export const studyShape = z.object({
  title: text,
  type: textOrNull,
  completion: completionSchema.nullable(),
  status: statusSchema.nullable(),
  statusCompletion: z.exactOptional(year),
  conclusions: textOrNull,
  printed: printedSchema,
  links: z.array(linkSchema),
  footnotes: z.array(footnoteSchema),
  description: textOrNull,
  articles: z.array(text),
  theme: textOrNull,
  subtheme: textOrNull,
  place: placeSchema,
});

/** A study as a snapshot holds it, without confidence: that may change with every better reader. */
export const studySchema: z.ZodType<Study> = studyShape;
