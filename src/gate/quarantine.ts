import { z } from 'zod';
import type { Edition } from '../edition/edition.ts';
import { editionSchema } from '../snapshot/edition-schema.ts';
import { extractionSchema, printReferenceSchema } from '../snapshot/schema.ts';
import type { PrintReference } from '../snapshot/snapshot.ts';
import type { Extraction } from '../study/extraction.ts';
import type { FailedGate, GateName } from './gate.ts';

/** A reading that was not accepted, with all that is needed to judge it. */
export interface Quarantine {
  readonly schemaVersion: 1;
  readonly edition: Edition;
  readonly print: PrintReference;
  /** Version of the reading rules; another one reads the print anew. */
  readonly extractor: number;
  /** ISO instant of the run that refused it. */
  readonly recorded: string;
  readonly gates: readonly FailedGate[];
  /** What was read; null when the reader contradicted itself. */
  readonly extraction: Extraction | null;
}

const GATES = [
  'header-unknown',
  'required-columns',
  'empty-titles',
  'known-status',
  'known-completion',
  'study-count',
  'text-lost',
  'pages-missing',
  'low-confidence',
  'contradiction',
] as const satisfies readonly GateName[];

export const failedGateSchema: z.ZodType<FailedGate> = z.object({
  gate: z.enum(GATES),
  message: z.string(),
});

const quarantineSchema: z.ZodType<Quarantine> = z.object({
  schemaVersion: z.literal(1),
  edition: editionSchema,
  print: printReferenceSchema,
  extractor: z.int().min(0),
  recorded: z.iso.datetime({ offset: true }),
  gates: z.array(failedGateSchema).min(1),
  extraction: extractionSchema.nullable(),
});

export function encodeQuarantine(quarantine: Quarantine): string {
  return `${JSON.stringify(quarantine, null, 2)}\n`;
}

/** null for what cannot be read: the print is there still and is then read anew. */
export function decodeQuarantine(text: string): Quarantine | null {
  try {
    return quarantineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
