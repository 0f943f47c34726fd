import { enroll, unsureTitles } from './enroll.ts';
import type { EnrolledEdition, Enrolment, EnrolOptions } from './enroll.ts';
import { applyJudgements, verdictsIn } from './judge.ts';
import type { Judgement, Judgements } from './judgements.ts';
import type { Register } from './register.ts';

/**
 * As `enroll`, under the judgements of people: what they hold for other studies is never joined, also when
 * the titles are equal, and what they say of rows of this edition holds at once.
 */
export function enrollJudged(
  register: Register,
  edition: EnrolledEdition,
  judgements: Judgements,
  stated: NonNullable<EnrolOptions['stated']>,
): Enrolment {
  const verdictOf = verdictsIn(register, judgements);
  const bearers = new Map<string, string[]>();
  for (const { id, titles } of register.studies) {
    for (const { title } of titles) bearers.set(title, [...(bearers.get(title) ?? []), id]);
  }
  const isApart = (id: string, title: string): boolean => {
    const others = bearers.get(title) ?? [];
    // Of two that bore the title the last bearer goes on.
    if (others.includes(id)) return false;
    return others.some((other) => isSaidToDiffer(verdictOf(id, other)));
  };
  const enrolled = enroll(register, edition, { stated, isApart });
  const judged = applyJudgements(enrolled.register, judgements);
  const ids = idsIn(judged, edition.edition.id);
  return {
    register: judged,
    ids: enrolled.ids.map((id, row) => ids.get(row) ?? id),
    unsure: unsureTitles(judged, edition.edition.id),
  };
}

function isSaidToDiffer(judgement: Judgement | null): boolean {
  return judgement !== null && judgement.verdict !== 'same';
}

/** Id of each row that an edition is registered with. */
function idsIn({ studies }: Register, edition: string): ReadonlyMap<number, string> {
  return new Map(
    studies.flatMap(({ id, editions }) =>
      editions
        .filter((it) => it.edition === edition)
        .flatMap(({ rows }) => rows.map((row) => [row, id] as const)),
    ),
  );
}
