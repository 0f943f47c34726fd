import { likelihood } from '../match/score.ts';
import { profileOf } from '../match/profile.ts';
import type { Listed } from './claims.ts';
import type { RegisteredStudy, Sighting } from './register.ts';

interface Former {
  readonly id: string;
  readonly sighting: Sighting;
}

/**
 * The id that each study of an edition had in the former reading of it: by its wording, the n-th of one
 * wording with the n-th; then by a wording that is close to a former one which is there no more, since a
 * better extractor reads titles better (a word that was cut off, a note digit). A wording that a study
 * bears already says which study it is.
 * @param borne titles of the studies that it can be
 */
export function formerIds(
  listed: readonly Listed[],
  studies: readonly RegisteredStudy[],
  edition: string,
  borne: ReadonlySet<string>,
): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  const left: Former[] = [];
  for (const [title, formers] of Map.groupBy(
    formersOf(studies, edition),
    (it) => it.sighting.title,
  )) {
    const now = [...listed.entries()].filter(([, it]) => it.title === title);
    for (const [place, former] of formers.entries()) {
      const index = now[place]?.[0];
      if (index === undefined) left.push(former);
      else known.set(index, former.id);
    }
  }
  for (const [index, former] of closest(listed, known, left, borne)) known.set(index, former.id);
  return known;
}

/** In printed order. */
function formersOf(studies: readonly RegisteredStudy[], edition: string): readonly Former[] {
  return studies
    .flatMap(({ id, editions }) =>
      editions.filter((it) => it.edition === edition).map((sighting) => ({ id, sighting })),
    )
    .toSorted((one, other) => firstRow(one) - firstRow(other));
}

function firstRow({ sighting: { rows } }: Former): number {
  return rows[0] ?? 0;
}

/** As near as two readings of one cell are, and nearer than to any other. */
const CLOSE = 0.6;

function closest(
  listed: readonly Listed[],
  known: ReadonlyMap<number, string>,
  left: readonly Former[],
  borne: ReadonlySet<string>,
): ReadonlyMap<number, Former> {
  const found = left.flatMap((former) =>
    [...listed.entries()]
      .filter(([index, { title }]) => !known.has(index) && !borne.has(title))
      .map(([index, it]) => ({ index, former, score: closeness(it, former) }))
      .filter(({ score }) => score >= CLOSE),
  );
  const taken = new Map<number, Former>();
  const settled = new Set<Former>();
  for (const { index, former, score } of found.toSorted((one, other) => other.score - one.score)) {
    if (taken.has(index) || settled.has(former)) continue;
    const tie = found.some(
      (it) => it.score === score && (it.index === index) !== (it.former === former),
    );
    if (tie) continue;
    taken.set(index, former);
    settled.add(former);
  }
  return taken;
}

/** Share of the words, or of the letters where a title was cut; never across what parts two studies. */
function closeness({ profile, title }: Listed, { sighting }: Former): number {
  const former = profileOf({ title: sighting.title });
  const { guard, title: words } = likelihood(former, profile);
  if (guard !== null) return 0;
  const [shorter, longer] =
    former.fold.length < profile.fold.length
      ? [former.fold, profile.fold]
      : [profile.fold, former.fold];
  const isCut = title !== '' && shorter.length > 0 && longer.startsWith(shorter);
  return Math.max(words, isCut ? shorter.length / longer.length : 0);
}
