import { z } from 'zod';
import { statedEditionSchema } from '../snapshot/edition-schema.ts';
import type {
  Cause,
  Change,
  ChangeKind,
  Comparison,
  News,
  Pair,
  ReviewItem,
  RowReference,
} from './comparison.ts';

const row = z.int().min(0);
const textOrNull = z.string().nullable();

const KINDS: Readonly<Record<ChangeKind, null>> = {
  'status-changed': null,
  'status-first-stated': null,
  'status-reverted': null,
  'reported-finished': null,
  'reported-unfinished': null,
  'new-cycle': null,
  postponed: null,
  advanced: null,
  conflict: null,
  'completion-withdrawn': null,
  'completion-stated': null,
  'conclusions-added': null,
  'conclusions-changed': null,
  'conclusions-removed': null,
  'report-linked': null,
  'link-changed': null,
  retitled: null,
  'type-changed': null,
  'articles-changed': null,
  'theme-changed': null,
  'description-changed': null,
  overdue: null,
  added: null,
  'aged-out': null,
  'awaiting-report': null,
  vanished: null,
  'theme-absent': null,
  'not-accounted-for': null,
  moved: null,
};

export const changeKindSchema: z.ZodType<ChangeKind> = z.enum(
  Object.keys(KINDS) as [ChangeKind, ...ChangeKind[]],
);
export const newsSchema: z.ZodType<News> = z.enum(['yes', 'light', 'no']);
export const causeSchema: z.ZodType<Cause> = z.enum(['successor', 'republished', 'correction']);

const rowReferenceSchema: z.ZodType<RowReference> = z.object({ title: z.string(), row });

const pairSchema: z.ZodType<Pair> = z.object({
  before: rowReferenceSchema,
  after: rowReferenceSchema,
  by: z.enum(['title', 'folded-title', 'judgement', 'similar']),
  score: z.number().min(0).max(1),
});

const changeSchema: z.ZodType<Change> = z.object({
  kind: changeKindSchema,
  title: z.string(),
  field: textOrNull,
  before: textOrNull,
  after: textOrNull,
  beforeRow: row.nullable(),
  afterRow: row.nullable(),
  news: newsSchema,
  eventId: z.string().regex(/^[0-9a-f]{16}$/),
});

const reviewItemSchema: z.ZodType<ReviewItem> = z.object({
  before: z.array(rowReferenceSchema),
  after: z.array(rowReferenceSchema),
  reason: z.string(),
});

/** What `diff --format json` prints. */
export const comparisonSchema: z.ZodType<Comparison> = z.object({
  schemaVersion: z.literal(1),
  from: statedEditionSchema,
  to: statedEditionSchema,
  pairs: z.array(pairSchema),
  changes: z.array(changeSchema),
  review: z.array(reviewItemSchema),
});
