import { vergaderjaar } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import type { Mention } from './mention.ts';

/** “36 560 XV, nr. 1”; null while dossier or number is not known. */
export function paperNumber({ dossier, number, chapter }: Edition): string | null {
  if (dossier === null || number === null || !/^\d{5}$/.test(dossier)) return null;
  return `${dossier.slice(0, 2)} ${dossier.slice(2)} ${chapter}, nr. ${number}`;
}

/**
 * “Kamerstukken II 2023/24, 36 560 XV, nr. 1, p. 251”, after the Leidraad voor juridische auteurs.
 * The page is left out where the print bears no page number. null while the number is not known.
 */
export function citation({ edition, study }: Mention): string | null {
  const number = paperNumber(edition);
  if (number === null) return null;
  const { pageLabel } = study.place;
  const year = vergaderjaar(edition).replace(/-\d\d/, '/');
  const page = pageLabel === null ? '' : `, p. ${pageLabel}`;
  return `Kamerstukken II ${year}, ${number}${page}`;
}
