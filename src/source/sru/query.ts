import { paperNumber, vergaderjaar } from '../../edition/calendar.ts';
import { chapterOf } from '../../edition/chapters.ts';
import type { Edition } from '../../edition/edition.ts';

const PARLIAMENTARY_PAPERS = 'c.product-area==officielepublicaties AND w.publicatienaam==Kamerstuk';

/**
 * CQL that finds the papers of all these editions at once, in a fixed order. It may find other papers
 * too: titles are worded differently by ministry and year, so the choice is made on the records.
 */
export function queryFor(editions: readonly Edition[]): string {
  const clauses = editions.map(editionClause);
  const [only] = clauses;
  const wanted = clauses.length === 1 && only ? only : clauses.map(group).join(' OR ');
  return `${PARLIAMENTARY_PAPERS} AND ${group(wanted)} sortBy dt.identifier/sort.ascending`;
}

/** By dossier and number once known; before, by parliamentary year, number and words of the title. */
function editionClause(edition: Edition): string {
  const number = edition.number ?? paperNumber(edition.phase);
  if (edition.dossier !== null) {
    const dossier = quote(`${edition.dossier}-${edition.chapter}`);
    return `w.dossiernummer==${dossier} AND w.ondernummer==${quote(number)}`;
  }
  const titles = titleWords(edition).map((words) => `dt.title all ${quote(words)}`);
  return (
    `w.vergaderjaar==${quote(vergaderjaar(edition))} AND w.ondernummer==${quote(number)}` +
    ` AND ${titles.length === 1 ? titles.join('') : group(titles.join(' OR '))}`
  );
}

function titleWords({ chapter, year, phase }: Edition): readonly string[] {
  const known = chapterOf(chapter);
  if (known) return known.searchWords.map((words) => `${words} ${year}`);
  return [phase === 'jaarverslag' ? `jaarverslag ${year}` : `vaststelling ${year}`];
}

function group(expression: string): string {
  return `(${expression})`;
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/gu, '\\$&')}"`;
}

/** The URL of one page of results. Spaces as %20, as all clients of the service send them. */
export function searchUrl(
  endpoint: string,
  query: string,
  startRecord: number,
  maximumRecords: number,
): string {
  const parameters = {
    operation: 'searchRetrieve',
    version: '2.0',
    query,
    startRecord: String(startRecord),
    maximumRecords: String(maximumRecords),
    recordSchema: 'gzd',
    httpAccept: 'application/xml',
  };
  const encoded = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${endpoint}${endpoint.includes('?') ? '&' : '?'}${encoded.join('&')}`;
}
