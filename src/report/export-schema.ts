import { z } from 'zod';
import { causeSchema, changeKindSchema, newsSchema } from '../change/schema.ts';
import { statusSchema } from '../snapshot/study-schema.ts';

const textOrNull = z.string().nullable();
const yearOrNull = z.int().nullable();

/** One line of studies.ndjson; its keys, in this order, are the columns of studies.csv. */
export const exportedStudySchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string().describe('id in the register; stays the same through all editions'),
  chapter: z.string().describe('budget chapter of the newest edition that lists the study'),
  ministry: z.string().describe('how people name that chapter'),
  title: z.string().describe('newest wording'),
  type: textOrNull.describe('as last stated; null when no edition stated one'),
  completion: textOrNull.describe('as last stated'),
  completionFrom: yearOrNull,
  completionTo: yearOrNull,
  status: statusSchema.nullable().describe('as last stated'),
  conclusions: textOrNull.describe('as last stated; "" when stated to be none'),
  articles: z.array(z.string()),
  theme: textOrNull,
  links: z.array(z.string()).describe('addresses in the newest row that has any'),
  slips: z.int().describe('how often the year of completion was put off'),
  firstEdition: z.string(),
  lastEdition: z.string().describe('newest edition that lists the study'),
  editions: z.int().describe('how many editions list it'),
  page: textOrNull.describe('page of the newest row, as printed, else of the PDF'),
  url: z.string().describe('official paper, at that page'),
});
export type ExportedStudy = z.output<typeof exportedStudySchema>;

/** One line of changes.ndjson; its keys, in this order, are the columns of changes.csv. */
export const exportedChangeSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string().describe('id of the event; the same in every run'),
  edition: z.string().describe('edition that shows the change'),
  published: textOrNull.describe('ISO date of that edition'),
  against: textOrNull.describe('edition that it was compared with'),
  study: textOrNull.describe('id in the register; null for a change of several studies'),
  studies: z.array(z.string()).describe('their ids; empty for a change of one study'),
  title: z.string(),
  kind: changeKindSchema,
  news: newsSchema,
  cause: causeSchema,
  field: textOrNull,
  before: textOrNull,
  after: textOrNull,
  told: z
    .enum(['tell', 'baseline', 'history'])
    .describe('whether it is told, or was recorded by a first pass, or for the record alone'),
  corrects: textOrNull.describe('id of the event that this one corrects'),
  recorded: z.string().describe('ISO instant of the run that recorded it'),
  sentence: z.string().describe('one sentence in the language of the configuration'),
});
export type ExportedChange = z.output<typeof exportedChangeSchema>;

/** For scripts/schema.ts. */
export const exportSchemas = {
  'export-study.schema.json': exportedStudySchema,
  'export-change.schema.json': exportedChangeSchema,
} as const;
