import type { RootContent } from 'mdast';
import { CHAPTERS } from '../edition/chapters.ts';
import { parseEditionId } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import { comparedRows } from './comparison-table.ts';
import type { Coverage } from './coverage.ts';
import { dayAndTime } from './date.ts';
import type { PeriodicDocument } from './document.ts';
import { cut } from './fact.ts';
import { fit, fixed } from './fit.ts';
import type { Section } from './fit.ts';
import { wordsOf } from './language.ts';
import { bullets, heading, link, paragraph, separated, strong } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import type { Mention } from './mention.ts';
import { capitalized, stopped } from './phrase.ts';
import { sourceLine } from './source-line.ts';
import { sentence } from './statement.ts';
import type { EditionSource } from './study-input.ts';
import type { Language, Words } from './vocabulary.ts';
import type { Period } from './week.ts';
import { DIGEST_GROUPS, groupOf, isReported, weightOf } from './weight.ts';

/** What a digest needs to know of one study. */
export interface DigestStudy {
  readonly title: string;
  readonly mentions: readonly Mention[];
  /** All events of the study, oldest first, told or not. */
  readonly events: readonly Event[];
  /** Address of its issue; null or absent for none. */
  readonly issueUrl?: string | null;
}

/**
 * A week without changes: `silent` writes nothing, `heartbeat` one sentence, `monthly` that sentence
 * once a month, in the week in which a month's first Monday falls.
 */
export type Quiet = 'silent' | 'heartbeat' | 'monthly';

export interface DigestInput {
  readonly period: Period;
  /** Events to tell, of any news; those that no digest tells are left out here. */
  readonly events: readonly Event[];
  /** By id in the register; undefined when not known. */
  study(id: string): DigestStudy | undefined;
  /** “SZW (XV)” for `XV`. */
  chapterLabel(chapter: string): string;
  readonly coverage: Coverage;
  /** ISO instant of the last whole check; null when there was none. */
  readonly lastCheck: string | null;
  readonly quiet: Quiet;
  readonly editions?: readonly EditionSource[];
  /** Address of the ledger, where all events stand. */
  readonly ledgerUrl?: string | null;
  readonly warning?: string | null;
  readonly language: Language;
}

/** One study's changes in one edition: a line of the digest. */
interface Line {
  readonly chapter: string;
  readonly events: readonly Event[];
  readonly weight: number;
  readonly phrases: readonly Phrase[];
}

const WEIGHTIEST = 3;

/** Numbers of lines at which a long digest is tried; the lightest are left out first. */
const LENGTHS = [Infinity, 400, 300, 200, 150, 100, 70, 50, 30, 20, 10, 0];

/**
 * The digest of a period: coverage first, then the numbers, the weightiest changes, and ministry by
 * ministry a line for each study. null for a quiet period that is not to be told; that an edition
 * could not be read reliably is always told.
 */
export function digestDocument(input: DigestInput): PeriodicDocument | null {
  const words = wordsOf(input.language);
  const events = input.events.filter(isReported);
  const period = words.digest.period(input.period);
  if (events.length === 0) return quietDigest(input, period, words);
  const lines = linesOf(events, input, words);
  const chapters = new Set(lines.map(({ chapter }) => chapter));
  const title = words.digest.title(period, events.length, chapters.size);
  const body = fit([
    ...opening(input, title),
    fixed(
      paragraph(words.digest.coverage(input.coverage)),
      paragraph(
        strong(words.digest.counts(events.length, studyCount(events))),
        ': ',
        groupCounts(events, words),
      ),
      ...weightiest(lines, input, words),
    ),
    listing(lines, input, words),
  ]);
  return { kind: 'digest', name: input.period.name, title, body };
}

function quietDigest(input: DigestInput, period: string, words: Words): PeriodicDocument | null {
  const { coverage, quiet } = input;
  const isTold = quiet === 'heartbeat' || (quiet === 'monthly' && isFirstOfMonth(input.period));
  const isUnread = coverage.unreliable.length > 0 || (coverage.unreachable ?? []).length > 0;
  if (!isTold && !isUnread) return null;
  const lastCheck = input.lastCheck === null ? null : dayAndTime(input.lastCheck, input.language);
  const title = words.digest.quietTitle(period);
  const body = fit([
    ...opening(input, title),
    fixed(paragraph(words.digest.quiet(coverage, lastCheck))),
  ]);
  return { kind: 'digest', name: input.period.name, title, body };
}

/** Whether the period holds a month's first Monday. */
function isFirstOfMonth({ start, end }: Period): boolean {
  const DAY = 86_400_000;
  for (let day = Date.parse(start); day <= Date.parse(end); day += DAY) {
    const date = new Date(day);
    if (date.getUTCDay() === 1 && date.getUTCDate() <= 7) return true;
  }
  return false;
}

