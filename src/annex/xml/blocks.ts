import { isElement, type MarkupElement, type MarkupNode } from '../../page/markup.ts';
import { isCaption, isSubtheme, isTheme } from '../heading.ts';
import type { WordCounts } from '../words.ts';
import { inlineOf, type InlineText } from './inline.ts';
import { openNoteBook, type NoteBook, type XmlNote } from './note-book.ts';
import { piecesOf } from './pieces.ts';

/** What a paper consists of, in reading order. */
export type Block = HeadingBlock | ParagraphBlock | TableBlock | NoteBlock;

interface BlockBase {
  /** Sections around it. */
  readonly depth: number;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly text: InlineText;
  /** True for the heading of a section; false for one between its paragraphs. */
  readonly section: boolean;
  /** Lower stands above higher: a section's depth, and more for headings between paragraphs. */
  readonly level: number;
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  readonly text: InlineText;
  /** True for an item of a list. */
  readonly item: boolean;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly element: MarkupElement;
}

/** A footnote that stands between the paragraphs. */
export interface NoteBlock extends BlockBase {
  readonly kind: 'note';
  readonly note: XmlNote;
}

export interface Paper {
  readonly blocks: readonly Block[];
  readonly notes: NoteBook;
}

/** Elements that hold text with inline elements; whatever else stands in them is read as inline. */
const HOSTS: ReadonlySet<string> = new Set('al titel p tekstregel functie naam'.split(' '));
const INLINE: ReadonlySet<string> = new Set(
  'nadruk extref intref noot nootref sup inf sub citaat datum b strong i em a span'.split(' '),
);
const SKIPPED: ReadonlySet<string> = new Set(['metadata', 'officiele-inhoudsopgave', 'colspec']);
/** Elements in which other blocks stand, also when they stand in a paragraph. */
const STRUCTURE: ReadonlySet<string> = new Set(['table', 'lijst', 'kop', 'tussenkop', 'al', 'li']);

/** Takes a paper apart into headings, paragraphs and tables. Its list of contents is left out. */
export function blocksOf(root: MarkupElement, words: WordCounts): Paper {
  const notes = openNoteBook(root, words);
  const blocks: Block[] = [];
  const inline = (nodes: readonly MarkupNode[]): InlineText =>
    inlineOf(piecesOf(nodes), notes, words);

  function paragraph(nodes: readonly MarkupNode[], depth: number, item: boolean): void {
    const text = inline(nodes);
    if (text.text === '' && text.marks.length === 0) return;
    if (!item && isHeadingText(text)) {
      blocks.push({ kind: 'heading', text, section: false, level: depth + 0.7, depth });
    } else blocks.push({ kind: 'paragraph', text, item, depth });
  }

  function walk(element: MarkupElement, depth: number, item: boolean): void {
    const inside = element.children.some((child) => isElement(child) && child.name === 'kop')
      ? depth + 1
      : depth;
    let run: MarkupNode[] = [];
    const flush = (): void => {
      if (run.length > 0) paragraph(run, inside, item);
      run = [];
    };
    for (const child of element.children) {
      if (!isElement(child)) {
        run.push(child);
        continue;
      }
      if (SKIPPED.has(child.name)) continue;
      const { name } = child;
      if (name === 'noot' && !HOSTS.has(element.name) && isBlank(run)) {
        blocks.push({ kind: 'note', note: notes.of(child), depth: inside });
      } else if (isInline(child, element)) {
        run.push(child);
      } else {
        flush();
        if (name === 'kop') {
          const text = inline([child]);
          blocks.push({ kind: 'heading', text, section: true, level: inside, depth: inside });
        } else if (name === 'tussenkop') {
          const text = inline([child]);
          blocks.push({
            kind: 'heading',
            text,
            section: false,
            level: inside + 0.5,
            depth: inside,
          });
        } else if (name === 'table') blocks.push({ kind: 'table', element: child, depth: inside });
        else if (name === 'li' && !hasStructureBelowItem(child)) {
          paragraph(child.children, inside, true);
        } else walk(child, inside, item || name === 'li');
      }
    }
    flush();
  }
  walk(root, 0, false);
  return { blocks, notes };
}

/** A paragraph that is wholly bold and no sentence, or names a theme, stands for a heading. */
function isHeadingText({ text, bold }: InlineText): boolean {
  if (text.length > 200 || !bold) return false;
  return isCaption(text) || isTheme(text) || isSubtheme(text) || !/[.:;,?!]$/u.test(text);
}

function isInline(child: MarkupElement, parent: MarkupElement): boolean {
  if (STRUCTURE.has(child.name) || hasStructure(child)) return false;
  return INLINE.has(child.name) || HOSTS.has(parent.name) || child.name === 'li.nr';
}

function isBlank(nodes: readonly MarkupNode[]): boolean {
  return nodes.every((node) => !isElement(node) && node.text.trim() === '');
}

function hasStructure(element: MarkupElement): boolean {
  if (element.name === 'noot') return false;
  return element.children.some(
    (child) => isElement(child) && (STRUCTURE.has(child.name) || hasStructure(child)),
  );
}

/** More in an item than its own paragraphs: a list in it, or a table. */
function hasStructureBelowItem(item: MarkupElement): boolean {
  return item.children.some(
    (child) =>
      isElement(child) &&
      (child.name === 'al'
        ? hasStructure(child)
        : STRUCTURE.has(child.name) || hasStructure(child)),
  );
}
