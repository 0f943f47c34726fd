import { z } from 'zod';
import { parseEditionId } from '../edition/edition.ts';
import { decodeJson } from '../failure/decode.ts';
import { Failure } from '../failure/failure.ts';
import { arrayLines, member, objectLines, onOneLine } from '../snapshot/lines.ts';
import { itemLines } from './item-lines.ts';

/**
 * `same`: these are one study. `not-same`: no two of them are. `split`: the first one became the others.
 * `merged`: the others became the first one. `unsure`: a person has looked and does not know.
 */
export const VERDICTS = ['same', 'not-same', 'split', 'merged', 'unsure'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What a person says of two or more studies; it beats titles and every score. */
export interface Judgement {
  readonly verdict: Verdict;
  /**
   * Each by its id (`s00042`), or as one edition shows it: the edition's id, a space, and the title as
   * printed there (`XV/2024-begroting Evaluatie Programma preventie beroepsziekten`).
   */
  readonly studies: readonly string[];
  /** ISO date. */
  readonly date: string;
  readonly reason: string;
  readonly who: string;
}

/** The file judgements.json below the snapshots folder, written by people. */
export interface Judgements {
  readonly schemaVersion: 1;
  readonly judgements: readonly Judgement[];
}

export const NO_JUDGEMENTS: Judgements = { schemaVersion: 1, judgements: [] };

/** Names what a judgement is about: an id, or a title in one edition. Null for any other text. */
export function parseReference(
  reference: string,
): { readonly id: string } | { readonly edition: string; readonly title: string } | null {
  if (/^s\d{5,}$/.test(reference)) return { id: reference };
  const space = reference.indexOf(' ');
  const edition = reference.slice(0, space);
  const title = reference.slice(space + 1).trim();
  return space > 0 && parseEditionId(edition) && title !== '' ? { edition, title } : null;
}

const referenceSchema = z
  .string()
  .regex(
    /^(?:s\d{5,}|[A-Z]{1,5}\/20\d\d-(?:begroting|jaarverslag) \S.*)$/,
    'expected an id such as s00042, or an edition and a title such as "XV/2024-begroting Evaluatie …"',
  )
  .meta({
    description:
      'An id such as s00042, or an edition and the title as printed there: "XV/2024-begroting Evaluatie …"',
  });

const judgementSchema: z.ZodType<Judgement> = z.strictObject({
  verdict: z.enum(VERDICTS).meta({
    description:
      'same: one study. not-same: other studies. split: the first became the others. merged: the others became the first. unsure: looked at, not known',
  }),
  studies: z
    .array(referenceSchema)
    .min(2)
    .refine((studies) => new Set(studies).size === studies.length, 'names one study twice'),
  date: z.iso.date(),
  reason: z.string().min(1),
  who: z.string().min(1),
});

export const judgementsSchema = z.strictObject({
  $schema: z.exactOptional(z.string()),
  schemaVersion: z.literal(1),
  judgements: z.array(judgementSchema),
});

/** File name in schema/ → schema. */
export const judgementSchemas = { 'judgements.schema.json': judgementsSchema } as const;

/** Canonical text: one judgement a line, in the order of judging. */
export function encodeJudgements({ schemaVersion, judgements }: Judgements): string {
  const lines = objectLines([
    member('schemaVersion', schemaVersion),
    ['judgements', arrayLines(judgements.map((judgement) => [onOneLine(judgement)]))],
  ]);
  return `${lines.join('\n')}\n`;
}

/**
 * Throws a Failure `config` that names the file and the place in it, and for two judgements that
 * contradict each other both lines.
 */
export function decodeJudgements(text: string, name: string): Judgements {
  const { schemaVersion, judgements } = decodeJson(judgementsSchema, text, name, {
    kind: 'config',
    what: 'a list of judgements',
    remedy: 'Correct it after schema/judgements.schema.json',
  });
  const lines = itemLines(text, 'judgements');
  requireConsistent(
    judgements,
    (reference) => reference,
    (first, second) => ({
      subject: name,
      places: `line ${lines[first] ?? '?'} and line ${lines[second] ?? '?'}`,
    }),
  );
  return { schemaVersion, judgements };
}

type Describe = (first: number, second: number) => { subject: string; places: string };

/**
 * Throws a Failure `config` when one judgement says that two studies are one, be it by way of a third,
 * and another that they are not, or when two judgements say different things of the same two studies.
 * @param resolve what a reference stands for; references that stand for nothing yet are left aside
 */
export function requireConsistent(
  judgements: readonly Judgement[],
  resolve: (reference: string) => string | null,
  describe: Describe = (first, second) => ({
    subject: 'judgements.json',
    places: `judgement ${first + 1} and judgement ${second + 1}`,
  }),
): void {
  const said = judgements.map(({ verdict, studies }) => ({
    verdict,
    studies: studies.flatMap((it) => resolve(it) ?? []),
  }));
  const verdicts = new Map<string, number>();
  for (const [at, { verdict, studies }] of said.entries()) {
    for (const pair of pairsOf(studies)) {
      const chain = verdict === 'same' ? null : linkOf(pair, said);
      const earlier = verdicts.get(pair.join(' '));
      const other =
        chain ?? (earlier !== undefined && said[earlier]?.verdict !== verdict ? earlier : null);
      if (other === null) {
        verdicts.set(pair.join(' '), at);
        continue;
      }
      const { subject, places } = describe(Math.min(at, other), Math.max(at, other));
      throw new Failure('config', {
        subject,
        problem: `${places} contradict each other about ${pair.join(' and ')}`,
        remedy: 'Keep the one that is right and delete the other',
      });
    }
  }
}

/** Pairs of different studies, each in one order. */
export function pairsOf(studies: readonly string[]): readonly (readonly [string, string])[] {
  const different = [...new Set(studies)].sort();
  return different.flatMap((one, at) =>
    different.slice(at + 1).map((other) => [one, other] as const),
  );
}

interface Said {
  readonly verdict: Verdict;
  readonly studies: readonly string[];
}

/** Index of the last judgement that makes two studies one, directly or by way of others; null when none does. */
function linkOf([one, other]: readonly [string, string], said: readonly Said[]): number | null {
  let reached = new Set([one]);
  for (;;) {
    const before = reached.size;
    for (const [at, { verdict, studies }] of said.entries()) {
      if (verdict !== 'same' || !studies.some((it) => reached.has(it))) continue;
      if (studies.includes(other)) return at;
      reached = new Set([...reached, ...studies]);
    }
    if (reached.size === before) return null;
  }
}