function opening({ warning }: DigestInput, title: string): readonly Section[] {
  return [...(warning ? [fixed(paragraph(strong(warning)))] : []), fixed(heading(1, title))];
}

function linesOf(events: readonly Event[], input: DigestInput, words: Words): readonly Line[] {
  const byStudy = Map.groupBy(events, ({ study, edition, id }) => `${study ?? id} ${edition}`);
  return [...byStudy.values()]
    .map((together) => lineOf(together, input, words))
    .sort((one, other) => one.weight - other.weight);
}

function lineOf(together: readonly Event[], input: DigestInput, words: Words): Line {
  const [first] = together;
  if (!first) throw new Error('a line of a digest tells at least one event');
  const study = first.study === null ? undefined : input.study(first.study);
  const mentions = study?.mentions ?? [];
  const history = study?.events ?? [];
  const weigh = (event: Event): number => weightOf(event, mentions, history);
  const sorted = together.toSorted((one, other) => weigh(one) - weigh(other));
  const said = sorted.map((event) =>
    stopped(sentence(event, { language: input.language, mentions, events: history })),
  );
  const main = sorted[0] ?? first;
  const source = sourceLine(main, comparedRows(main, mentions), input.editions ?? [], words);
  const title = cut(study?.title ?? first.title, 300);
  const named = study?.issueUrl ? link(title, study.issueUrl) : title;
  // An event about a whole theme names it itself.
  const name: readonly Phrase[] = first.study === null ? [] : [named, ': '];
  return {
    chapter: parseEditionId(first.edition)?.chapter ?? '',
    events: sorted,
    weight: weigh(main),
    phrases: [
      ...name,
      said.join(' '),
      ...(source.length > 0
        ? [' ', ...source]
        : [` ${capitalized(editionName(first.edition, words))}`]),
    ],
  };
}

function editionName(id: string, words: Words): string {
  const edition = parseEditionId(id);
  return edition ? words.place.paper(edition) : id;
}

/** Each study once; an event about a whole theme is about all its rows. */
function studyCount(events: readonly Event[]): number {
  const ids = new Set(events.flatMap(({ study }) => study ?? []));
  const themes = events.filter(({ study }) => study === null);
  return themes.reduce((sum, { againstRows }) => sum + againstRows.length, ids.size);
}

function groupCounts(events: readonly Event[], words: Words): string {
  const counts = Map.groupBy(events, groupOf);
  return DIGEST_GROUPS.filter((group) => counts.has(group))
    .map((group) => `${words.groups[group].toLowerCase()} ${counts.get(group)?.length ?? 0}`)
    .join(' · ');
}

function weightiest(
  lines: readonly Line[],
  input: DigestInput,
  words: Words,
): readonly RootContent[] {
  if (lines.length <= WEIGHTIEST) return [];
  const first = lines
    .slice(0, WEIGHTIEST)
    .map(({ chapter, phrases }) => separated([[input.chapterLabel(chapter)], phrases], ' · '));
  return [paragraph(words.digest.weightiest), bullets(first)];
}

function listing(lines: readonly Line[], input: DigestInput, words: Words): Section {
  const version = (length: number) => (): readonly RootContent[] => {
    const kept = lines.slice(0, length);
    const left = lines.length - kept.length;
    const note = [words.digest.leftOut(left), link(words.digest.ledger, input.ledgerUrl), '.'];
    return [...chaptersOf(kept, input, words), ...(left > 0 ? [paragraph(...note)] : [])];
  };
  return { rank: 0, versions: LENGTHS.map(version) };
}

function chaptersOf(
  lines: readonly Line[],
  input: DigestInput,
  words: Words,
): readonly RootContent[] {
  const chapters = [...Map.groupBy(lines, ({ chapter }) => chapter)]
    .map(([chapter, own]) => ({ label: input.chapterLabel(chapter), own, place: placeOf(chapter) }))
    .sort((one, other) => one.place - other.place);
  return chapters.flatMap(({ label, own }) => groupsOf(heading(2, label), own, words));
}

/** Order of the national budget. */
function placeOf(chapter: string): number {
  return CHAPTERS.findIndex(({ id }) => id === chapter);
}

function groupsOf(
  title: RootContent,
  lines: readonly Line[],
  words: Words,
): readonly RootContent[] {
  const groups = Map.groupBy(lines, ({ events: [main] }) => (main ? groupOf(main) : 'other'));
  const content = DIGEST_GROUPS.flatMap((group) => {
    const own = groups.get(group) ?? [];
    if (own.length === 0) return [];
    return [heading(3, words.groups[group]), bullets(own.map(({ phrases }) => phrases))];
  });
  return [title, ...content];
}
