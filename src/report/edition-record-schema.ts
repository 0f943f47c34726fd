import { z } from 'zod';
import type { EditionRecord, PlanRowRecord, RowRecord } from './edition-record.ts';

const rowRecord = z.object({
  edition: z.string(),
  row: z.int().min(0).nullable().describe('0-based index in the studies of the snapshot'),
  page: z.string().nullable().describe('as printed, else that of the PDF'),
}) satisfies z.ZodType<RowRecord>;

const planRows = z.array(
  z.object({
    study: z.string().describe('id in the register'),
    title: z.string(),
    year: z.int().nullable().describe('for which it was planned'),
    planned: rowRecord.nullable(),
    now: rowRecord.nullable().describe('the row that shows the outcome'),
  }) satisfies z.ZodType<PlanRowRecord>,
);

const count = z.int().min(0);

/** The JSON beside a report on an edition. */
export const editionRecordSchema: z.ZodType<EditionRecord> = z.object({
  warning: z.exactOptional(z.string()),
  schemaVersion: z.literal(1),
  edition: z.string(),
  plan: z
    .object({
      counts: z.object({
        finished: count,
        later: count,
        running: count,
        unaccounted: count,
        total: count,
      }),
      finished: planRows,
      later: planRows,
      running: planRows,
      unaccounted: planRows,
      unstated: planRows.describe('listed without a known status; in no number'),
      unsure: planRows.describe('a row under review may be it; in no number'),
      undated: planRows.describe('without a definite year; in no number'),
    })
    .nullable()
    .describe('plan against result of a jaarverslag'),
  flags: z.object({ withoutConclusions: z.array(rowRecord), withoutReport: z.array(rowRecord) }),
  events: z.array(z.string()).describe('ids in the ledger'),
  doubts: z.array(rowRecord.extend({ title: z.string(), mayBe: z.array(z.string()) })),
});

/** Published as schema/<name>. */
export const reportSchemas: Readonly<Record<string, z.ZodType>> = {
  'edition-report.schema.json': editionRecordSchema,
};
