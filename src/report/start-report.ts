import type { RootContent } from 'mdast';
import { publicationOrder } from '../edition/calendar.ts';
import type { Edition, Phase } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import type { Status } from '../study/study.ts';
import type { PeriodicDocument } from './document.ts';
import { eventLines } from './event-line.ts';
import { cut } from './fact.ts';
import { printedCell } from './field.ts';
import { fit, fixed } from './fit.ts';
import type { Section } from './fit.ts';
import { wordsOf } from './language.ts';
import { bullets, heading, link, paragraph, strong, table } from './markdown.ts';
import { bracketedPage, pageUrl } from './mention.ts';
import type { Mention } from './mention.ts';
import { finishedFlags, planOutcome } from './plan.ts';
import type { Dossier } from './plan.ts';
import { flagLists, planLines, planRows } from './plan-section.ts';
import type { EditionSource } from './study-input.ts';
import type { Language, Words } from './vocabulary.ts';
import { DIGEST_GROUPS, groupOf, isReported } from './weight.ts';

export interface StartInput {
  readonly chapter: string;
  /** “SZW (XV)”. */
  readonly chapterLabel: string;
  readonly phase: Phase;
  /** Editions of this phase in the first completed pass. */
  readonly editions: readonly EditionSource[];
  /** All studies of the chapter with their mentions, in editions of either phase. */
  readonly studies: readonly Dossier[];
  /** Ids of studies that a row of the newest edition may be, which a person must say. */
  readonly unsure?: ReadonlySet<string>;
  /** What the first pass showed; only what a digest would tell is listed. */
  readonly events: readonly Event[];
  readonly warning?: string | null;
  readonly language: Language;
}

/** Numbers of rows at which a long list is tried. */
const LENGTHS = [Infinity, 300, 200, 100, 50, 20, 0];

/** Name of a start report, also as a file. */
export function startReportName({ chapter, phase }: Pick<StartInput, 'chapter' | 'phase'>): string {
  return `stand-bij-aanvang-${chapter}-${phase}`;
}

/** What a chapter looks like when it is first followed: the newest edition of a phase against its predecessors. */
export function startReport(input: StartInput): PeriodicDocument {
  const words = wordsOf(input.language);
  const title = words.start.title(input.chapterLabel, input.phase);
  const editions = input.editions.toSorted((one, other) =>
    publicationOrder(one.edition, other.edition),
  );
  const newest = editions.at(-1)?.edition ?? null;
  const body = fit([
    ...(input.warning ? [fixed(paragraph(strong(input.warning)))] : []),
    fixed(heading(1, title), paragraph(words.start.introduction), read(editions, words)),
    ...(newest
      ? [fixed(...numbers(newest, input, words)), ...planSections(newest, input, words)]
      : []),
    shown(input, words),
    ...(newest ? [studyTable(newest, input, words)] : []),
  ]);
  const name = startReportName(input);
  return { kind: 'start-report', name, title, body };
}

function read(editions: readonly EditionSource[], words: Words): RootContent {
  const papers = editions.map(({ edition }) => words.place.paper(edition));
  return paragraph(words.start.read(papers));
}

function rowsIn(edition: Edition, studies: readonly Dossier[]): readonly Mention[] {
  return studies
    .flatMap(({ mentions }) => mentions)
    .filter((mention) => mention.edition.id === edition.id)
    .sort(byPlace);
}

/** Order in print. */
function byPlace(one: Mention, other: Mention): number {
  const [first, second] = [one.study.place, other.study.place];
  if (one.row !== undefined && other.row !== undefined) return one.row - other.row;
  return (first.page ?? 0) - (second.page ?? 0) || (first.row ?? 0) - (second.row ?? 0);
}

const STATUSES: readonly (Status | null)[] = ['afgerond', 'lopend', 'te starten', 'onbekend', null];

function numbers(newest: Edition, { studies }: StartInput, words: Words): readonly RootContent[] {
  const rows = rowsIn(newest, studies);
  const counts = STATUSES.map((status) => {
    const count = rows.filter(({ study }) => study.status === status).length;
    return [status, count] as const;
  }).filter(([, count]) => count > 0);
  return [paragraph(words.start.counts(newest, rows.length, counts))];
}

/** Plan against result, for a jaarverslag, with the rows behind each number and what finished studies lack. */
function planSections(newest: Edition, input: StartInput, words: Words): readonly Section[] {
  if (newest.phase !== 'jaarverslag') return [];
  const outcome = planOutcome(input.studies, newest, input.unsure);
  const lines = planLines(outcome, input.chapterLabel, words);
  const finished = rowsIn(newest, input.studies).filter(({ study }) => study.status === 'afgerond');
  const flags = flagLists(finishedFlags(input.studies, newest), finished.length, words);
  return [
    fixed(...lines),
    ...planRows(outcome, words, 2),
    { rank: 2, versions: [() => flags, () => []] },
  ];
}

function shown(input: StartInput, words: Words): Section {
  const byId = new Map(input.studies.map((study) => [study.id, study]));
  const told = input.events.filter((event) => isReported(event) && groupOf(event) !== 'added');
  const lines = eventLines(told, {
    language: input.language,
    editions: input.editions,
    study: (id) => {
      const study = byId.get(id);
      return study && { ...study, events: input.events.filter((event) => event.study === id) };
    },
  });
  if (lines.length === 0) return fixed();
  const version = (length: number) => (): readonly RootContent[] => {
    const kept = lines.slice(0, length);
    const left = lines.length - kept.length;
    const groups = DIGEST_GROUPS.flatMap((group) => {
      const own = kept.filter(({ events: [main] }) => main && groupOf(main) === group);
      if (own.length === 0) return [];
      return [heading(3, words.groups[group]), bullets(own.map(({ phrases }) => phrases))];
    });
    return [
      heading(2, words.start.shown),
      ...groups,
      ...(left > 0 ? [paragraph(`${words.digest.leftOut(left)}${words.digest.ledger}.`)] : []),
    ];
  };
  return { rank: 1, versions: LENGTHS.map(version) };
}

function studyTable(newest: Edition, { studies }: StartInput, words: Words): Section {
  const { terms, fields } = words;
  const header = [terms.title, fields.status, fields.completion, terms.page];
  const rows = rowsIn(newest, studies).map((mention) => [
    cut(mention.study.title, 300),
    printedCell(mention.study, 'status', words),
    printedCell(mention.study, 'completion', words),
    [link(bracketedPage(mention, words.place), pageUrl(mention))],
  ]);
  const version = (length: number) => (): readonly RootContent[] => {
    const kept = rows.slice(0, length);
    const left = rows.length - kept.length;
    return [
      heading(2, words.start.studies(newest)),
      ...(kept.length > 0 ? [table(header, kept)] : []),
      ...(left > 0 ? [paragraph(words.start.leftOut(left))] : []),
    ];
  };
  return { rank: 0, versions: LENGTHS.map(version) };
}
