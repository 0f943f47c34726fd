import { editionId } from '../edition/edition.ts';
import type { Phase, StatedEdition } from '../edition/edition.ts';

/** “Tweede Kamer, vergaderjaar 2022–2023, 36 360 XV, nr. 1”: the running footer of the official print. */
const FOOTER =
  /Tweede Kamer,? (?:der Staten-Generaal,? )?vergaderjaar (?<first>\d{4})\s?[-–]\s?(?<last>\d{4}),? (?<dossier>\d{2} ?\d{3})(?:[ -](?<chapter>[IVX]{1,5}[AB]?|[A-L]))?,? nr\.? ?(?<number>\d{1,4}|[A-Z]{1,2})/iu;

/** “36 360 XV … Nr. 1” on the cover, for prints whose pages carry no such footer. */
const COVER =
  /(?<!\d)(?<dossier>\d{2} \d{3}) (?<chapter>[IVX]{1,5}[AB]?|[A-L]) (?=\p{Lu})[^]{0,400}?\bNr\. ?(?<number>\d{1,4}|[A-Z]{1,2})\b/u;

const REPORT = /jaarverslag (?:en slotwet|van|over)[^.]{0,160}?(?<year>20\d\d)/iu;
const BUDGET =
  /vaststelling van de begrotingssta(?:at|ten)[^.]{0,200}?voor het jaar (?<year>20\d\d)/iu;

/**
 * What a print says of itself, by its running footer and its cover; each part null where neither says.
 * @param texts plain text of the first pages and of pages of the annex
 */
export function statedEdition(texts: readonly string[]): StatedEdition {
  const text = texts.map((page) => page.replaceAll(/\s+/gu, ' ')).join(' ');
  const footer = (FOOTER.exec(text) ?? COVER.exec(text))?.groups;
  const { phase, year } = phaseAndYear(text);
  const chapter = footer?.['chapter']?.toUpperCase() ?? chapterOnCover(text);
  return {
    id: chapter && year && phase ? editionId(chapter, year, phase) : null,
    chapter,
    year,
    phase,
    dossier: footer?.['dossier']?.replace(' ', '') ?? null,
    number: footer?.['number']?.toUpperCase() ?? null,
  };
}

/** The same where a ligature stands apart from its word, as in “begro ti ngsstaten” by cairo. */
const LOOSE_REPORT = /jaarverslag(?:enslotwet|van|over)[^.]{0,140}?(?<year>20\d\d)/iu;
const LOOSE_BUDGET =
  /vaststellingvandebegrotingssta(?:at|ten)[^.]{0,180}?voorhetjaar(?<year>20\d\d)/iu;

/** Phase and year by the words of a cover or of a dossier's title. */
export function phaseAndYear(text: string): { phase: Phase | null; year: number | null } {
  const stated = statedBy(text, BUDGET, REPORT);
  return stated.phase ? stated : statedBy(text.replaceAll(/\s+/gu, ''), LOOSE_BUDGET, LOOSE_REPORT);
}

function statedBy(
  text: string,
  budgetWords: RegExp,
  reportWords: RegExp,
): { phase: Phase | null; year: number | null } {
  const budget = budgetWords.exec(text)?.groups?.['year'];
  if (budget !== undefined) return { phase: 'begroting', year: Number(budget) };
  const report = reportWords.exec(text)?.groups?.['year'];
  if (report !== undefined) return { phase: 'jaarverslag', year: Number(report) };
  return { phase: null, year: null };
}

/** “Ministerie van Sociale Zaken en Werkgelegenheid (XV)” */
function chapterOnCover(text: string): string | null {
  return (
    /minister(?:ie|aat)[^()]{0,120}\((?<chapter>[IVX]{1,5}[AB]?)\)/iu.exec(text)?.groups?.[
      'chapter'
    ] ?? null
  );
}
