import type { Page } from '../../page/page.ts';
import { openAccount } from '../account.ts';
import { lastPageOf, type Flow } from '../flow.ts';
import { footnoteFinder, footnoteText, type OwnedFootnote } from '../footnote-texts.ts';
import { phrases, usualSize, type Line } from '../line.ts';
import { inReadingOrder, noteOf } from '../notes.ts';
import type { PlacedNote } from '../notes.ts';
import { noticesOf } from '../notices.ts';
import { pageNotices } from '../page-notices.ts';
import type { AnnexReading } from '../read.ts';
import { settleAround } from '../settle.ts';
import type { WordCounts } from '../words.ts';
import { doubtfulLead, withoutTable } from './notice.ts';
import { paragraphsOf, pieceOf } from './page-pieces.ts';
import { readProse } from './read.ts';

/** Reads an annex without a table whose header is known: prose, in which studies may be listed. */
export function readProseAnnex(
  pages: readonly Page[],
  flow: Flow,
  lines: readonly Line[],
  words: WordCounts,
): AnnexReading {
  const { heading, labels } = flow;
  const account = openAccount(pages);
  settleAround(account, flow, []);
  const { paragraphs, footnotes } = paragraphsOf(lines);
  const finder = footnoteFinder(
    footnotes.map((it): OwnedFootnote => ({ ...it, table: 0, claimed: true, atFoot: false })),
  );
  const noteText = (mark: string, line: Line): string | null => {
    const found = finder.find(mark, line, 0);
    return found && footnoteText(found, words);
  };
  const size = usualSize(lines.flatMap(({ runs }) => runs));
  const margin = Math.min(...lines.map(({ left }) => left));
  const pieces = paragraphs.map((it) => pieceOf(it, { size, margin }, { words, labels, noteText }));
  const tabular = isTabular(lines);
  const prose = tabular
    ? { studies: [], cells: new Set<number>(), headings: new Set<number>(), doubtful: [] }
    : readProse(pieces, heading);
  const notes: PlacedNote[] = [];
  let under = heading;
  for (const [index, { lines: own }] of paragraphs.entries()) {
    const text = pieces[index]?.text ?? '';
    if (pieces[index]?.kind === 'heading') under = text;
    const role = prose.cells.has(index) ? 'cell' : prose.headings.has(index) ? 'heading' : 'note';
    account.settleLines(own, role);
    const note = role === 'note' ? noteOf(own, under, labels, text) : null;
    if (note) notes.push(note);
  }
  for (const footnote of footnotes) {
    account.settleLines(footnote.lines, 'footnote');
    if ([...finder.used].some((it) => it.lines[0] === footnote.lines[0])) continue;
    const note = noteOf(footnote.lines, heading, labels, footnoteText(footnote, words));
    if (note) notes.push(note);
  }
  const rest = account.rest();
  account.settle(rest, 'notice');
  const first = pages[0]?.number ?? 1;
  return {
    annex: { heading, pages: [first, lastPageOf(flow, first)], notes: inReadingOrder(notes) },
    studies: prose.studies,
    notices: [
      ...pageNotices(pages, labels),
      ...(tabular ? [] : [withoutTable(heading, prose.studies.length)]),
      ...prose.doubtful.flatMap((index) => {
        const piece = pieces[index];
        return piece ? [doubtfulLead(piece, heading)] : [];
      }),
      ...noticesOf({
        studies: prose.studies,
        headerUnknown: tabular,
        heading,
        unplaced: rest,
        placeholders: [],
        strange: [],
      }),
    ],
    unplaced: rest,
    roles: account.roles,
    tables: [],
    words,
  };
}

/** Gaps wider than this many ems part cells; justified prose has narrower ones. */
const CELL_GAP = 2;

/** Whether lines show cells beside one another: then there is a table, whose header is not known. */
function isTabular(lines: readonly Line[]): boolean {
  const cells = lines.map(({ runs }) => phrases(runs, CELL_GAP));
  if (cells.filter(({ length }) => length > 2).length > 1) return true;
  // One word before a gap may be a bullet or a number.
  const pairs = cells.filter(([first, ...others]) => others.length > 0 && first?.length !== 1);
  return pairs.length >= Math.max(3, lines.length / 8);
}
