import { z } from 'zod';
import type { Extraction } from '../study/extraction.ts';
import { accountSchema, annexSchema, noticeSchema } from './annex-schema.ts';
import { confidenceSchema } from './confidence-schema.ts';
import { editionSchema, statedEditionSchema, text, textOrNull } from './edition-schema.ts';
import { SNAPSHOT_VERSION } from './migrations.ts';
import type { PrintReference, Snapshot } from './snapshot.ts';
import { studySchema, studyShape } from './study-schema.ts';

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

/** What `extract --format json` prints. */
export const extractionSchema: z.ZodType<Extraction> = z.object({
  schemaVersion: z.literal(1),
  edition: statedEditionSchema,
  annex: annexSchema.nullable(),
  account: accountSchema.nullable(),
  studies: z.array(studyShape.extend({ confidence: z.exactOptional(confidenceSchema) })),
  notices: z.array(noticeSchema),
});

/** A file such as snapshots/XV/2022-jaarverslag.json. */
export const snapshotSchema: z.ZodType<Snapshot> = z.object({
  schemaVersion: z.literal(SNAPSHOT_VERSION),
  edition: editionSchema,
  print: printReferenceSchema,
  extractor: z.int().min(0),
  annex: annexSchema.nullable(),
  studies: z.array(studySchema),
  notices: z.array(noticeSchema),
});
