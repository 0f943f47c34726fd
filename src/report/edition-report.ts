import type { RootContent } from 'mdast';
import type { ChangeKind } from '../change/comparison.ts';
import { publicationOrder } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import type { AnnexNote, Notice } from '../study/extraction.ts';
import { changeTables } from './change-tables.ts';
import { paperNumber } from './citation.ts';
import type { PeriodicDocument } from './document.ts';
import type { DoubtfulRow } from './doubt.ts';
import { editionRecord } from './edition-record.ts';
import { eventLines } from './event-line.ts';
import type { EventLine } from './event-line.ts';
import { cut } from './fact.ts';
import { fit, fixed } from './fit.ts';
import { wordsOf } from './language.ts';
import { bullets, folded, heading, link, paragraph, strong } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import { pageUrl } from './mention.ts';
import type { Mention } from './mention.ts';
import { quoted } from './phrase.ts';
import { finishedFlags, planOutcome } from './plan.ts';
import type { Dossier, PlanOutcome } from './plan.ts';
import { flagLists, planLines, planRows } from './plan-section.ts';
import { proseList } from './prose-list.ts';
import { stillStanding } from './standing.ts';
import type { EditionSource } from './study-input.ts';
import type { Language, Words } from './vocabulary.ts';
import { isReported } from './weight.ts';

export interface EditionReportInput {
  /** What was read. */
  readonly source: EditionSource;
  readonly notices: readonly Notice[];
  /** “SZW (XV)”. */
  readonly chapterLabel: string;
  /** All studies of the chapter with their mentions. */
  readonly studies: readonly Dossier[];
  /** All events of those studies; those of this edition that were told are reported. */
  readonly events: readonly Event[];
  /** All editions of the chapter that are held. */
  readonly editions: readonly EditionSource[];
  readonly doubts: readonly DoubtfulRow[];
  /** Prose of the annex that names no study for sure. */
  readonly otherNotes: readonly AnnexNote[];
  readonly warning?: string | null;
  readonly language: Language;
}

/** Name of the report on an edition, also as a file. */
export function editionReportName({ chapter, year, phase }: Edition): string {
  return `verslag-${chapter}-${year}-${phase}`;
}

/** Kinds of a change that readers are not told of even in a list. */
const NEVER: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['description-changed']);

/** Notices by which the reader says that a text may not have been read, or not rightly. */
const DOUBTFUL: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>([
  'page-without-text',
  'page-cut-off',
  'unreadable-letters',
  'text-outside-table',
  'text-overflow',
  'doubtful-row',
  'unknown-header',
  'readings-differ',
  'structure-differs',
]);

/**
 * What a new edition shows of one chapter: what was read, plan and result in a sentence, a table for each
 * kind of change, weightiest first, what is in doubt and in no number, what finished studies lack, the
 * rows behind the numbers, and the ministry's prose. A file, so that nothing is left out for its length.
 */
export function editionReport(input: EditionReportInput): PeriodicDocument {
  const words = wordsOf(input.language);
  const { edition } = input.source;
  const own = toldIn(input);
  const told = own.filter(isReported);
  const minor = own.filter((event) => !isReported(event) && !NEVER.has(event.kind));
  const title = words.report.title(input.chapterLabel, edition, told.length);
  const outcome = outcomeOf(input);
  const flags = finishedFlags(input.studies, edition);
  const finished = rowsOf(input).filter(({ study }) => study.status === 'afgerond').length;
  const lines = linesOf(told, input);
  const body = fit(
    [
      ...(input.warning ? [fixed(paragraph(strong(input.warning)))] : []),
      fixed(heading(1, title), ...coverage(input, words)),
      ...(outcome ? [fixed(...planLines(outcome, input.chapterLabel, words))] : []),
      fixed(
        ...(lines.length === 0 ? [paragraph(words.report.nothing)] : changeTables(lines, words)),
      ),
      fixed(...doubtList(input.doubts, words)),
      fixed(...flagLists(flags, finished, words)),
      ...(outcome ? planRows(outcome, words, 0) : []),
      fixed(...minorList(linesOf(minor, input), words)),
      fixed(...proseList({ ...input, rows: rowsOf(input), above: studiesOf(told) }, words)),
    ],
    Infinity,
  );
  const data = editionRecord({ ...input, edition, outcome, flags, events: own });
  return { kind: 'edition-report', name: editionReportName(edition), title, body, data };
}

