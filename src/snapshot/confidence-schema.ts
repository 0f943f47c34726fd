import { z } from 'zod';
import type { Confidence, Level, ReasonKind } from '../study/confidence.ts';
import { text } from './edition-schema.ts';
import { PRINTED_KEYS } from '../study/study.ts';

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
        'text-gap',
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
