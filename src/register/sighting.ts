import { requireEditionId } from '../edition/edition.ts';
import { byPublication, earliest } from './order.ts';
import type { RegisteredStudy, Sighting } from './register.ts';

/** The study as if that edition had not been read. */
export function withoutEdition(study: RegisteredStudy, edition: string): RegisteredStudy {
  if (!study.editions.some((it) => it.edition === edition)) return study;
  return { ...study, editions: study.editions.filter((it) => it.edition !== edition) };
}

/** The study with one more place where it was found; its chapter is that of the newest one. */
export function withSighting(study: RegisteredStudy, sighting: Sighting): RegisteredStudy {
  const { edition, title } = sighting;
  const borne = study.titles.find((it) => it.title === title);
  const titles = borne
    ? study.titles.map((it) => (it === borne ? { title, since: earliest(it.since, edition) } : it))
    : [...study.titles, { title, since: edition }];
  const editions = [...study.editions, sighting].toSorted((one, other) =>
    byPublication(one.edition, other.edition),
  );
  const newest = editions.at(-1)?.edition ?? edition;
  return { ...study, chapter: requireEditionId(newest).chapter, titles, editions };
}
