import { z } from 'zod';
import type { Edition, StatedEdition } from '../edition/edition.ts';

// The order of keys in these schemas is the order in which a snapshot is written (see codec.ts).

export const text = z.string();
export const textOrNull = text.nullable();
export const year = z.int().min(1900).max(2099);

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
