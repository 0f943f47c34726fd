import type { RootContent } from 'mdast';
import { CHAPTERS } from '../edition/chapters.ts';
import type { Edition } from '../edition/edition.ts';
import { changeTables } from './change-tables.ts';
import type { Coverage } from './coverage.ts';
import type { PeriodicDocument } from './document.ts';
import { editionReportName, linesOf, outcomeOf, toldIn } from './edition-report.ts';
import type { EditionReportInput } from './edition-report.ts';
import { fit, fixed } from './fit.ts';
import { wordsOf } from './language.ts';
import { heading, paragraph, strong, toDocument } from './markdown.ts';
import { paperAndPage } from './mention.ts';
import { planLines } from './plan-section.ts';
import type { Language, Words } from './vocabulary.ts';
import { isReported } from './weight.ts';

export interface EditionDayInput {
  readonly day: Pick<Edition, 'phase' | 'year'>;
  /** One edition of each chapter that was read. */
  readonly chapters: readonly EditionReportInput[];
  /** What was read of what should be there; rows in doubt are taken from the chapters. */
  readonly coverage: Omit<Coverage, 'unsure'>;
  readonly warning?: string | null;
  readonly language: Language;
}

/** Name of the overview, also as a file. */
export function editionDayName({ phase, year }: EditionDayInput['day']): string {
  return phase === 'begroting' ? `prinsjesdag-${year - 1}` : `verantwoordingsdag-${year + 1}`;
}

/**
 * The day on which the papers of all chapters appear, in one document that is filled as they are read: what
 * was read, plan and result of each chapter, and the changes of all, weightiest first. The rows behind the
 * numbers stand in the reports on the chapters.
 */
export function editionDay(input: EditionDayInput): PeriodicDocument {
  const words = wordsOf(input.language);
  const title = words.day.title(input.day);
  const chapters = input.chapters.toSorted((one, other) => placeOf(one) - placeOf(other));
  const labels = new Map(
    chapters.map(({ source, chapterLabel }) => [source.edition.chapter, chapterLabel]),
  );
  const lines = chapters
    .flatMap((chapter) => linesOf(toldIn(chapter).filter(isReported), chapter))
    .toSorted((one, other) => one.weight - other.weight);
  const body = fit(
    [
      ...(input.warning ? [fixed(paragraph(strong(input.warning)))] : []),
      fixed(
        heading(1, title),
        paragraph(words.digest.coverage({ ...input.coverage, unsure: unsureIn(chapters, words) })),
        ...chapters.flatMap((chapter) => chapterLines(chapter, words)),
        ...changeTables(lines, words, ({ chapter }) => labels.get(chapter) ?? chapter),
      ),
    ],
    Infinity,
  );
  return { kind: 'edition-day', name: editionDayName(input.day), title, body };
}

function chapterLines(input: EditionReportInput, words: Words): readonly RootContent[] {
  const { chapterLabel, source } = input;
  const name = editionReportName(source.edition);
  const outcome = outcomeOf(input);
  const told = toldIn(input);
  const changes = told.filter(isReported).length;
  return [
    // Of what a first pass found there is a start report, and none on the edition.
    ...(outcome && told.length > 0 ? planLines(outcome, chapterLabel, words, name) : []),
    ...(told.length > 0
      ? [paragraph(toDocument(words.day.report(chapterLabel, source.edition, changes), name))]
      : []),
  ];
}

function unsureIn(
  chapters: readonly EditionReportInput[],
  words: Words,
): NonNullable<Coverage['unsure']> {
  return chapters.flatMap(({ chapterLabel, doubts }) =>
    doubts.map(({ mention }) => ({
      title: mention.study.title,
      where: `${chapterLabel}, ${paperAndPage(mention, words.place)}`,
    })),
  );
}

/** Order of the national budget. */
function placeOf({ source }: EditionReportInput): number {
  return CHAPTERS.findIndex(({ id }) => id === source.edition.chapter);
}
