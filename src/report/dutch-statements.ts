import { DUTCH_ORDINALS } from '../study/ordinals.ts';
import { longDate } from './date.ts';
import type { Facts } from './fact.ts';
import { bracketedPaper, paperWithPage } from './mention.ts';
import type { Mention } from './mention.ts';
import { capitalized, quoted } from './phrase.ts';
import type { Paper, PlaceWords, Statement, Words } from './vocabulary.ts';

const NUMBERS = [
  'nul',
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
];

export const DUTCH_PLACE: PlaceWords = {
  paper: ({ phase, year }) => `${phase} ${year}`,
  page: ({ page, pageLabel }) =>
    pageLabel !== null
      ? `blz. ${pageLabel}`
      : page === null
        ? 'bladzijde onbekend'
        : `pdf-blz. ${page}`,
  unformatted: (published) =>
    published === null
      ? 'onopgemaakte versie'
      : `onopgemaakte versie van ${longDate(published, 'nl')}`,
};

const { paper } = DUTCH_PLACE;

export const DUTCH_STATEMENTS: Words['statements'] = {
  'status-changed': ({ before, after }) =>
    say(`Status gewijzigd van ${quoted(before)} naar ${quoted(after)}`),
  'status-first-stated': ({ after }) => say(`Status voor het eerst vermeld: ${quoted(after)}`),
  'status-reverted': ({ before, after }) =>
    say(`Teruggezet van ${quoted(before)} naar ${quoted(after)}`),
  'reported-finished': ({ plan }) =>
    say(
      'Voor het eerst als afgerond verantwoord',
      plan
        ? `; ${plan.edition.phase === 'begroting' ? 'gepland' : 'eerder zonder status vermeld'} in ${where(plan)}`
        : '',
    ),
  'reported-unfinished': ({ edition, planYear }) =>
    planYear === null
      ? say(`Volgens ${theWritten(edition)} nog niet afgerond`)
      : say(`Gepland voor ${planYear}; volgens ${theWritten(edition)} nog niet afgerond`),
  'new-cycle': ({ yearAfter }) =>
    say(yearAfter === null ? 'Nieuwe ronde' : `Nieuwe ronde, gepland voor ${yearAfter}`),
  postponed: (facts) => say(`Afronding ${shift(facts, 'later')}`, slips(facts)),
  advanced: (facts) => say(`Afronding ${shift(facts, 'eerder')}`),
  conflict: ({ compared, edition, before, after }) =>
    compared
      ? say(
          `${capitalized(paper(compared.edition))} vermeldt ${yearOrWords(before)}, ${paper(edition)} vermeldt ${yearOrWords(after)}`,
        )
      : say(
          `${capitalized(paper(edition))} vermeldt ${yearOrWords(after)}, een nieuwere begroting ${yearOrWords(before)}`,
        ),
  'completion-withdrawn': ({ yearBefore }) =>
    say('Geen jaar van afronding meer vermeld', yearBefore === null ? '' : `; was ${yearBefore}`),
  'completion-stated': ({ after, before }) =>
    say(
      `Jaar van afronding vermeld: ${yearOrWords(after)}`,
      before === '' ? '' : ` (was ${quoted(before)})`,
    ),
  'conclusions-added': ({ compared }) =>
    say('Conclusies vermeld', compared ? ` (in ${paper(compared.edition)} leeg)` : ''),
  'conclusions-changed': ({ words }) => {
    if (words === null) return say('Conclusies gewijzigd', ' (grotendeels herschreven)');
    const removed = words.removed.map(quoted).join(', ');
    const added = words.added.map(quoted).join(', ');
    // One line: longer fragments stand below the headline, where there is room.
    if (removed.length + added.length > 240) return say('Conclusies gewijzigd');
    return say(
      'Conclusies gewijzigd',
      (removed === '' ? '' : `. Weggelaten: ${removed}`) +
        (added === '' ? '' : `. Toegevoegd: ${added}`),
    );
  },
  'conclusions-removed': ({ compared }) =>
    say('Conclusies niet meer vermeld', compared ? `; in ${paper(compared.edition)} nog wel` : ''),
  'report-linked': () => say('Rapport gekoppeld'),
  'link-changed': ({ after }) =>
    say(`Koppeling naar het rapport ${after === '' ? 'niet meer vermeld' : 'gewijzigd'}`),
  retitled({ isGroup, before, after, title, count }) {
    if (!isGroup) return say(`Titel gewijzigd: nu ${quoted(title)}, was ${quoted(before)}`);
    const many = ` bij ${count} onderzoeken`;
    if (after === '') return say(`In de titel is ${quoted(before)} weggelaten`, many);
    if (before === '') return say(`In de titel is ${quoted(after)} toegevoegd`, many);
    return say(`In de titel is ${quoted(before)} vervangen door ${quoted(after)}`, many);
  },
  'type-changed': (facts) => replaced('Type onderzoek', facts),
  'articles-changed': (facts) => replaced('Begrotingsartikel', facts),
  'theme-changed': (facts) => replaced('Thema', facts),
  'description-changed': () => say('Toelichting gewijzigd'),
  overdue: ({ yearAfter, yearBefore }) => {
    const year = yearAfter ?? yearBefore;
    return say(`Geplande jaar${year === null ? '' : ` (${year})`} verstreken, nog niet afgerond`);
  },
  added: () => say('Nieuw in de bijlage'),
  'aged-out': () => say('Niet meer vermeld: afgerond en buiten de verslagperiode'),
  'awaiting-report': ({ edition }) =>
    say(
      'Niet meer in de begroting',
      `; de uitkomst blijkt uit ${paper({ phase: 'jaarverslag', year: edition.year - 1 })}`,
    ),
  vanished: ({ edition, last }) =>
    say(`Niet meer vermeld in ${paper(edition)}`, last ? `; laatst vermeld in ${where(last)}` : ''),
  'theme-absent': ({ before, title, count }) =>
    say(
      `Thema in deze bijlage niet uitgewerkt: ${quoted(before === '' ? title : before)}`,
      count > 1 ? `, met ${count} onderzoeken` : '',
    ),
  'not-accounted-for': ({ edition, plan, planYear }) => {
    const absent = `niet vermeld in de bijlage bij ${paper(edition)}`;
    if (!plan || planYear === null) return say(capitalized(absent));
    return say(`Gepland voor ${planYear} (${bracketedPaper(plan, DUTCH_PLACE)}); ${absent}`);
  },
  moved: ({ edition, chapterBefore }) =>
    chapterBefore === null
      ? say('Op een andere plaats vermeld')
      : say(
          `Nu vermeld bij begrotingshoofdstuk ${edition.chapter}`,
          `, eerder bij begrotingshoofdstuk ${chapterBefore}`,
        ),
};

