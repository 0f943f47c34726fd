import type { ListItem, RootContent } from 'mdast';
import { heading, paragraph, renderMarkdown } from './markdown.ts';

/** A study that may be another one, for a person to judge. */
export interface ReviewQuestion {
  readonly chapterLabel: string;
  readonly study: ReviewedStudy;
  readonly mayBe: readonly (ReviewedStudy & {
    /** 0 to 1. */
    readonly score: number;
    /** What keeps the two from being joined, in words. */
    readonly reasons: readonly string[];
  })[];
}

export interface ReviewedStudy {
  readonly id: string;
  readonly title: string;
  /** Edition and page: “XV/2024-begroting, blz. 208”. */
  readonly place: string;
}

const ANSWERS = [
  ['same', 'the same study'],
  ['not-same', 'two studies'],
  ['unsure', 'looked at, not known'],
] as const;

/** What a ticked box says. */
export interface Tick {
  readonly verdict: (typeof ANSWERS)[number][0];
  readonly studies: readonly [string, string];
}

/**
 * The list of open questions for the operator: one heading a study, one box an answer. The same questions
 * always give the same bytes.
 */
export function reviewList(questions: readonly ReviewQuestion[]): string {
  const content: RootContent[] = [
    heading(1, 'Studies for a person to judge'),
    paragraph(
      questions.length === 0
        ? 'There is nothing to judge.'
        : 'Each of these may be a study that is known under another title. Until somebody says so it has an id of its own, ' +
            'and nothing is told of it as new, nor of the other as gone. Tick one box under a question: the next check writes it into judgements.json.',
    ),
  ];
  let chapter = '';
  for (const { chapterLabel, study, mayBe } of questions) {
    if (chapterLabel !== chapter) content.push(heading(2, chapterLabel));
    chapter = chapterLabel;
    content.push(heading(3, study.id), paragraph(`“${study.title}” (${study.place})`));
    for (const other of mayBe) {
      const reasons = other.reasons.join('; ');
      content.push(
        paragraph(
          `may be ${other.id}: “${other.title}” (${other.place}), likeness ${other.score.toFixed(2)}: ${reasons}`,
        ),
        { type: 'list', ordered: false, spread: false, children: boxes(other.id, study.id) },
      );
    }
  }
  return renderMarkdown(content);
}

function boxes(older: string, newer: string): ListItem[] {
  return ANSWERS.map(([verdict, words]) => ({
    type: 'listItem',
    checked: false,
    spread: false,
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: `${words} ` },
          { type: 'html', value: `<!-- ${verdict} ${older} ${newer} -->` },
        ],
      },
    ],
  }));
}

const TICKED =
  /^\s*[-*+]\s+\[[xX]\].*<!--\s*(?<verdict>same|not-same|unsure)\s+(?<older>s\d{5,})\s+(?<newer>s\d{5,})\s*-->/gmu;

/** The boxes that a person has ticked, in the order of the list. */
export function ticksIn(markdown: string): readonly Tick[] {
  return [...markdown.matchAll(TICKED)].map(({ groups }) => ({
    verdict: groups?.['verdict'] as Tick['verdict'],
    studies: [groups?.['older'] ?? '', groups?.['newer'] ?? ''],
  }));
}
