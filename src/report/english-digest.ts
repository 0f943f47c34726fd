import type { Coverage } from './coverage.ts';
import { dateRange } from './date.ts';
import { ENGLISH_PLACE } from './english-statements.ts';
import { capitalized, enumerated, quoted } from './phrase.ts';
import type { DigestWords, StartWords } from './vocabulary.ts';
import { wholeWeeks } from './week.ts';

const { paper } = ENGLISH_PLACE;

export const ENGLISH_DIGEST: DigestWords = {
  period(period) {
    const days = dateRange(period.start, period.end, 'en');
    const weeks = wholeWeeks(period);
    if (!weeks) return days;
    const [first, last] = weeks;
    if (first.name === last.name) return `Week ${first.number} (${days})`;
    return `Weeks ${first.number}–${last.number} (${days})`;
  },
  title: (period, changes, chapters) =>
    `${period}: ${plural(changes, 'change', 'changes')} in ${plural(chapters, 'budget chapter', 'budget chapters')}`,
  quietTitle: (period) => `${period}: no changes`,
  coverage: (coverage) =>
    [
      `Read: ${coverage.read} of ${plural(coverage.expected, 'budget chapter', 'budget chapters')}.`,
      ...shortcomings(coverage),
    ].join(' '),
  counts: (changes, studies) =>
    `${plural(changes, 'change', 'changes')} in ${plural(studies, 'study', 'studies')}`,
  weightiest: 'The weightiest changes:',
  quiet(coverage, lastCheck) {
    const sources = coverage.unreachable ?? [];
    const reach =
      sources.length === 0
        ? 'all sources reachable'
        : `not reachable: ${enumerated(sources, 'and')}`;
    const checked = `${plural(coverage.read, 'chapter', 'chapters')} checked`;
    const when = lastCheck === null ? '' : `, last check ${lastCheck}`;
    return [
      `No changes. ${capitalized(checked)}${when}, ${reach}.`,
      ...shortcomings({ ...coverage, unreachable: [] }),
    ].join(' ');
  },
  leftOut: (count) =>
    `For the length, ${count} ${count === 1 ? 'line' : 'lines'} of least weight ${count === 1 ? 'is' : 'are'} left out here; all are in `,
  ledger: 'the file with all events (ledger.json)',
};

export const ENGLISH_START: StartWords = {
  title: (chapterLabel, phase) =>
    `State at the start: ${chapterLabel}, ${phase === 'begroting' ? 'budgets' : 'annual reports'}`,
  introduction:
    'This is the state from which this budget chapter is followed. What stands below was not told as news; later changes will be.',
  read: (papers) => `Read: ${enumerated(papers, 'and')}.`,
  counts: (of, total, counts) => {
    const parts = counts.map(([status, count]) =>
      status === null ? `${count} without stated status` : `${count} ${STATUS[status]}`,
    );
    return `${capitalized(paper(of))} lists ${plural(total, 'study', 'studies')}: ${enumerated(parts, 'and')}.`;
  },
  shown: 'What these editions show',
  studies: (of) => `All studies in ${paper(of)}`,
  leftOut: (count) =>
    `For the length, ${count} studies are left out here; they are in the data as read (studies.csv).`,
};

const STATUS = {
  'te starten': '“te starten” (to start)',
  lopend: '“lopend” (ongoing)',
  afgerond: '“afgerond” (completed)',
  onbekend: 'with an unknown word for status',
} as const;

/** That something was not read is always said. */
function shortcomings(coverage: Coverage): readonly string[] {
  const unreliable = coverage.unreliable.map(({ name, pages }) =>
    pages === null ? name : `${name}, ${pages}`,
  );
  const unsure = coverage.unsure ?? [];
  const sentences: readonly (string | null)[] = [
    unreliable.length === 0 ? null : `Could not be read reliably: ${unreliable.join('; ')}.`,
    coverage.missing.length === 0
      ? null
      : `Not published yet: ${enumerated(coverage.missing, 'and')}.`,
    coverage.unreachable?.length
      ? `Not reachable: ${enumerated(coverage.unreachable, 'and')}.`
      : null,
    unsure.length === 0
      ? null
      : `Of ${plural(unsure.length, 'study', 'studies')} it is not certain whether they were listed before; they count in no number: ${unsure.map(({ title, where }) => `${quoted(title)} (${where})`).join('; ')}.`,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function plural(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