function say(lead: string, detail = ''): Statement {
  return { lead, detail };
}

function where(mention: Mention): string {
  return paperWithPage(mention, DUTCH_PLACE);
}

export function theWritten({ phase }: Paper): string {
  return phase === 'begroting' ? 'de begroting' : 'het jaarverslag';
}

/** A short text that took the place of another. */
function replaced(noun: string, { before, after, isGroup, count }: Facts): Statement {
  if (isGroup) {
    return say(
      `${noun} gewijzigd van ${orEmpty(before)} naar ${orEmpty(after)}`,
      ` bij ${count} onderzoeken`,
    );
  }
  if (after === '') return say(`${noun} niet meer vermeld; was ${quoted(before)}`);
  if (before === '') return say(`${noun} vermeld: ${quoted(after)}`);
  return say(`${noun} gewijzigd van ${quoted(before)} naar ${quoted(after)}`);
}

/** A plain year as it is; any other wording is the ministry's. */
function yearOrWords(text: string): string {
  return /^\d{4}$/.test(text) ? text : quoted(text);
}

function orEmpty(text: string): string {
  return text === '' ? 'leeg' : quoted(text);
}

/** “twee jaar later: van 2023 naar 2025” */
function shift(facts: Facts, direction: 'later' | 'eerder'): string {
  const { yearBefore, yearAfter, before, after } = facts;
  if (yearBefore === null || yearAfter === null) {
    return `${direction}: van ${orEmpty(before)} naar ${orEmpty(after)}`;
  }
  const years = Math.abs(yearAfter - yearBefore);
  const span = `${NUMBERS[years] ?? years} jaar`;
  return `${span} ${direction}: van ${yearBefore} naar ${yearAfter}`;
}

/** The first slip that is known goes without a number: earlier ones may not have been read. */
function slips({ slip, oldest, yearBefore }: Facts): string {
  if (slip < 2) return '';
  const number = `${DUTCH_ORDINALS[slip] ?? `${slip}e`} verschuiving`;
  const first =
    oldest === null || oldest.year === yearBefore
      ? ''
      : `; in de oudste gelezen editie, ${paper(oldest.edition)}: ${oldest.year}`;
  return ` (${number}${first})`;
}
