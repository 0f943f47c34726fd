import type { Status } from '../study/study.ts';
import { DUTCH_DIGEST, DUTCH_START } from './dutch-digest.ts';
import { DUTCH_DAY, DUTCH_PLAN, DUTCH_REPORT } from './dutch-report.ts';
import { dutchCorrection, dutchGroup, dutchRepublished } from './dutch-causes.ts';
import { DUTCH_PLACE, DUTCH_STATEMENTS } from './dutch-statements.ts';
import { quoted, stopped } from './phrase.ts';
import type { ClosingWords, StudyWords, Words } from './vocabulary.ts';

const { paper } = DUTCH_PLACE;

const STATUS_LABELS: Readonly<Record<Status, string>> = {
  'te starten': 'status: te starten',
  lopend: 'status: lopend',
  afgerond: 'status: afgerond',
  onbekend: 'status: onbekend',
};

const STUDY: StudyWords = {
  statusLabel: (status) => (status === null ? 'status: niet vermeld' : STATUS_LABELS[status]),
  remark(field, value) {
    if (field === 'status') return `status ${value}`;
    if (field === 'completion') return `afronding ${value}`;
    if (field !== 'articles') return value;
    return /\d.*(?:,| en )/.test(value)
      ? `begrotingsartikelen ${value}`
      : `begrotingsartikel ${value}`;
  },
  unchanged: (remarks) => `Ongewijzigd: ${remarks}`,
  standing: (where, remarks) => `Stand in ${where}: ${remarks}`,
  lastStanding: (where, remarks) => `Laatste stand, in ${where}: ${remarks}`,
  lastMention: (where) => `Laatst vermeld in ${where}`,
  compared: (where) => `eerder: ${where}`,
  lastSeen: (where) => `laatst vermeld: ${where}`,
  reason: (texts) => `Toelichting van het ministerie: ${texts.join('; ')}`,
  footnote: (text, mark, cell) =>
    `${quoted(text)} (voetnoot ${mark}${cell === null ? '' : ` bij ${cell}`})`,
  note: (text, page) => quoted(text) + (page === null ? '' : ` (${page})`),
  footnoteMissing: (mark) =>
    `De tabel verwijst naar voetnoot ${mark}; de tekst van die noot is niet gevonden.`,
  noReason: 'In tabel en voetnoten staat geen reden.',
  noReasonInFootnotes: 'In de voetnoten staat geen reden.',
  noReasonFound: 'Een toelichting bij dit onderzoek is niet gevonden.',
  conclusions: 'Conclusies/aanbevelingen',
  conclusionsEmpty: (before) => ` (in ${paper(before)} leeg)`,
  conclusionsGone: (before) => ` (zoals vermeld in ${paper(before)})`,
  conclusionsChanged: (before, after) => ` (${paper(before)} en ${paper(after)} vergeleken)`,
  wordsGone: (fragments, more) => `Weggelaten: ${listed(fragments, more)}`,
  wordsNew: (fragments, more) => `Toegevoegd: ${listed(fragments, more)}`,
  rewritten: 'De tekst is grotendeels herschreven.',
  wordingBefore: 'Eerder:',
  wordingNow: 'Nu:',
  wording: (of) => `In ${paper(of)}:`,
  conclusionsCut: (where) => `Hier ingekort; de volledige tekst staat in ${where}.`,
  conclusionsLeftOut: (where) =>
    `De tekst is hier wegens de lengte weggelaten; zij staat in ${where}.`,
  tableLeftOut: (where) =>
    `De vergelijking is hier wegens de lengte weggelaten; de gegevens staan in ${where}.`,
  reasonLeftOut: (where) =>
    `De toelichting van het ministerie is hier wegens de lengte weggelaten; zij staat in ${where}.`,
  mentions: (since, count) => `Alle vermeldingen sinds ${paper(since)} (${count})`,
  mentionsLeftOut: (count) =>
    `Wegens de lengte is de lijst van ${count} vermeldingen hier weggelaten; zij staat in de uitgelezen gegevens.`,
  cite: (citation) => `Aanhalen als: ${citation}`,
  citeLast: (citation) => `Laatste vermelding aanhalen als: ${citation}`,
  source: 'Bron: ',
  publication: (page) => `officiële publicatie, ${page}`,
  annex: (of) => `bijlage bij ${paper(of)}`,
  reading: (date) => `Uitgelezen gegevens, vastgelegd ${date}`,
  report: 'Rapport: ',
};

