import type { Coverage } from './coverage.ts';
import { dateRange } from './date.ts';
import { DUTCH_PLACE } from './dutch-statements.ts';
import { capitalized, enumerated, quoted } from './phrase.ts';
import type { DigestWords, StartWords } from './vocabulary.ts';
import { wholeWeeks } from './week.ts';

const { paper } = DUTCH_PLACE;

export const DUTCH_DIGEST: DigestWords = {
  period(period) {
    const days = dateRange(period.start, period.end, 'nl');
    const weeks = wholeWeeks(period);
    if (!weeks) return capitalized(days);
    const [first, last] = weeks;
    if (first.name === last.name) return `Week ${first.number} (${days})`;
    return `Weken ${first.number}–${last.number} (${days})`;
  },
  title: (period, changes, chapters) =>
    `${period}: ${plural(changes, 'wijziging', 'wijzigingen')} in ${plural(chapters, 'begrotingshoofdstuk', 'begrotingshoofdstukken')}`,
  quietTitle: (period) => `${period}: geen wijzigingen`,
  coverage: (coverage) =>
    [
      `Gelezen: ${coverage.read} van ${plural(coverage.expected, 'begrotingshoofdstuk', 'begrotingshoofdstukken')}.`,
      ...shortcomings(coverage),
    ].join(' '),
  counts: (changes, studies) =>
    `${capitalized(plural(changes, 'wijziging', 'wijzigingen'))} bij ${plural(studies, 'onderzoek', 'onderzoeken')}`,
  weightiest: 'De zwaarstwegende wijzigingen:',
  quiet(coverage, lastCheck) {
    const sources = coverage.unreachable ?? [];
    const reach =
      sources.length === 0
        ? 'alle bronnen bereikbaar'
        : `niet bereikbaar: ${enumerated(sources, 'en')}`;
    const checked = `${plural(coverage.read, 'hoofdstuk', 'hoofdstukken')} gecontroleerd`;
    const when = lastCheck === null ? '' : `, laatste controle ${lastCheck}`;
    return [
      `Geen wijzigingen. ${checked}${when}, ${reach}.`,
      ...shortcomings({ ...coverage, unreachable: [] }),
    ].join(' ');
  },
  leftOut: (count) =>
    count === 1
      ? 'Wegens de lengte is één regel met het minste gewicht hier weggelaten; zij staat in '
      : `Wegens de lengte zijn ${count} regels met het minste gewicht hier weggelaten; zij staan in `,
  ledger: 'het bestand met alle gebeurtenissen (ledger.json)',
};

export const DUTCH_START: StartWords = {
  title: (chapterLabel, phase) =>
    `Stand bij aanvang: ${chapterLabel}, ${phase === 'begroting' ? 'begrotingen' : 'jaarverslagen'}`,
  introduction:
    'Dit is de stand waarmee het volgen van dit begrotingshoofdstuk begint. Wat hieronder staat, is niet als nieuws gemeld; latere wijzigingen worden dat wel.',
  read: (papers) => `Gelezen: ${enumerated(papers, 'en')}.`,
  counts: (of, total, counts) => {
    const parts = counts.map(([status, count]) =>
      status === null
        ? `${count} zonder vermelde status`
        : `${count} ${status === 'onbekend' ? 'met een onbekend statuswoord' : status}`,
    );
    const studies = plural(total, 'onderzoek', 'onderzoeken');
    return `In ${paper(of)} ${total === 1 ? 'staat' : 'staan'} ${studies}: ${enumerated(parts, 'en')}.`;
  },
  shown: 'Wat deze edities laten zien',
  studies: (of) => `Alle onderzoeken in ${paper(of)}`,
  leftOut: (count) =>
    `Wegens de lengte zijn ${count} onderzoeken hier weggelaten; zij staan in de uitgelezen gegevens (studies.csv).`,
};

/** That something was not read is always said. */
function shortcomings(coverage: Coverage): readonly string[] {
  const unreliable = coverage.unreliable.map(({ name, pages }) =>
    pages === null ? name : `${name}, ${pages}`,
  );
  const unsure = coverage.unsure ?? [];
  const sentences: readonly (string | null)[] = [
    unreliable.length === 0 ? null : `Niet betrouwbaar uit te lezen: ${unreliable.join('; ')}.`,
    coverage.missing.length === 0
      ? null
      : `Nog niet verschenen: ${enumerated(coverage.missing, 'en')}.`,
    !coverage.unreachable?.length
      ? null
      : `Niet bereikbaar: ${enumerated(coverage.unreachable, 'en')}.`,
    unsure.length === 0
      ? null
      : `Van ${plural(unsure.length, 'onderzoek', 'onderzoeken')} is niet zeker of ${unsure.length === 1 ? 'het eerder is' : 'zij eerder zijn'} vermeld; ${unsure.length === 1 ? 'het telt' : 'zij tellen'} niet mee in de aantallen: ${unsure.map(({ title, where }) => `${quoted(title)} (${where})`).join('; ')}.`,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function plural(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
