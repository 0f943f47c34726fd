import { confidenceOf, type Reason } from '../../study/confidence.ts';
import type { Footnote, Link, Printed, Study } from '../../study/study.ts';
import { isSubtheme, isTheme, themeIn } from '../heading.ts';
import { extentOf, placeOf, type CellMark } from '../table-row.ts';
import { leadOf, studyLeads, type Lead } from './lead.ts';
import type { ProsePiece } from './piece.ts';

/** Studies of an annex without tables, and which pieces they and their headings are made of. */
export interface ProseReading {
  readonly studies: readonly Study[];
  /** Indices of pieces: of studies, and of headings that stand above one. What is neither is a note. */
  readonly cells: ReadonlySet<number>;
  readonly headings: ReadonlySet<number>;
  /** Begin as the studies do, but read like sentences: a person should look. */
  readonly doubtful: readonly number[];
}

interface Above {
  readonly theme: ProsePiece | null;
  readonly subtheme: ProsePiece | null;
  readonly heading: ProsePiece | null;
}

const NOTHING_ABOVE: Above = { theme: null, subtheme: null, heading: null };

/**
 * Reads studies from the leads of paragraphs, bullets and headings, where that is clearly what they are:
 * SZW printed its begroting 2022 and Defensie its begroting 2021 so. Their year, type and status are not
 * known, and are not looked for in the prose. No studies where there is no clear sign.
 */
export function readProse(pieces: readonly ProsePiece[], annexHeading: string): ProseReading {
  const found = pieces.map(leadOf).filter((lead) => lead !== null);
  const above = aboveEach(pieces);
  const leads = studyLeads(found, (index) => (above[index] ?? NOTHING_ABOVE).theme !== null);
  const titles = new Set(leads.map(({ index }) => index));
  const cells = new Set<number>();
  const rows = new Map<string, number>();
  const studies = leads.map((lead): Study => {
    const own = followers(lead, pieces, titles);
    for (const index of own) cells.add(index);
    const around = above[lead.index] ?? NOTHING_ABOVE;
    const table = around.heading?.text ?? annexHeading;
    const row = (rows.get(table) ?? 0) + 1;
    rows.set(table, row);
    const parts = own.flatMap((index) => pieces[index] ?? []);
    return toStudy(lead, parts, around, table, row);
  });
  const used = new Set(
    leads.flatMap(({ index }) => {
      const { theme, subtheme, heading } = above[index] ?? NOTHING_ABOVE;
      return [theme, subtheme, heading];
    }),
  );
  const headings = new Set(
    [...pieces.entries()].filter(([, piece]) => used.has(piece)).map(([index]) => index),
  );
  const styles = new Set(leads.map(({ style }) => style));
  const listed = [...styles].some((style) => style.startsWith('item'));
  const unsure = new Set(
    found.filter(({ sure, style }) => !sure && styles.has(style)).map(({ index }) => index),
  );
  // Of a list either each item is a study or a person should look.
  const doubtful = [...pieces.entries()]
    .filter(([index, { item }]) => !cells.has(index) && (unsure.has(index) || (listed && item)))
    .map(([index]) => index);
  return { studies, cells, headings, doubtful };
}

/** The headings above each piece; one of a higher or the same rank ends those before it. */
function aboveEach(pieces: readonly ProsePiece[]): readonly Above[] {
  let above = NOTHING_ABOVE;
  return pieces.map((piece, index) => {
    const before = above;
    if (piece.kind !== 'heading' || leadOf(piece, index)?.sure === true) return before;
    if (isSubtheme(piece.text)) above = { ...above, subtheme: piece, heading: piece };
    else if (isTheme(piece.text) || themeIn(piece.text) !== null) {
      above = { theme: piece, subtheme: null, heading: piece };
    } else {
      const ends = above.theme !== null && piece.rank <= above.theme.rank;
      above = { ...(ends ? NOTHING_ABOVE : above), heading: piece };
    }
    return before;
  });
}

/**
 * A study's own pieces. A lead on a line of its own stands above all prose until the next lead or
 * heading; a lead within a paragraph or bullet has no more than that.
 */
function followers(
  { index, rest, style }: Lead,
  pieces: readonly ProsePiece[],
  titles: ReadonlySet<number>,
): readonly number[] {
  const own = [index];
  if (rest !== '' || style.endsWith(' alone')) return own;
  for (let next = index + 1; next < pieces.length; next += 1) {
    if (titles.has(next) || pieces[next]?.kind !== 'paragraph') break;
    own.push(next);
  }
  return own;
}

function toStudy(
  { title, rest }: Lead,
  parts: readonly ProsePiece[],
  { theme, subtheme, heading }: Above,
  table: string,
  row: number,
): Study {
  const [first, ...others] = parts;
  if (!first) throw new Error('A study has at least its lead');
  const description = [rest, ...others.map(({ text }) => text)].filter((it) => it !== '').join(' ');
  const printed: Printed = {
    title,
    type: null,
    completion: null,
    status: null,
    conclusions: null,
    description,
    articles: null,
    theme: theme ? themeIn(theme.text) : null,
    subtheme: subtheme?.text ?? null,
  };
  return {
    title,
    type: null,
    conclusions: null,
    description,
    theme: printed.theme,
    subtheme: printed.subtheme,
    completion: null,
    status: null,
    articles: [],
    links: parts.flatMap(({ links }): readonly Link[] => links),
    footnotes: [
      ...[...new Set([theme, subtheme, heading])].flatMap((it) =>
        footnotesOn(it?.marks ?? [], () => 'heading'),
      ),
      ...footnotesOn(first.marks, ({ before }) =>
        before.length <= title.length + 1 ? 'title' : 'description',
      ),
      ...others.flatMap(({ marks }) => footnotesOn(marks, () => 'description')),
    ],
    printed,
    place: placeOf(extentOf(first.extent, (others.at(-1) ?? first).extent), table, row),
    confidence: confidenceOf([FROM_PROSE]),
  };
}

const FROM_PROSE: Reason = {
  on: 'row',
  kind: 'row-start',
  level: 'medium',
  message: 'was read from the lead of a paragraph, for the annex has no table',
};

function footnotesOn(
  marks: readonly CellMark[],
  on: (mark: CellMark) => Footnote['on'],
): readonly Footnote[] {
  return marks.map((mark) => ({ mark: mark.mark, on: on(mark), text: mark.note() }));
}
