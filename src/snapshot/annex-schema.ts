import { z } from 'zod';
import type { Annex, AnnexNote, Notice, TextAccount } from '../study/extraction.ts';
import { text } from './edition-schema.ts';
import { placeSchema } from './study-schema.ts';

const noteSchema: z.ZodType<AnnexNote> = z.object({ text, place: placeSchema });

export const annexSchema: z.ZodType<Annex> = z.object({
  heading: text,
  pages: z
    .tuple([z.int().min(1), z.int().min(1)])
    .nullable()
    .describe('first and last page of the PDF; null in an XML edition, which has no pages'),
  notes: z.array(noteSchema),
});

export const noticeSchema: z.ZodType<Notice> = z.object({
  kind: z.enum([
    'no-annex',
    'unknown-header',
    'no-table',
    'readings-differ',
    'xml-not-read',
    'empty-title',
    'unknown-status',
    'unknown-type',
    'unparsed-completion',
    'unparsed-articles',
    'suspicious-value',
    'doubtful-row',
    'footnote-without-text',
    'text-outside-table',
    'text-overflow',
    'placeholder',
    'page-without-text',
    'page-cut-off',
    'page-damaged',
    'text-flipped',
    'text-off-page',
    'text-too-small',
    'letters-shifted',
    'text-over-text',
    'table-without-studies',
    'lone-title',
    'row-among-notes',
    'repaired-pdf',
    'unreadable-letters',
    'page-numbers-jump',
    'edition-unclear',
    'structure-differs',
  ] satisfies readonly Notice['kind'][]),
  message: text,
  place: placeSchema.nullable(),
  items: z.exactOptional(z.int().min(1)),
});

const count = z.int().min(0);

export const accountSchema: z.ZodType<TextAccount> = z.object({
  total: count,
  cell: count,
  heading: count,
  header: count,
  footnote: count,
  note: count,
  furniture: count,
  outside: count,
  notice: count,
});