/** What was told of the edition and still holds. */
export function toldIn({ events, source }: EditionReportInput): readonly Event[] {
  const { id } = source.edition;
  return stillStanding(events.filter(({ edition, told }) => edition === id && told === 'tell'));
}

/** The plan for the year of a jaarverslag and what came of it; null for a begroting. */
export function outcomeOf({ source, studies, doubts }: EditionReportInput): PlanOutcome | null {
  const unsure = new Set(doubts.flatMap(({ mayBe }) => mayBe.map(({ id }) => id)));
  const { edition } = source;
  return edition.phase === 'jaarverslag' ? planOutcome(studies, edition, unsure) : null;
}

function rowsOf({ studies, source }: EditionReportInput): readonly Mention[] {
  return studies
    .flatMap(({ mentions }) => mentions)
    .filter(({ edition }) => edition.id === source.edition.id)
    .toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0));
}

/** Lines of events of an edition, with all that is known of their studies. */
export function linesOf(events: readonly Event[], input: EditionReportInput): readonly EventLine[] {
  const byId = new Map(input.studies.map((study) => [study.id, study]));
  return eventLines(events, {
    language: input.language,
    editions: input.editions,
    longestList: Infinity,
    study: (id) => {
      const study = byId.get(id);
      return study && { ...study, events: input.events.filter((event) => event.study === id) };
    },
  });
}

function coverage(input: EditionReportInput, words: Words): readonly RootContent[] {
  const { edition } = input.source;
  const rows = rowsOf(input);
  const pages = rows.map(({ study }) => words.place.page(study.place));
  const [first, last] = [pages[0], pages.at(-1)];
  const earlier = input.editions
    .map((it) => it.edition)
    .filter((it) => publicationOrder(it, edition) < 0)
    .toSorted(publicationOrder);
  const compared = (['jaarverslag', 'begroting'] as const).flatMap(
    (phase) => earlier.findLast((it) => it.phase === phase) ?? [],
  );
  const read = words.report.coverage({
    paper: edition,
    number: paperNumber(edition),
    pages: first === undefined || last === undefined ? null : [first, last],
    studies: rows.length,
    compared,
  });
  const doubtful = input.notices
    .filter(({ kind }) => DOUBTFUL.has(kind))
    .flatMap(({ place }) => (place ? [words.place.page(place)] : []));
  const known = input.doubts.filter(({ mayBe }) => mayBe.length > 0).length;
  const rounds = input.doubts.length - known;
  const unsure =
    (known > 0 ? ` ${words.report.unsure(known)}` : '') +
    (rounds > 0 ? ` ${words.report.unsureRounds(rounds)}` : '');
  const unread = doubtful.length > 0 ? ` ${words.report.doubtful([...new Set(doubtful)])}` : '';
  return [paragraph(read + unread + unsure)];
}

function doubtList(doubts: readonly DoubtfulRow[], words: Words): readonly RootContent[] {
  if (doubts.length === 0) return [];
  const items = doubts.map(({ mention, mayBe }): readonly Phrase[] => {
    const titles = mayBe.map(({ title }) => cut(title, 300));
    const why = titles.length === 0 ? words.report.mayBeRound : words.report.mayBe(titles);
    return [`${quoted(cut(mention.study.title, 300))}, `, pageLink(mention, words), `: ${why}`];
  });
  return [heading(2, words.report.unsureTitle), bullets(items)];
}

function minorList(lines: readonly EventLine[], words: Words): readonly RootContent[] {
  if (lines.length === 0) return [];
  const count = lines.reduce((sum, { events }) => sum + events.length, 0);
  return folded(words.report.minor(count), [bullets(lines.map(({ phrases }) => phrases))]);
}

function studiesOf(events: readonly Event[]): ReadonlySet<string | null> {
  return new Set(events.map(({ study }) => study));
}

function pageLink(mention: Mention, words: Words): Phrase {
  return link(words.place.page(mention.study.place), pageUrl(mention));
}
