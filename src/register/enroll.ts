import { chapterFamily } from '../edition/chapters.ts';
import type { Edition } from '../edition/edition.ts';
import { studiesIn } from '../match/places.ts';
import { profileOf } from '../match/profile.ts';
import type { MatchedRow } from '../match/profile.ts';
import { claimTitles } from './claims.ts';
import type { Candidate, Claims, Listed } from './claims.ts';
import type { Register, RegisteredDoubt, RegisteredStudy, Sighting } from './register.ts';
import { formerIds } from './reread.ts';
import { withoutEdition, withSighting } from './sighting.ts';
import { findSimilar } from './similar.ts';
import type { Resemblance } from './similar.ts';

/** An edition whose rows are to be known; a snapshot is one. */
export interface EnrolledEdition {
  readonly edition: Pick<Edition, 'id' | 'chapter' | 'year'>;
  readonly studies: readonly MatchedRow[];
}

export interface EnrolOptions {
  /** What the editions so far said last of a study; without it only titles are compared. */
  readonly stated?: (id: string) => MatchedRow | null;
  /** Two studies that a person has judged not to be one. */
  readonly isApart?: (id: string, title: string) => boolean;
}

export interface Enrolment {
  readonly register: Register;
  /** Id of each row, in the order of `studies`. */
  readonly ids: readonly string[];
  /** Wordings that have an id of their own because they could be any of these studies. */
  readonly unsure: ReadonlyMap<string, readonly string[]>;
}

/**
 * Gives each row of an edition its study's id, in any phase: that which the former reading of the edition
 * gave it; that of a study of the chapter, else of its family, with the same title, else with the same
 * folded title; that of a study to which it is similar beyond doubt, one to one over the whole edition;
 * else a new one. A new one that may be a known study is noted as a doubt, for a person to judge. Rows of
 * one edition are one study only when their titles are equal.
 */
export function enroll(
  register: Register,
  { edition, studies }: EnrolledEdition,
  { stated = () => null, isApart = () => false }: EnrolOptions = {},
): Enrolment {
  const listed = listedIn(studies);
  const cleaned = register.studies.map((it) => withoutEdition(it, edition.id));
  const family = chapterFamily(edition.chapter);
  const candidates = cleaned
    .filter((it) => family.includes(it.chapter) && it.mergedInto === undefined)
    .map((study): Candidate => ({ study, profile: profileOfStudy(study, stated(study.id)) }));
  const borne = new Set(candidates.flatMap(({ study }) => study.titles.map(({ title }) => title)));
  const former = formerIds(listed, register.studies, edition.id, borne);
  const claims = claimInFamily(listed, former, candidates, edition.chapter, isApart);
  const similar = similarOnes(listed, claims, candidates, edition, isApart);

  const byId = new Map(cleaned.map((study) => [study.id, study]));
  const ids: string[] = [];
  let last = Math.max(0, ...register.studies.map(({ id }) => Number(id.slice(1))));
  for (const [index, { title, rows }] of listed.entries()) {
    const found = similar.known.get(index);
    const id = claims.known.get(index) ?? found?.id ?? mint((last += 1));
    const study =
      byId.get(id) ?? newStudy(id, edition, doubtsOf(index, edition.id, claims, similar));
    const before = register.studies.find((it) => it.id === id);
    const how = found
      ? ({ by: 'similar', score: found.score } as const)
      : howBefore(before, edition.id, title);
    byId.set(id, withSighting(study, { edition: edition.id, title, rows, ...how }));
    for (const row of rows) ids[row] = id;
  }
  const enrolled: Register = { ...register, studies: [...byId.values()] };
  return { register: enrolled, ids, unsure: unsureTitles(enrolled, edition.id) };
}

/** Wordings of an edition whose study is new there only because it may be one of these. */
export function unsureTitles(
  { studies }: Register,
  edition: string,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    studies.flatMap(({ doubts = [], editions }) => {
      const mayBe = doubts
        .filter((it) => it.edition === edition && it.settled !== 'not-same')
        .map(({ study }) => study);
      const sightings = editions.filter((it) => it.edition === edition);
      return mayBe.length === 0 ? [] : sightings.map(({ title }) => [title, mayBe] as const);
    }),
  );
}

function mint(number: number): string {
  return `s${String(number).padStart(5, '0')}`;
}

function newStudy(
  id: string,
  { chapter }: Pick<Edition, 'chapter'>,
  doubts: readonly RegisteredDoubt[],
): RegisteredStudy {
  const study = { id, chapter, titles: [], editions: [] };
  return doubts.length === 0 ? study : { ...study, doubts };
}

function listedIn(studies: readonly MatchedRow[]): readonly Listed[] {
  const profiles = studies.map(profileOf);
  return studiesIn(profiles).flatMap((rows) => {
    const profile = profiles[rows[0] ?? 0];
    return profile ? [{ title: profile.title, rows, profile }] : [];
  });
}

function profileOfStudy(
  { titles, editions }: RegisteredStudy,
  stated: MatchedRow | null,
): Candidate['profile'] {
  return profileOf(stated ?? { title: editions.at(-1)?.title ?? titles.at(-1)?.title ?? '' });
}

/** Studies of the chapter itself first: only what it does not know may have come from its family. */
function claimInFamily(
  listed: readonly Listed[],
  former: ReadonlyMap<number, string>,
  candidates: readonly Candidate[],
  chapter: string,
  isApart: NonNullable<EnrolOptions['isApart']>,
): Claims {
  const own = claimTitles(
    listed,
    former,
    candidates.filter(({ study }) => study.chapter === chapter),
    isApart,
  );
  const all = claimTitles(listed, own.known, candidates, isApart);
  const unsure = new Map([...all.unsure, ...own.unsure]);
  const known = [...all.known].filter(([index]) => !own.unsure.has(index));
  return { known: new Map(known), unsure };
}

function similarOnes(
  listed: readonly Listed[],
  { known, unsure }: Claims,
  candidates: readonly Candidate[],
  edition: Pick<Edition, 'year'>,
  isApart: NonNullable<EnrolOptions['isApart']>,
): Resemblance {
  const open = new Map(
    [...listed.entries()].filter(([index]) => !known.has(index) && !unsure.has(index)),
  );
  const taken = new Set([...known.values(), ...[...unsure.values()].flat()]);
  const free = candidates.filter(({ study }) => !taken.has(study.id));
  return findSimilar(open, free, edition, (id, { title }) => isApart(id, title));
}

function doubtsOf(
  index: number,
  edition: string,
  claims: Claims,
  similar: Resemblance,
): readonly RegisteredDoubt[] {
  const byTitle = (claims.unsure.get(index) ?? []).map((study) => ({
    study,
    edition,
    score: 1,
    reasons: ['equal-titles'],
  }));
  const likely = (similar.unsure.get(index) ?? []).map(({ id, score, reasons }) => ({
    study: id,
    edition,
    score,
    reasons,
  }));
  return [...byTitle, ...likely];
}

/** Read again, a study stays known by what it was known by. */
function howBefore(
  study: RegisteredStudy | undefined,
  edition: string,
  title: string,
): Pick<Sighting, 'by' | 'score' | 'formerly'> {
  const sightings = study?.editions.filter((it) => it.edition === edition) ?? [];
  const { by, score, formerly } = sightings.find((it) => it.title === title) ?? sightings[0] ?? {};
  return {
    ...(by === undefined ? {} : { by }),
    ...(score === undefined ? {} : { score }),
    ...(formerly === undefined ? {} : { formerly }),
  };
}
