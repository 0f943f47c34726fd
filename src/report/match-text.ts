import { wordsOfReason } from '../change/match-reasons.ts';
import type {
  EditionExplanation,
  ExplainedCandidate,
  StudyExplanation,
} from '../register/explain.ts';

const HOW: Readonly<Record<EditionExplanation['by'], string>> = {
  new: 'new: no earlier edition read has it',
  title: 'known by its title',
  similar: 'known by a similar title',
  judgement: 'known by the judgement of a person',
  'not found': 'not found',
};

/** Why a study was matched as it was, for a terminal. */
export function matchText({
  study,
  joined,
  doubts,
  thresholds,
  editions,
}: StudyExplanation): string {
  const { pair, review, margin } = thresholds;
  return [
    `${study.id} (${study.chapter}) ${study.titles.at(-1)?.title ?? ''}`,
    ...study.titles.map(({ title, since }) => `  since ${since}: ${title}`),
    ...(joined.length > 0 ? [`  joined to it by a person: ${joined.join(', ')}`] : []),
    ...doubts.map(
      (it) =>
        `  may be ${it.study} (${it.edition}, ${it.score.toFixed(2)}): ${it.reasons.map(wordsOfReason).join('; ')}` +
        (it.settled === undefined ? ' · open, see review.md' : ` · judged ${it.settled}`),
    ),
    `  thresholds: one study from ${pair}, without doubt and ${margin} better than any other; asked from ${review}`,
    ...editions.flatMap((edition) => ['', ...editionLines(edition)]),
  ].join('\n');
}

function editionLines(edition: EditionExplanation): readonly string[] {
  const { sightings, by, judgement, candidates } = edition;
  return [
    `${edition.edition}: ${HOW[by]}`,
    ...sightings.map(({ title, rows, score, formerly }) => {
      const places = `row ${rows.map((row) => row + 1).join(', ')}`;
      const how = [score === undefined ? [] : [`score ${score.toFixed(2)}`], formerly ?? []].flat();
      return `  ${places}: ${title}${how.length > 0 ? ` (${how.join(', formerly ')})` : ''}`;
    }),
    ...(judgement
      ? [
          `  judgement of ${judgement.date} by ${judgement.who}: ${judgement.verdict} (${judgement.reason})`,
        ]
      : []),
    ...(candidates.length > 0 ? ['  candidates:'] : []),
    ...candidates.map(candidateLine),
  ];
}

function candidateLine(candidate: ExplainedCandidate): string {
  const { known, row, score, title, evidence, guard, doubts, margin, decision } = candidate;
  const features =
    guard !== null
      ? [`never one study: ${guard}`]
      : [
          `title ${title.toFixed(2)}`,
          ...evidence.map(({ kind, weight }) => `${kind} +${weight}`),
          ...(margin === null ? [] : [`margin ${margin.toFixed(2)}`]),
          ...doubts.map((it) => `doubt: ${wordsOfReason(it)}`),
        ];
  return (
    `    ${score.toFixed(2)} ${decision.padEnd(6)} ${known.id} “${known.title}” ~ row ${row.row + 1} “${row.title}”` +
    `\n         ${features.join(' · ')}`
  );
}
