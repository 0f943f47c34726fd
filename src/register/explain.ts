import { publicationOrder } from '../edition/calendar.ts';
import { chapterFamily } from '../edition/chapters.ts';
import { matchProfiles } from '../match/match.ts';
import type { Comparison } from '../match/match.ts';
import { profileOf } from '../match/profile.ts';
import type { Profile } from '../match/profile.ts';
import { THRESHOLDS } from '../match/thresholds.ts';
import type { Thresholds } from '../match/thresholds.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { verdictsIn } from './judge.ts';
import type { Judgement, Judgements } from './judgements.ts';
import { byPublication } from './order.ts';
import type { Register, RegisteredDoubt, RegisteredStudy, Sighting } from './register.ts';
import { statedIn } from './stated.ts';

/** Why a study was known, or not, in every edition of its line. */
export interface StudyExplanation {
  readonly schemaVersion: 1;
  readonly study: Pick<RegisteredStudy, 'id' | 'chapter' | 'titles'>;
  /** Ids that a person joined to it. */
  readonly joined: readonly string[];
  readonly doubts: readonly RegisteredDoubt[];
  readonly thresholds: Thresholds;
  readonly editions: readonly EditionExplanation[];
}

export interface EditionExplanation {
  readonly edition: string;
  /** The rows that are the study there; [] where it was not found. */
  readonly sightings: readonly Sighting[];
  /** How it was known: `new` at its first edition. */
  readonly by: 'new' | 'title' | 'similar' | 'judgement' | 'not found';
  readonly judgement: Judgement | null;
  /** What else its row could have been, or what row it could have been: the likeliest first. */
  readonly candidates: readonly ExplainedCandidate[];
}

export interface ExplainedCandidate extends Pick<
  Comparison,
  'score' | 'title' | 'evidence' | 'guard' | 'doubts' | 'margin' | 'decision'
> {
  /** Study known before, with the title that it was known by. */
  readonly known: { readonly id: string; readonly title: string };
  readonly row: { readonly row: number; readonly title: string };
}

const MOST_CANDIDATES = 5;
const WORTH_SHOWING = 0.3;

/** Replays the matching of a study edition by edition, with what was known before each. */
export function explainStudy(
  register: Register,
  snapshots: ReadonlyMap<string, Snapshot>,
  judgements: Judgements,
  study: RegisteredStudy,
): StudyExplanation {
  const family = chapterFamily(study.chapter);
  const verdictOf = verdictsIn(register, judgements);
  const first = study.editions[0]?.edition;
  const editions = [...snapshots.values()]
    .filter(({ edition }) => family.includes(edition.chapter))
    .filter(({ edition }) => first !== undefined && byPublication(edition.id, first) >= 0)
    .sort((one, other) => publicationOrder(one.edition, other.edition));
  return {
    schemaVersion: 1,
    study: { id: study.id, chapter: study.chapter, titles: study.titles },
    joined: register.studies.filter((it) => it.mergedInto === study.id).map(({ id }) => id),
    doubts: study.doubts ?? [],
    thresholds: THRESHOLDS,
    editions: editions.map((snapshot) => {
      const sightings = study.editions.filter((it) => it.edition === snapshot.edition.id);
      const candidates = candidatesIn(snapshot, register, snapshots, study);
      return {
        edition: snapshot.edition.id,
        sightings,
        by: howKnown(sightings, snapshot.edition.id === first),
        judgement: judgementOn(study, sightings, candidates, verdictOf),
        candidates,
      };
    }),
  };
}

function howKnown(sightings: readonly Sighting[], isFirst: boolean): EditionExplanation['by'] {
  const [sighting] = sightings;
  if (!sighting) return 'not found';
  return sighting.by ?? (isFirst ? 'new' : 'title');
}

function judgementOn(
  study: RegisteredStudy,
  sightings: readonly Sighting[],
  candidates: readonly ExplainedCandidate[],
  verdictOf: ReturnType<typeof verdictsIn>,
): Judgement | null {
  const others = [
    ...sightings.flatMap(({ formerly }) => formerly ?? []),
    ...candidates.map(({ known }) => known.id),
  ];
  return others.map((id) => verdictOf(study.id, id)).find((it) => it !== null) ?? null;
}

interface Known {
  readonly id: string;
  readonly profile: Profile;
}

function candidatesIn(
  snapshot: Snapshot,
  register: Register,
  snapshots: ReadonlyMap<string, Snapshot>,
  study: RegisteredStudy,
): readonly ExplainedCandidate[] {
  const known = knownBefore(snapshot, register, snapshots);
  const rows = snapshot.studies.map(profileOf);
  const own = new Set(
    study.editions.filter((it) => it.edition === snapshot.edition.id).flatMap((it) => it.rows),
  );
  const { compared } = matchProfiles(
    known.map(({ profile }) => profile),
    rows,
  );
  return compared
    .filter(({ before, after }) => known[before]?.id === study.id || own.has(after))
    .filter((it) => it.score >= WORTH_SHOWING || isGuarded(it, known, rows))
    .toSorted((one, other) => other.score - one.score || one.after - other.after)
    .slice(0, MOST_CANDIDATES)
    .map(({ before, after, score, title, evidence, guard, doubts, margin, decision }) => ({
      known: { id: known[before]?.id ?? '', title: known[before]?.profile.title ?? '' },
      row: { row: after, title: rows[after]?.title ?? '' },
      score,
      title,
      evidence,
      guard,
      doubts,
      margin,
      decision,
    }));
}

/** A guard is worth showing where the words are much alike. */
function isGuarded(
  { guard, before, after }: Comparison,
  known: readonly Known[],
  rows: readonly Profile[],
): boolean {
  if (guard === null) return false;
  const [one, other] = [known[before]?.profile.tokens ?? [], rows[after]?.tokens ?? []];
  const shared = one.filter(({ stem }) => other.some((it) => it.stem === stem)).length;
  return shared * 2 >= Math.max(one.length, other.length);
}

/** The studies of the family as the editions before this one had them. */
function knownBefore(
  { edition }: Snapshot,
  register: Register,
  snapshots: ReadonlyMap<string, Snapshot>,
): readonly Known[] {
  const family = chapterFamily(edition.chapter);
  const earlier = new Map(
    [...snapshots].filter(([, it]) => publicationOrder(it.edition, edition) < 0),
  );
  const stated = statedIn(register, earlier);
  return register.studies
    .filter((it) => family.includes(it.chapter))
    .flatMap(({ id }) => {
      const row = stated(id);
      return row ? [{ id, profile: profileOf(row) }] : [];
    });
}
