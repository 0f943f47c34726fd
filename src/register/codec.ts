import { z } from 'zod';
import { decodeJson } from '../failure/decode.ts';
import { arrayLines, member, members, objectLines, onOneLine } from '../snapshot/lines.ts';
import { VERDICTS } from './judgements.ts';
import type { Register, RegisteredStudy } from './register.ts';

const idSchema = z.string().regex(/^s\d{5,}$/, 'expected an id such as s00042');

const studySchema: z.ZodType<RegisteredStudy> = z.object({
  id: idSchema,
  chapter: z.string(),
  titles: z.array(z.object({ title: z.string(), since: z.string() })),
  editions: z.array(
    z.object({
      edition: z.string(),
      title: z.string(),
      rows: z.array(z.int().min(0)).min(1),
      by: z.exactOptional(z.enum(['similar', 'judgement'])),
      score: z.exactOptional(z.number()),
      formerly: z.exactOptional(idSchema),
    }),
  ),
  doubts: z.exactOptional(
    z.array(
      z.object({
        study: idSchema,
        edition: z.string(),
        score: z.number(),
        reasons: z.array(z.string()),
        settled: z.exactOptional(z.enum(VERDICTS)),
      }),
    ),
  ),
  mergedInto: z.exactOptional(idSchema),
});

export const registerSchema: z.ZodType<Register> = z.object({
  schemaVersion: z.literal(1),
  studies: z.array(studySchema).superRefine((studies, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of studies.entries()) {
      if (seen.has(id)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `${id} stands here twice`,
        });
      }
      seen.add(id);
    }
  }),
});

export function emptyRegister(): Register {
  return { schemaVersion: 1, studies: [] };
}

/** Canonical text: one study a block, in the order of the ids; one title or edition a line. */
export function encodeRegister(register: Register): string {
  const { schemaVersion, studies } = registerSchema.parse(register);
  const lines = objectLines([
    member('schemaVersion', schemaVersion),
    ['studies', arrayLines(studies.map(studyLines))],
  ]);
  return `${lines.join('\n')}\n`;
}

function studyLines(study: RegisteredStudy): readonly string[] {
  return objectLines(
    members(study, {
      titles: arrayLines(study.titles.map((title) => [onOneLine(title)])),
      editions: arrayLines(study.editions.map((sighting) => [onOneLine(sighting)])),
      ...(study.doubts ? { doubts: arrayLines(study.doubts.map((it) => [onOneLine(it)])) } : {}),
    }),
  );
}

/** Throws a Failure `snapshot-damaged` that names the file, the place in it and the remedy. */
export function decodeRegister(text: string, name: string): Register {
  return decodeJson(registerSchema, text, name, {
    kind: 'snapshot-damaged',
    what: 'a register of studies',
    versions: { current: 1, migrations: {} },
    remedy: 'Restore the file from git; it cannot be made again, since the ids stand nowhere else',
  });
}
