import { paperNumber } from '../../edition/calendar.ts';
import type { Edition } from '../../edition/edition.ts';
import { isAllowedUrl } from '../../edition/hosts.ts';
import type { Listing } from '../../edition/listing.ts';
import { Failure } from '../../failure/failure.ts';
import { hostNotAllowed } from '../web/failures.ts';
import type { SruRecord } from './answer.ts';

interface Candidate {
  readonly record: SruRecord;
  readonly dossier: string;
}

/**
 * The record of an edition among those found; null when there is none (not published yet). A paper is
 * known by its dossier and number, never by its id alone: it appears under a bare number first and
 * under its final id days later, and a corrected one may exist as `-n1` only.
 * Gives a Failure when two dossiers fit, when the record has no PDF, or when the PDF is on a host that
 * may not be asked.
 */
export function chooseListing(
  records: readonly SruRecord[],
  edition: Edition,
  hosts: readonly string[],
): Listing | Failure | null {
  const candidates = records.flatMap((record) => {
    const dossier = dossierOf(record, edition);
    return dossier === null ? [] : [{ record, dossier }];
  });
  const dossiers = [...new Set(candidates.map(({ dossier }) => dossier))];
  if (dossiers.length > 1) return ambiguous(edition, dossiers);
  const [best] = candidates.sort(bestFirst);
  if (!best) return null;
  const { record, dossier } = best;
  if (record.pdf === null) return withoutPdf(edition, record);
  if (!isAllowedUrl(record.pdf, hosts)) return hostNotAllowed(record.pdf, record.pdf, hosts);
  return {
    edition: { ...edition, dossier, number: edition.number ?? record.number },
    publication: record.publication,
    title: record.title,
    url: record.pdf,
    // A second opinion that may not be fetched is one that is not there.
    ...(record.xml !== null && isAllowedUrl(record.xml, hosts) ? { xml: record.xml } : {}),
    unformatted: record.unformatted,
    published: record.published,
    version: `${record.modified} ${record.timestamp}`,
  };
}

/** Dossier under which the record is this edition; null when it is another paper. */
function dossierOf(record: SruRecord, edition: Edition): string | null {
  if (record.number !== (edition.number ?? paperNumber(edition.phase))) return null;
  const dossiers = record.dossiers.flatMap((each) => {
    const [, dossier, chapter] = /^(\d{5})-(.+)$/u.exec(each) ?? [];
    return dossier !== undefined && chapter === edition.chapter ? [dossier] : [];
  });
  if (edition.dossier !== null) return dossiers.find((it) => it === edition.dossier) ?? null;
  return isTitled(record.dossierTitle ?? record.title, edition) ? (dossiers[0] ?? null) : null;
}

/**
 * Titles of dossiers: “Jaarverslag en slotwet Ministerie van … 2022” and “Vaststelling van de
 * begrotingsstaten van … voor het jaar 2023”. A suppletoire begroting, of the same parliamentary year
 * and with a paper 2 of its own, is a “Wijziging van …”.
 */
function isTitled(title: string, { phase, year }: Edition): boolean {
  if (phase === 'begroting') {
    return (
      /^vaststelling\b/iu.test(title) && new RegExp(`voor het jaar ${year}\\b`, 'iu').test(title)
    );
  }
  const years = title.match(/\b20\d\d\b/gu) ?? [];
  return /^jaarverslag\b/iu.test(title) && years.at(-1) === String(year);
}

/**
 * With a PDF, final before unformatted, then the highest id: a corrected edition is `-n1` after the
 * plain id (seen since 2010), the next one `-n2`.
 */
function bestFirst(one: Candidate, other: Candidate): number {
  const [left, right] = [one.record, other.record];
  return (
    Number(left.pdf === null) - Number(right.pdf === null) ||
    Number(left.unformatted) - Number(right.unformatted) ||
    right.publication.localeCompare(left.publication, 'en', { numeric: true })
  );
}

function ambiguous(edition: Edition, dossiers: readonly string[]): Failure {
  const found = dossiers.map((dossier) => `${dossier}-${edition.chapter}`).join(' and ');
  return new Failure('source-answer', {
    subject: edition.id,
    problem: `the search service has more than one dossier for it (${found})`,
    remedy: 'None was taken; look at the dossiers and report which one it is',
  });
}

function withoutPdf(edition: Edition, { publication }: SruRecord): Failure {
  return new Failure('print-missing', {
    subject: edition.id,
    problem: `the search service knows the paper ${publication} but has no PDF of it yet`,
    remedy: 'It may follow within days of publication; the next run looks again',
  });
}
