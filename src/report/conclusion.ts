import type { PhrasingContent, RootContent } from 'mdast';
import type { Event } from '../ledger/event.ts';
import type { Rows } from './comparison-table.ts';
import { cut } from './fact.ts';
import type { Section } from './fit.ts';
import { deleted, paragraph, quotation, strong } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import { paperAndPage } from './mention.ts';
import { quoted } from './phrase.ts';
import { aroundChanges, rewordingOf } from './rewording.ts';
import type { Piece } from './rewording.ts';
import type { Words } from './vocabulary.ts';

/** Kinds whose sentence is short in a headline, since their text follows in a section. */
const KINDS = ['conclusions-added', 'conclusions-changed', 'conclusions-removed'] as const;

type ConclusionKind = (typeof KINDS)[number];

/** Lengths, in characters of each text, at which a section is tried before the text is left out. */
const LENGTHS = [Infinity, 20_000, 5_000, 1_000];

/** Fragments named in words before the text itself, and the longest of them in characters. */
const FRAGMENTS = 6;
const FRAGMENT = 300;

export function isAboutConclusions(event: Event): boolean {
  return KINDS.some((kind) => kind === event.kind);
}

/**
 * The conclusions that were added, changed or removed: what changed in words first, then the text
 * with the words marked, struck out and bold; both texts when most of it is new.
 */
export function conclusionSection(event: Event, rows: Rows, words: Words): Section {
  const shown = rows.after ?? rows.before;
  const where = shown ? paperAndPage(shown, words.place) : words.study.source;
  const title = titleOf(event, rows, words);
  return {
    rank: 0,
    versions: [
      ...LENGTHS.map((length) => (): readonly RootContent[] => {
        const { content, isCut } = textOf(event, rows, words, length);
        return [
          title,
          ...content,
          ...(isCut ? [paragraph(words.study.conclusionsCut(where))] : []),
        ];
      }),
      () => [title, paragraph(words.study.conclusionsLeftOut(where))],
    ],
  };
}

function titleOf(event: Event, { before, after }: Rows, words: Words): RootContent {
  const { study } = words;
  const detail: Readonly<Record<ConclusionKind, () => string>> = {
    'conclusions-added': () =>
      before?.study.conclusions === '' ? study.conclusionsEmpty(before.edition) : '',
    'conclusions-changed': () =>
      before && after ? study.conclusionsChanged(before.edition, after.edition) : '',
    'conclusions-removed': () => (before ? study.conclusionsGone(before.edition) : ''),
  };
  return paragraph(strong(study.conclusions), detail[event.kind as ConclusionKind]());
}

interface Cut {
  readonly content: readonly RootContent[];
  readonly isCut: boolean;
}

function textOf(event: Event, rows: Rows, words: Words, length: number): Cut {
  const before = event.before ?? '';
  const after = event.after ?? '';
  if (event.kind === 'conclusions-added') return whole(after, length);
  if (event.kind === 'conclusions-removed') return whole(before, length);
  const pieces = rewordingOf(event);
  return pieces === 'rewritten'
    ? bothTexts(before, after, rows, words, length)
    : markedText(pieces, words, length);
}

function whole(text: string, length: number): Cut {
  return { content: [quotation(quoted(cut(text, length)))], isCut: text.length > length };
}

function bothTexts(before: string, after: string, rows: Rows, words: Words, length: number): Cut {
  const texts = [
    { mention: rows.before, label: words.study.wordingBefore, text: before },
    { mention: rows.after, label: words.study.wordingNow, text: after },
  ];
  return {
    content: [
      paragraph(words.study.rewritten),
      ...texts.flatMap(({ mention, label, text }) => [
        paragraph(mention ? words.study.wording(mention.edition) : label),
        quotation(quoted(cut(text, length))),
      ]),
    ],
    isCut: texts.some(({ text }) => text.length > length),
  };
}

function markedText(pieces: readonly Piece[], words: Words, length: number): Cut {
  const { shown, isCut } = limited(aroundChanges(pieces), length);
  return {
    content: [
      paragraph(wordsInWords(pieces, words)),
      quotation('“', ...shown.flatMap(marked), isCut ? '…”' : '”'),
    ],
    isCut,
  };
}

/** “Weggelaten: “…”. Toegevoegd: “…”.” */
function wordsInWords(pieces: readonly Piece[], words: Words): string {
  const changes = pieces.filter((piece) => piece.kind === 'changed');
  return [
    fragmentList(
      changes.map(({ removed }) => removed),
      words.study.wordsGone,
    ),
    fragmentList(
      changes.map(({ added }) => added),
      words.study.wordsNew,
    ),
  ]
    .filter((said) => said !== '')
    .join(' ');
}

function fragmentList(texts: readonly string[], say: Words['study']['wordsGone']): string {
  const fragments = texts.filter((text) => text !== '');
  const named = fragments.slice(0, FRAGMENTS).map((text) => cut(text, FRAGMENT));
  return fragments.length === 0 ? '' : say(named, fragments.length - named.length);
}

function limited(
  pieces: readonly Piece[],
  length: number,
): { readonly shown: readonly Piece[]; readonly isCut: boolean } {
  let left = length;
  const shown = pieces.filter((piece) => {
    left -= piece.kind === 'same' ? piece.text.length : piece.removed.length + piece.added.length;
    return left >= 0;
  });
  return { shown, isCut: shown.length < pieces.length };
}

/** Marks stand between spaces: there every reader of Markdown sees them as marks. */
function marked(piece: Piece, index: number): readonly Phrase[] {
  const space = index === 0 ? '' : ' ';
  if (piece.kind === 'same') return [space + piece.text];
  const marks: PhrasingContent[] = [];
  if (piece.removed !== '') marks.push(deleted(piece.removed));
  if (piece.added !== '') marks.push(strong(piece.added));
  return marks.flatMap((mark, place) => [place === 0 ? space : ' ', mark]);
}
