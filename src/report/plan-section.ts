import type { RootContent } from 'mdast';
import { cut } from './fact.ts';
import { printedCell } from './field.ts';
import type { Section } from './fit.ts';
import {
  bullets,
  heading,
  link,
  paragraph,
  separated,
  strong,
  table,
  toHeading,
} from './markdown.ts';
import type { Phrase } from './markdown.ts';
import { pageUrl, paperAndPage } from './mention.ts';
import type { Mention } from './mention.ts';
import { capitalized } from './phrase.ts';
import { PLAN_PARTS, planCounts } from './plan.ts';
import type { Dossier, FinishedFlags, PlanOutcome, PlanRow, Uncounted } from './plan.ts';
import type { Words } from './vocabulary.ts';

/** Numbers of rows at which a long list is tried. */
const LENGTHS = [Infinity, 300, 200, 100, 50, 20, 0];

/** Longest title in a list, in characters. */
const TITLE = 300;

const UNCOUNTED: readonly Uncounted[] = ['unstated', 'unsure', 'undated'];

/**
 * Plan and result in one sentence, each number a link to its rows, and what is in no number.
 * @param document name of the document that holds the rows; null when it is this one
 */
export function planLines(
  outcome: PlanOutcome,
  chapterLabel: string,
  words: Words,
  document: string | null = null,
): readonly RootContent[] {
  const { plan } = words;
  const counts = planCounts(outcome);
  const uncounted = UNCOUNTED.filter((part) => outcome[part].length > 0).map((part) =>
    plan.uncountedPart(part, outcome[part].length),
  );
  if (counts.total === 0 && uncounted.length === 0) return [];
  const parts = PLAN_PARTS.filter((part) => part === 'finished' || counts[part] > 0).map(
    (part): readonly Phrase[] => {
      const said = plan.part(part, counts[part]);
      return [counts[part] === 0 ? said : toHeading(said, plan.rows(part), document)];
    },
  );
  return [
    paragraph(
      strong(plan.title(chapterLabel)),
      ` ${plan.lead(outcome.report.year, counts.total, counts.finished)}`,
      ...enumeratedPhrases(parts, plan.and),
      '.',
    ),
    ...(uncounted.length > 0
      ? [
          paragraph(
            plan.uncounted,
            ...enumeratedPhrases(
              uncounted.map((said) => [toHeading(said, plan.uncountedRows, document)]),
              plan.and,
            ),
            '.',
          ),
        ]
      : []),
  ];
}

/** The rows behind each number of planLines, under the headings that it links to. */
export function planRows(outcome: PlanOutcome, words: Words, rank: number): readonly Section[] {
  const { plan, terms } = words;
  const counted = PLAN_PARTS.filter((part) => outcome[part].length > 0).map((part) => ({
    title: plan.rows(part),
    header: [terms.title, plan.planned, plan.outcome],
    rows: outcome[part].map((row) => [
      nameOf(row.study),
      plannedCell(row, words),
      outcomeCell(row, words),
    ]),
  }));
  const others = UNCOUNTED.flatMap((part) =>
    outcome[part].map((row) =>
      'study' in row
        ? [nameOf(row.study), plannedCell(row, words), plan.why[part]]
        : [nameOf(row), lastCell(row, words), plan.why[part]],
    ),
  );
  const uncounted = {
    title: plan.uncountedRows,
    header: [terms.title, plan.planned, plan.outcome],
    rows: others,
  };
  return [...counted, ...(others.length > 0 ? [uncounted] : [])].map(({ title, header, rows }) => ({
    rank,
    versions: LENGTHS.filter((length) => length === Infinity || length < rows.length).map(
      (length) => (): readonly RootContent[] => {
        const kept = rows.slice(0, length);
        const left = rows.length - kept.length;
        return [
          heading(2, title),
          ...(kept.length > 0 ? [table(header, kept)] : []),
          ...(left > 0 ? [paragraph(plan.leftOut(left))] : []),
        ];
      },
    ),
  }));
}

/** Finished studies that lack conclusions or a report, with their pages; nothing where there are none. */
export function flagLists(
  flags: FinishedFlags,
  finished: number,
  words: Words,
): readonly RootContent[] {
  const { plan } = words;
  const { withoutConclusions, withoutReport } = flags;
  const noReportAtAll = finished > 0 && withoutReport.length === finished;
  const content = [
    ...rowList(plan.withoutConclusions, withoutConclusions, words),
    ...(noReportAtAll
      ? [paragraph(plan.noReportAtAll)]
      : rowList(plan.withoutReport, withoutReport, words)),
  ];
  return content.length > 0 ? [heading(2, plan.flags), ...content] : [];
}

function rowList(title: string, rows: readonly Mention[], words: Words): readonly RootContent[] {
  if (rows.length === 0) return [];
  const items = rows.map((mention) => [
    `${cut(mention.study.title, TITLE)}, `,
    pageLink(mention, words),
  ]);
  return [paragraph(`${title}: ${rows.length}`), bullets(items)];
}

function nameOf({ title }: Dossier): readonly Phrase[] {
  return [cut(title, TITLE)];
}

/** “2023 (begroting 2023, blz. 212)” */
function plannedCell({ planned, year }: PlanRow, words: Words): readonly Phrase[] {
  return [`${year} (`, paperLink(planned, words), ')'];
}

function lastCell({ mentions }: Dossier, words: Words): readonly Phrase[] {
  const last = mentions.at(-1);
  return last
    ? [`${printedCell(last.study, 'completion', words)} (`, paperLink(last, words), ')']
    : [''];
}

/** “Afgerond, 2023 (jaarverslag 2023, blz. 251)” */
function outcomeCell({ now }: PlanRow, words: Words): readonly Phrase[] {
  if (!now) return [words.plan.notListed];
  const { study } = now;
  const status = study.printed.status || words.plan.noStatus;
  const year = study.printed.completion ? `, ${study.printed.completion}` : '';
  return [`${capitalized(cut(status, TITLE))}${cut(year, TITLE)} (`, paperLink(now, words), ')'];
}

function paperLink(mention: Mention, words: Words): Phrase {
  return link(paperAndPage(mention, words.place), pageUrl(mention));
}

function pageLink(mention: Mention, words: Words): Phrase {
  return link(words.place.page(mention.study.place), pageUrl(mention));
}

/** “a, b en c” */
function enumeratedPhrases(items: readonly (readonly Phrase[])[], and: string): readonly Phrase[] {
  if (items.length < 2) return items.flat();
  return [...separated(items.slice(0, -1), ', '), ` ${and} `, ...(items.at(-1) ?? [])];
}
