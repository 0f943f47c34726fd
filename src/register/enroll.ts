import type { Edition } from '../edition/edition.ts';
import type { Study } from '../study/study.ts';
import { claimTitles } from './claims.ts';
import { byPublication, earliest } from './order.ts';
import type { Register, RegisteredStudy, Sighting } from './register.ts';

/** An edition whose rows are to be known; a snapshot is one. */
export interface EnrolledEdition {
  readonly edition: Pick<Edition, 'id' | 'chapter'>;
  readonly studies: readonly Pick<Study, 'title'>[];
}

export interface Enrolment {
  readonly register: Register;
  /** Id of each row, in the order of `studies`. */
  readonly ids: readonly string[];
  /** Wordings that got an id of their own because they could be any of these studies. */
  readonly unsure: ReadonlyMap<string, readonly string[]>;
}

/**
 * Gives each row of an edition its study's id: that of a study of the same chapter with the same title,
 * else with the same folded title, in any phase; else a new one. Rows of one edition are one study only
 * when their titles are equal. Enrolling an edition again replaces its sightings and keeps the ids of
 * all wordings that are still there.
 * @param decided wording to id, where a person or a better matcher than titles has settled it
 */
export function enroll(
  register: Register,
  enrolled: EnrolledEdition,
  decided: ReadonlyMap<string, string> = new Map(),
): Enrolment {
  const { edition, studies } = enrolled;
  const chapter = register.studies.filter((it) => it.chapter === edition.chapter);
  const settled = new Map([...formerly(chapter, edition.id), ...decided]);
  const cleaned = register.studies.map((it) => withoutEdition(it, edition.id));
  const rows = rowsByTitle(studies);
  const titles = [...rows.keys()];
  const { known, unsure } = claimTitles(
    titles,
    settled,
    cleaned.filter((it) => it.chapter === edition.chapter),
  );

  const byId = new Map(cleaned.map((study) => [study.id, study]));
  const ids: string[] = [];
  let last = Math.max(0, ...register.studies.map(({ id }) => Number(id.slice(1))));
  for (const [title, titleRows] of rows) {
    const id = known.get(title) ?? mint((last += 1));
    const study = byId.get(id) ?? { id, chapter: edition.chapter, titles: [], editions: [] };
    byId.set(id, withSighting(study, { edition: edition.id, title, rows: titleRows }));
    for (const row of titleRows) ids[row] = id;
  }
  return { register: { ...register, studies: [...byId.values()] }, ids, unsure };
}

function mint(number: number): string {
  return `s${String(number).padStart(5, '0')}`;
}

function rowsByTitle(studies: EnrolledEdition['studies']): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, { title }] of studies.entries()) {
    const others = rows.get(title);
    if (others) others.push(row);
    else rows.set(title, [row]);
  }
  return rows;
}

/** Wording to id as an earlier reading of the edition had it. */
function formerly(
  studies: readonly RegisteredStudy[],
  edition: string,
): readonly (readonly [string, string])[] {
  return studies.flatMap(({ id, editions }) =>
    editions.filter((it) => it.edition === edition).map(({ title }) => [title, id] as const),
  );
}

function withoutEdition(study: RegisteredStudy, edition: string): RegisteredStudy {
  return { ...study, editions: study.editions.filter((it) => it.edition !== edition) };
}

function withSighting(study: RegisteredStudy, sighting: Sighting): RegisteredStudy {
  const { edition, title } = sighting;
  const borne = study.titles.find((it) => it.title === title);
  const titles = borne
    ? study.titles.map((it) => (it === borne ? { title, since: earliest(it.since, edition) } : it))
    : [...study.titles, { title, since: edition }];
  const editions = [...study.editions, sighting];
  return {
    ...study,
    titles,
    editions: editions.toSorted((one, other) => byPublication(one.edition, other.edition)),
  };
}
