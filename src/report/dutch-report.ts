import { DUTCH_PLACE } from './dutch-statements.ts';
import { enumerated, quoted } from './phrase.ts';
import type { PlanPart, Uncounted } from './plan.ts';
import type { DayWords, PlanWords, ReportWords } from './vocabulary.ts';

const { paper } = DUTCH_PLACE;

const PARTS: Readonly<Record<PlanPart, string>> = {
  finished: 'afgerond',
  later: 'later gepland',
  running: 'nog niet afgerond',
  unaccounted: 'niet vermeld',
};

const UNCOUNTED: Readonly<Record<Uncounted, (studies: string, one: boolean) => string>> = {
  unstated: (studies) => `${studies} zonder bekende status`,
  unsure: (studies, one) =>
    `${studies} waarvan niet zeker is of ${one ? 'het' : 'zij'} vermeld ${one ? 'is' : 'zijn'}`,
  undated: (studies) => `${studies} zonder jaar van afronding`,
};

export const DUTCH_PLAN: PlanWords = {
  title: (chapterLabel) => `Gepland en gerealiseerd, ${chapterLabel}:`,
  lead: (year, total, finished) =>
    `van ${total} voor ${year} of eerder ${total === 1 ? 'gepland onderzoek' : 'geplande onderzoeken'} ${total === 1 || finished === 1 ? 'is' : 'zijn'} er `,
  part: (part, count) => `${count} ${PARTS[part]}`,
  and: 'en',
  rows: (part) => `Gepland en ${PARTS[part]}`,
  uncounted: 'Niet meegeteld: ',
  uncountedPart: (part, count) => UNCOUNTED[part](studyCount(count), count === 1),
  uncountedRows: 'Gepland en niet meegeteld',
  why: {
    unstated: 'vermeld zonder bekende status',
    unsure: 'niet zeker of het vermeld is',
    undated: 'geen jaar van afronding',
  },
  planned: 'Gepland',
  outcome: 'Uitkomst',
  notListed: 'niet vermeld',
  noStatus: 'geen status',
  leftOut: (count) =>
    `Wegens de lengte zijn ${studyCount(count)} hier weggelaten; zij staan in de uitgelezen gegevens (studies.csv).`,
  flags: 'Afgerond zonder conclusies of rapport',
  withoutConclusions: 'Zonder conclusies, waar de tabel er een kolom voor heeft',
  withoutReport: 'Zonder koppeling naar het rapport',
  noReportAtAll:
    'Bij geen enkel afgerond onderzoek in deze bijlage is een koppeling naar het rapport gevonden.',
};

export const DUTCH_DAY: DayWords = {
  // The papers of Prinsjesdag are on the next year; those of Verantwoordingsdag on the last one.
  title: ({ phase, year }) =>
    `${phase === 'begroting' ? `Prinsjesdag ${year - 1}` : `Verantwoordingsdag ${year + 1}`}: overzicht evaluatieonderzoek`,
  report: (chapterLabel, of, changes) =>
    `Verslag ${chapterLabel}, ${paper(of)} (${changes === 1 ? '1 wijziging' : `${changes} wijzigingen`})`,
};

export const DUTCH_REPORT: ReportWords = {
  title: (chapterLabel, of, changes) =>
    `${chapterLabel}, ${paper(of)}: ${changes === 0 ? 'geen wijzigingen' : changes === 1 ? '1 wijziging' : `${changes} wijzigingen`}`,
  coverage({ paper: of, number, pages, studies: count, compared }) {
    const name = number === null ? paper(of) : `${paper(of)} (${number})`;
    const [first, last] = pages ?? ['', ''];
    const range = first === last ? first : `${first} tot en met ${last}`;
    const where = pages === null ? '' : ` op ${range}`;
    const others = enumerated(compared.map(paper), 'en');
    const against =
      compared.length === 0
        ? 'Er is geen eerdere editie gelezen.'
        : `Vergeleken met wat eerdere edities vermelden; de nieuwste daarvan ${compared.length === 1 ? 'is' : 'zijn'} ${others}.`;
    return `Gelezen: ${name}, ${studyCount(count)}${where}. ${against}`;
  },
  doubtful: (pages) => `Niet zeker uitgelezen: ${enumerated(pages, 'en')}.`,
  unsure: (count) =>
    `Van ${studyCount(count)} is niet zeker of ${count === 1 ? 'het' : 'zij'} eerder ${count === 1 ? 'is' : 'zijn'} vermeld; ${count === 1 ? 'het telt' : 'zij tellen'} niet mee in de aantallen.`,
  unsureRounds: (count) =>
    `Van ${studyCount(count)} is niet zeker of ${count === 1 ? 'het is verschoven of voor een volgende ronde is gepland; het telt' : 'zij zijn verschoven of voor een volgende ronde zijn gepland; zij tellen'} niet mee in de aantallen.`,
  unsureTitle: 'Niet zeker',
  mayBe: (titles) => `mogelijk hetzelfde als ${enumerated(titles.map(quoted), 'of')}`,
  mayBeRound: 'kan een verschuiving zijn of een volgende ronde',
  nothing: 'Deze editie vermeldt niets anders dan wat al bekend was.',
  chapter: 'Hoofdstuk',
  change: 'Wijziging',
  reason: 'Toelichting van het ministerie',
  where: 'Vindplaats',
  minor: (count) =>
    count === 1
      ? 'Eén wijziging van minder gewicht, die niet als nieuws wordt gemeld'
      : `${count} wijzigingen van minder gewicht, die niet als nieuws worden gemeld`,
  notes: 'Tekst van het ministerie bij de tabellen',
  notesIntroduction:
    'Wat onder, naast of in een noot bij een kop staat en geen onderzoek met zekerheid noemt, of een onderzoek noemt dat hierboven niet voorkomt.',
  onHeading: (mark) => `voetnoot ${mark} bij een kop`,
};

function studyCount(count: number): string {
  return `${count} ${count === 1 ? 'onderzoek' : 'onderzoeken'}`;
}
