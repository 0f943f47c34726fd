import type { Run } from '../../page/page.ts';
import { textBefore, textOfCell, type Cell } from '../cells.ts';
import { continuesFootnote, footnoteMark, type Footnote } from '../footnotes.ts';
import { isSubtheme, isTheme } from '../heading.ts';
import { textOf, usualSize, type Line } from '../line.ts';
import { linksIn } from '../links.ts';
import { pagesOf, type PageContext } from '../page-row.ts';
import { isStudyName } from '../title.ts';
import { isTitle } from './lead.ts';
import type { ProsePiece } from './piece.ts';

/** A paragraph of a page with the lines that it is made of. */
export interface Paragraph {
  readonly lines: readonly Line[];
  /** The run of its bullet, or null when it is no item of a list. */
  readonly bullet: Run | null;
}

const BULLET = /^(?:[•·●▪■◦‣⁃*–—-]|\d{1,2}[.)]|[a-z][.)])$/u;

/** Parts prose into paragraphs, and takes out the footnotes at the foot of the pages. */
export function paragraphsOf(lines: readonly Line[]): {
  readonly paragraphs: readonly Paragraph[];
  readonly footnotes: readonly Footnote[];
} {
  const size = usualSize(lines.flatMap(({ runs }) => runs));
  const setting: Setting = {
    pitch: usualPitch(lines, size),
    right: Math.max(...lines.map((line) => line.right)),
    hanging: hangs(lines),
  };
  const called = new Set(
    lines.flatMap(({ marks }) => marks.filter(({ lead }) => !lead).map(({ text }) => text)),
  );
  const paragraphs: { lines: Line[]; bullet: Run | null }[] = [];
  const footnotes: Footnote[] = [];
  let inNote: Line | null = null;
  for (const [index, line] of lines.entries()) {
    const mark = footnoteMark(line, size, [], (it) => called.has(it) && line.size < size);
    const open = paragraphs.at(-1);
    if (mark !== null) footnotes.push({ mark, lines: [line] });
    else if (inNote && continuesFootnote(line, inNote)) footnotes.at(-1)?.lines.push(line);
    else if (open && goesOn(open, line, setting) && !opensLead(lines, index)) open.lines.push(line);
    else paragraphs.push({ lines: [line], bullet: bulletOf(line) });
    inNote = mark !== null || (inNote && continuesFootnote(line, inNote)) ? line : null;
  }
  return { paragraphs, footnotes };
}

