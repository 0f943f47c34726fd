import { z } from 'zod';
import type { Edition, StatedEdition } from '../edition/edition.ts';
import type { Annex, AnnexNote, Extraction, Notice, TextAccount } from '../study/extraction.ts';
import type { Confidence, Level, ReasonKind } from '../study/confidence.ts';
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
import type { PrintReference, Snapshot } from './snapshot.ts';

// The order of keys in these schemas is the order in which a snapshot is written (see codec.ts).

const text = z.string();
const textOrNull = text.nullable();
const year = z.int().min(1900).max(2099);
const rowNumber = z.int().min(1);

export const phaseSchema = z.enum(['begroting', 'jaarverslag']);

export const editionSchema: z.ZodType<Edition> = z.object({
  id: text,
  chapter: text,
  year,
  phase: phaseSchema,
  dossier: textOrNull,
  number: textOrNull,
});

export const statedEditionSchema: z.ZodType<StatedEdition> = z.object({
  id: textOrNull,
  chapter: textOrNull,
  year: year.nullable(),
  phase: phaseSchema.nullable(),
  dossier: textOrNull,
  number: textOrNull,
});

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

const PRINTED_KEYS = [
  'title',
  'type',
  'completion',
  'status',
  'conclusions',
  'description',
  'articles',
  'theme',
  'subtheme',
] as const satisfies readonly PrintedKey[];

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
const study = z.object({
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
export const studySchema: z.ZodType<Study> = study;

const levelSchema: z.ZodType<Level> = z.enum(['high', 'medium', 'low']);

export const confidenceSchema: z.ZodType<Confidence> = z.object({
  row: levelSchema,
  cells: z.object(
    Object.fromEntries(PRINTED_KEYS.map((key) => [key, z.exactOptional(levelSchema)])),
  ),
  reasons: z.array(
    z.object({
      kind: z.enum([
        'row-start',
        'row-with-two-dates',
        'rows-otherwise',
        'row-may-be-part',
        'row-may-go-on',
        'empty-cell',
        'cut-text',
        'span-unclear',
        'empty-title',
        'header-reused',
        'header-fuzzy',
        'header-missing',
        'hyphen-without-evidence',
        'text-overflow',
        'footnote-without-text',
        'placeholder',
        'unknown-status',
        'unknown-type',
        'unparsed-completion',
        'unparsed-articles',
        'suspicious-value',
        'structure-differs',
        'readings-differ',
      ] satisfies readonly ReasonKind[]),
      on: z.enum(['row', ...PRINTED_KEYS]),
      level: levelSchema,
      message: text,
    }),
  ),
});

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
    'text-flipped',
    'text-off-page',
    'text-too-small',
    'text-over-text',
    'table-without-studies',
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

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits in lower case');

export const printReferenceSchema: z.ZodType<PrintReference> = z.object({
  sha256,
  url: text,
  publication: text,
  title: text,
  unformatted: z.boolean(),
  published: textOrNull,
  xml: z.exactOptional(z.object({ sha256, url: text })),
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

/** What `extract --format json` prints. */
export const extractionSchema: z.ZodType<Extraction> = z.object({
  schemaVersion: z.literal(1),
  edition: statedEditionSchema,
  annex: annexSchema.nullable(),
  account: accountSchema.nullable(),
  studies: z.array(study.extend({ confidence: z.exactOptional(confidenceSchema) })),
  notices: z.array(noticeSchema),
});

/** A file such as snapshots/XV/2022-jaarverslag.json. */
export const snapshotSchema: z.ZodType<Snapshot> = z.object({
  schemaVersion: z.literal(1),
  edition: editionSchema,
  print: printReferenceSchema,
  extractor: z.int().min(0),
  annex: annexSchema.nullable(),
  studies: z.array(studySchema),
  notices: z.array(noticeSchema),
});