const CLOSED: ClosingWords = {
  withConclusions: (of) => `Afgerond, conclusies vermeld in ${paper(of)}`,
  withReport: (of) => `Afgerond, rapport gekoppeld in ${paper(of)}`,
  finished: (of) => `Afgerond volgens ${paper(of)}`,
  mentionedAgain: (of) => `Weer vermeld in ${paper(of)}`,
  replanned: (year, of) => `Opnieuw gepland, voor ${year}, in ${paper(of)}`,
  nothingOpen: (of) => (of ? `Na ${paper(of)} staat geen vraag open` : 'Er staat geen vraag open'),
};

/** Everything readers see, in Dutch: calm, exact, the ministry's words between “ and ”, ours outside them. */
export const DUTCH: Words = {
  language: 'nl',
  statements: DUTCH_STATEMENTS,
  group: dutchGroup,
  correction: dutchCorrection,
  republished: dutchRepublished,
  labels: {
    'status-changed': 'status gewijzigd',
    'status-first-stated': 'status voor het eerst vermeld',
    'status-reverted': 'teruggezet',
    'reported-finished': 'afgerond verantwoord',
    'reported-unfinished': 'nog niet afgerond',
    'new-cycle': 'nieuwe ronde',
    postponed: 'verschoven',
    advanced: 'vervroegd',
    conflict: 'tegenspraak',
    'completion-withdrawn': 'zonder jaar van afronding',
    'completion-stated': 'jaar van afronding vermeld',
    'conclusions-added': 'conclusies vermeld',
    'conclusions-changed': 'conclusies gewijzigd',
    'conclusions-removed': 'conclusies weggelaten',
    'report-linked': 'rapport gekoppeld',
    'link-changed': 'koppeling gewijzigd',
    retitled: 'titel gewijzigd',
    'type-changed': 'type gewijzigd',
    'articles-changed': 'begrotingsartikel gewijzigd',
    'theme-changed': 'thema gewijzigd',
    'description-changed': 'toelichting gewijzigd',
    overdue: 'geplande jaar verstreken',
    added: 'nieuw',
    'aged-out': 'buiten de verslagperiode',
    'awaiting-report': 'uitkomst volgt in jaarverslag',
    vanished: 'niet meer vermeld',
    'theme-absent': 'thema niet uitgewerkt',
    'not-accounted-for': 'niet verantwoord',
    moved: 'verplaatst',
    unsupported: 'afgerond zonder conclusies of rapport',
    correction: 'rectificatie',
  },
  groups: {
    corrected: 'Rectificaties',
    reverted: 'Teruggezet',
    conclusions: 'Conclusies gewijzigd of weggelaten',
    'not-accounted-for': 'Niet verantwoord',
    vanished: 'Niet meer vermeld',
    overdue: 'Geplande jaar verstreken',
    postponed: 'Verschoven',
    finished: 'Afgerond',
    added: 'Nieuw',
    other: 'Overig',
  },
  fields: {
    status: 'Status',
    completion: 'Afronding',
    conclusions: 'Conclusies/aanbevelingen',
    report: 'Rapport',
    title: 'Titel',
    type: 'Type onderzoek',
    articles: 'Begrotingsartikel',
    theme: 'Thema',
  },
  cells: {
    title: 'titel',
    type: 'type onderzoek',
    completion: 'afronding',
    status: 'status',
    conclusions: 'conclusies',
    description: 'toelichting',
    articles: 'begrotingsartikel',
    theme: 'thema',
    subtheme: 'subthema',
    heading: 'kop',
    header: 'kolomkop',
  },
  terms: {
    field: 'Kenmerk',
    title: 'Onderzoek',
    edition: 'Editie',
    page: 'Blz.',
    empty: 'leeg',
    noColumn: 'geen kolom',
    notStated: 'niet vermeld',
    linked: 'gekoppeld',
    notLinked: 'niet gekoppeld',
    stated: 'vermeld',
    statedBelow: 'vermeld, zie hieronder',
    changedBelow: 'gewijzigd, zie hieronder',
  },
  place: DUTCH_PLACE,
  study: STUDY,
  closed: CLOSED,
  digest: DUTCH_DIGEST,
  start: DUTCH_START,
  plan: DUTCH_PLAN,
  report: DUTCH_REPORT,
  day: DUTCH_DAY,
};

/** “a”, “b”, en op nog twee plaatsen. */
function listed(fragments: readonly string[], more: number): string {
  const rest = more === 0 ? '' : `, en op nog ${more} ${more === 1 ? 'plaats' : 'plaatsen'}`;
  return stopped(fragments.map(quoted).join(', ') + rest);
}