/** Whether a line behind the end of a sentence begins with a lead, which may run on over the next ones. */
function opensLead(lines: readonly Line[], index: number): boolean {
  const [line, former] = [lines[index], lines[index - 1]];
  if (!line || !former || !/[.!?]["”’)]?$/u.test(textOf(former.runs))) return false;
  const ahead = lines.slice(index, index + 3).filter(({ page }) => page === line.page);
  const text = ahead.map(({ runs }) => textOf(runs)).join(' ');
  const at = /:(?=\s|$)/u.exec(text)?.index;
  return at !== undefined && isTitle(text.slice(0, at).trim(), 1);
}

interface Setting {
  /** Usual distance of baselines, in points. */
  readonly pitch: number;
  /** Where full lines end. */
  readonly right: number;
  /** Whether the lines of an item stand below its text, so that what stands further left is another paragraph. */
  readonly hanging: boolean;
}

function goesOn(open: Paragraph, line: Line, { pitch, right, hanging }: Setting): boolean {
  const [first, last] = [open.lines[0], open.lines.at(-1)];
  if (!first || !last || bulletOf(line) || Math.abs(line.size - last.size) > 0.3) return false;
  const text = textOf(line.runs);
  // “… over dit / thema. Bezien wordt …” is prose.
  if ((isTheme(text) || isSubtheme(text)) && /^\p{Lu}/u.test(text)) return false;
  const former = textOf(last.runs);
  const ended = /[.!?:]["”’)]?$/u.test(former);
  if (last.page !== line.page) return !ended && styleOf(last.runs[0]) === styleOf(line.runs[0]);
  if (line.baseline - last.baseline > 1.25 * pitch) return false;
  const [before, after] = [styleOf(last.runs.at(-1)), styleOf(line.runs[0])];
  // A lead in bold begins a paragraph; bold words in the middle of one do not.
  if (before !== after && (after !== '' ? ended : isWhole(open, before))) return false;
  if (isTheme(textOf(first.runs)) && isStudyName(text)) return false;
  if (hanging && open.bullet && line.left < textLeft(open.bullet, first) - 2) return false;
  // A paragraph ends where the next word would still have fitted.
  const word = (line.runs[0]?.right ?? line.left) - line.left;
  const short = last.right + 0.5 * line.size + word < right;
  return !(ended && short && /^[\p{Lu}\d‘“"']/u.test(text));
}

/** A heading, or a lead on a line of its own, is all in one style and stands apart from plain text. */
function isWhole({ lines }: Paragraph, style: string): boolean {
  return style !== '' && lines.every(({ runs }) => runs.every((run) => styleOf(run) === style));
}

function textLeft(bullet: Run, { runs }: Line): number {
  return runs.find((run) => run !== bullet)?.x ?? 0;
}

/** Whether the second line of some item of a list begins below its text rather than below its bullet. */
function hangs(lines: readonly Line[]): boolean {
  return lines.some((line, index) => {
    const [bullet, next] = [bulletOf(line), lines[index + 1]];
    if (!bullet || !next || bulletOf(next) || next.page !== line.page) return false;
    return Math.abs(next.left - textLeft(bullet, line)) < 2;
  });
}

function bulletOf({ runs }: Line): Run | null {
  const [first, second] = runs;
  return first && second && BULLET.test(first.text) ? first : null;
}

/** Most frequent distance between lines of the usual size. */
function usualPitch(lines: readonly Line[], size: number): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1];
    if (!last || last.page !== line.page || Math.abs(line.size - size) > 0.3) continue;
    const distance = Math.round((line.baseline - last.baseline) * 5) / 5;
    if (distance > 0.8 * size && distance < 2.2 * size) {
      counts.set(distance, (counts.get(distance) ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 1.3 * size;
}

function styleOf(run: Run | undefined): string {
  if (!run) return '';
  const italic = /italic|oblique|cursief/iu.test(run.font) ? 'italic' : '';
  return `${run.bold ? 'bold' : ''} ${italic}`.trim();
}

/** How the prose of an annex is set, in points. */
export interface PageStyle {
  readonly size: number;
  /** Where its lines begin that are not indented. */
  readonly margin: number;
}

/** A paragraph as a piece of prose. */
export function pieceOf(
  { lines, bullet }: Paragraph,
  { size, margin }: PageStyle,
  { words, labels, noteText }: PageContext,
): ProsePiece {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) throw new Error('A paragraph has at least one line');
  const cell: Cell = {
    lines: lines.map(({ page, runs }) => ({ page, runs: runs.filter((run) => run !== bullet) })),
    marks: lines.flatMap((line) =>
      line.marks.filter(({ lead }) => !lead).map((mark) => ({ mark, line })),
    ),
  };
  const text = textOfCell(cell, words);
  const lead = leadStyle(cell, words, text);
  const large = first.size >= size * 1.12;
  const whole = lead.style.includes('bold') && lead.length >= text.length;
  const sentence = /[.;,?!]$/u.test(text);
  const named = (isTheme(text) || isSubtheme(text)) && !sentence && text.length <= 200;
  const heading = !bullet && (large || named || (whole && !sentence && !text.endsWith(':')));
  return {
    kind: heading ? 'heading' : 'paragraph',
    text,
    rank: -first.size - (whole ? 0.1 : 0),
    // Browsers draw their bullets as shapes; then only the indent tells.
    item: !heading && (bullet !== null || first.left > margin + 0.8 * size),
    lead,
    marks: cell.marks.flatMap(({ mark, line }) =>
      mark.text.split(/[,;]/u).map((sign) => ({
        mark: sign,
        before: textBefore(mark, cell, words),
        note: () => noteText(sign, line),
      })),
    ),
    links: linksIn([cell], words),
    extent: pagesOf(first.page, last.page, labels),
  };
}

function leadStyle(cell: Cell, words: PageContext['words'], text: string): ProsePiece['lead'] {
  const style = styleOf(cell.lines[0]?.runs[0]);
  const parts = [];
  for (const part of cell.lines) {
    const end = part.runs.findIndex((run) => styleOf(run) !== style);
    if (end === -1) parts.push(part);
    else {
      if (end > 0) parts.push({ ...part, runs: part.runs.slice(0, end) });
      return { style, length: textOfCell({ lines: parts, marks: [] }, words).length };
    }
  }
  return { style, length: text.length };
}
