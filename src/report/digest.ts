import type { RootContent } from 'mdast';
import { CHAPTERS } from '../edition/chapters.ts';
import type { Event } from '../ledger/event.ts';
import type { Coverage } from './coverage.ts';
import { dayAndTime } from './date.ts';
import type { PeriodicDocument } from './document.ts';
import { eventLines } from './event-line.ts';
import type { EventLine, LineStudy } from './event-line.ts';
import { fit, fixed } from './fit.ts';
import type { Section } from './fit.ts';
import { wordsOf } from './language.ts';
import { bullets, heading, link, paragraph, separated, strong } from './markdown.ts';
import type { EditionSource } from './study-input.ts';
import type { Language, Words } from './vocabulary.ts';
import type { Period } from './week.ts';
import { DIGEST_GROUPS, groupOf, isReported } from './weight.ts';

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
  study(id: string): LineStudy | undefined;
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
  const lines = eventLines(events, { ...input, editions: input.editions ?? [] });
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

/** Each study once; an event about a whole theme is about all its rows. */
function studyCount(events: readonly Event[]): number {
  const ids = new Set(events.flatMap(({ study }) => study ?? []));
  const groups = events.filter(({ study }) => study === null);
  return groups.reduce(
    (sum, { studies, againstRows }) => sum + (studies ?? againstRows).length,
    ids.size,
  );
}

function groupCounts(events: readonly Event[], words: Words): string {
  const counts = Map.groupBy(events, groupOf);
  return DIGEST_GROUPS.filter((group) => counts.has(group))
    .map((group) => `${words.groups[group].toLowerCase()} ${counts.get(group)?.length ?? 0}`)
    .join(' · ');
}

function weightiest(
  lines: readonly EventLine[],
  input: DigestInput,
  words: Words,
): readonly RootContent[] {
  if (lines.length <= WEIGHTIEST) return [];
  const first = lines
    .slice(0, WEIGHTIEST)
    .map(({ chapter, phrases }) => separated([[input.chapterLabel(chapter)], phrases], ' · '));
  return [paragraph(words.digest.weightiest), bullets(first)];
}

function listing(lines: readonly EventLine[], input: DigestInput, words: Words): Section {
  const version = (length: number) => (): readonly RootContent[] => {
    const kept = lines.slice(0, length);
    const left = lines.length - kept.length;
    const note = [words.digest.leftOut(left), link(words.digest.ledger, input.ledgerUrl), '.'];
    return [...chaptersOf(kept, input, words), ...(left > 0 ? [paragraph(...note)] : [])];
  };
  return { rank: 0, versions: LENGTHS.map(version) };
}

function chaptersOf(
  lines: readonly EventLine[],
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
  lines: readonly EventLine[],
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
