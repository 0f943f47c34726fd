import type { Page, Rule, Run } from '../../src/page/page.ts';

/**
 * Sets pages as the PDF reader would give them, without any PDF: a small typesetter of its own, so that
 * many layouts can be tried. `^1` behind a word is a raised note mark; U+00AD is where a word may be
 * broken with a hyphen.
 */
export interface Style {
  readonly size: number;
  /** Distance of baselines within a cell. */
  readonly pitch: number;
  /** White space under each row. */
  readonly gap: number;
  /** Hairlines: under the header and at the end, or between all rows as well. */
  readonly rules: 'none' | 'frame' | 'rows';
  readonly vertical: 'top' | 'middle';
  /** Space between columns. */
  readonly gutter: number;
  readonly width: number;
  readonly height: number;
  /** Whether the header stands again on every page. */
  readonly repeat: boolean;
  /** Whether a row may be cut at the end of a page. */
  readonly cut: boolean;
}

export const STYLE: Style = {
  size: 7.2,
  pitch: 8.4,
  gap: 2.5,
  rules: 'frame',
  vertical: 'top',
  gutter: 6,
  width: 558.4,
  height: 771,
  repeat: true,
  cut: true,
};

export interface TableColumn {
  /** Lines separated by a line end; the last stands at the bottom. */
  readonly header: string;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'centre';
}

/** Cells of a row, or one text over the whole width. */
export type TableRow =
  | readonly string[]
  | { readonly wide: string; readonly bold?: boolean }
  /** Cells above the header; only before all other rows. */
  | { readonly ahead: readonly string[] }
  /** The header once more, with only these columns. */
  | { readonly header: readonly number[] };

const LEFT = 40;
const TOP = 50;
const MARK = { size: 0.75, raised: 0.38 } as const;

interface Sheet {
  readonly number: number;
  readonly runs: Run[];
  readonly rules: Rule[];
}

export interface Paper {
  heading(text: string): void;
  theme(text: string): void;
  prose(text: string): void;
  footnotes(notes: readonly string[]): void;
  table(columns: readonly TableColumn[], rows: readonly TableRow[]): void;
  newPage(): void;
  pages(): Page[];
  /** Which cell of which table each run was printed in, or which other text. */
  readonly origins: ReadonlyMap<Run, Origin>;
}

/** Tables, rows of a table and other texts are counted from 0; a header printed again is one row. */
export type Origin =
  | { readonly table: null; readonly text: number }
  | {
      readonly table: number;
      readonly row: number;
      readonly cell: number;
      /** Cells of the row; 1 for a text over the whole width. */
      readonly cells: number;
      readonly header: boolean;
    };

export function paper(style: Style = STYLE, firstNumber = 7): Paper {
  const sheets: Sheet[] = [];
  const origins = new Map<Run, Origin>();
  let origin: Origin = { table: null, text: 0 };
  let tables = 0;
  let texts = 0;
  let y = 0;
  const sheet = (): Sheet => sheets.at(-1) ?? newSheet();
  function newSheet(): Sheet {
    const created: Sheet = { number: firstNumber + sheets.length, runs: [], rules: [] };
    sheets.push(created);
    y = TOP;
    return created;
  }
  newSheet();
  const bottom = style.height - 90;
  const room = (height: number): boolean => y + height <= bottom;

  function words(text: string, x: number, baseline: number, size: number, bold: boolean): void {
    let left = x;
    for (const word of text.split(' ').filter((part) => part !== '')) {
      const [plain = '', mark] = word.split('^');
      left = put(plain, left, baseline, size, bold);
      if (mark !== undefined)
        left = put(mark, left, baseline - MARK.raised * size, size * MARK.size, bold);
      left += SPACE * size;
    }
  }
  function put(text: string, x: number, baseline: number, size: number, bold: boolean): number {
    const right = x + widthOf(text) * size;
    const run: Run = {
      text,
      x,
      right,
      baseline,
      size,
      font: bold ? 'Univers-Bold' : 'Univers',
      bold,
      contentId: null,
      artifact: false,
      softHyphen: false,
    };
    sheet().runs.push(run);
    origins.set(run, origin);
    return right;
  }
  function rule(x: number, right: number): void {
    sheet().rules.push({ direction: 'horizontal', x, y: y + 1, length: right - x });
    y += 3;
  }
  function block(
    text: string,
    x: number,
    width: number,
    size: number,
    pitch: number,
    bold = false,
  ): void {
    texts += 1;
    origin = { table: null, text: texts };
    for (const line of breakLines(text, width / size)) {
      if (!room(pitch)) newSheet();
      y += pitch;
      words(line, x, y, size, bold);
    }
  }

  function table(columns: readonly TableColumn[], rows: readonly TableRow[]): void {
    const lefts = columns.map((_, index) =>
      columns.slice(0, index).reduce((x, { width }) => x + width + style.gutter, LEFT),
    );
    const right = (lefts.at(-1) ?? LEFT) + (columns.at(-1)?.width ?? 0);
    const place = (text: string, index: number): number => {
      const { width = 0, align = 'left' } = columns[index] ?? {};
      const free = width - lineWidth(text) * style.size;
      const offset = align === 'left' ? 0 : align === 'right' ? free : free / 2;
      return (lefts[index] ?? LEFT) + offset;
    };
    const number = tables;
    tables += 1;
    /** What is printed from here on stands in a cell: row 0 is the header, the others follow it. */
    function enter(row: number, cell: number, isHeader: boolean, count = columns.length): void {
      origin = { table: number, row, cell, cells: count, header: isHeader };
    }
    function header(only: readonly number[], row = 0): void {
      const heads = columns.map(({ header: text }, index) =>
        only.includes(index) ? text.split('\n') : [],
      );
      const height = Math.max(...heads.map(({ length }) => length));
      for (let line = 0; line < height; line += 1) {
        y += style.pitch;
        for (const [index, lines] of heads.entries()) {
          const text = lines[line - (height - lines.length)];
          if (text === undefined) continue;
          enter(row, index, true);
          words(text, place(text, index), y, style.size, true);
        }
      }
      if (style.rules === 'none') y += 2;
      else rule(LEFT, right);
    }
    const all = columns.map((_, index) => index);
    function turn(): void {
      newSheet();
      if (style.repeat) header(all);
    }
    if (!room(style.pitch * 5)) newSheet();
    for (const [at, row] of rows.entries()) {
      if (!('ahead' in row)) continue;
      y += style.pitch;
      for (const [index, text] of row.ahead.entries()) {
        enter(at + 1, index, false);
        words(text, place(text, index), y, style.size, false);
      }
      y += style.gap;
    }
    header(all);
    for (const [at, row] of rows.entries()) {
      if ('ahead' in row) continue;
      if ('header' in row) {
        if (!room(style.pitch * 5)) newSheet();
        header(row.header, at + 1);
        continue;
      }
      const cells =
        'wide' in row
          ? [breakLines(row.wide, (right - LEFT) / style.size)]
          : row.map((text, index) => breakLines(text, (columns[index]?.width ?? 0) / style.size));
      const height = Math.max(1, ...cells.map(({ length }) => length));
      if (!room(style.pitch * (style.cut ? 1 : height))) turn();
      const bold = 'wide' in row && row.bold === true;
      if (style.vertical === 'middle' && !('wide' in row)) {
        if (!room(style.pitch * height)) turn();
        for (const [index, lines] of cells.entries()) {
          const offset = ((height - lines.length) * style.pitch) / 2;
          enter(at + 1, index, false);
          for (const [line, text] of lines.entries()) {
            words(
              text,
              place(text, index),
              y + offset + (line + 1) * style.pitch,
              style.size,
              false,
            );
          }
        }
        y += height * style.pitch;
      } else {
        for (let line = 0; line < height; line += 1) {
          if (!room(style.pitch)) turn();
          y += style.pitch;
          for (const [index, lines] of cells.entries()) {
            const text = lines[line];
            if (text === undefined) continue;
            enter(at + 1, index, false, cells.length);
            words(text, 'wide' in row ? LEFT : place(text, index), y, style.size, bold);
          }
        }
      }
      if (style.rules === 'rows') rule(LEFT, right);
      y += style.gap;
    }
    if (style.rules === 'frame') rule(LEFT, right);
  }

  return {
    heading(text) {
      block(text, LEFT, style.width - 2 * LEFT, 13, 16, true);
      y += 8;
    },
    theme(text) {
      if (!room(70)) newSheet();
      y += 8;
      block(text, LEFT, style.width - 2 * LEFT, 8.5, 10.5, true);
      y += 3;
    },
    prose(text) {
      y += 6;
      block(text, 200, style.width - 200 - LEFT, 8.6, 9.7);
      y += 9.6;
    },
    footnotes(notes) {
      y += 1;
      for (const [index, note] of notes.entries()) {
        if (!room(14)) newSheet();
        const mark = String(index + 1);
        texts += 1;
        origin = { table: null, text: texts };
        put(mark, LEFT, y + 6.9 - 2, 4.2, false);
        block(note, LEFT + 6, style.width - 2 * LEFT - 6, 5.6, 6.9);
      }
      y += 4;
    },
    table,
    newPage: () => void newSheet(),
    origins,
    pages() {
      return sheets.map(({ number, runs, rules }) => ({
        number,
        label: null,
        width: style.width,
        height: style.height,
        runs: [...runs, ...footer(number, style)],
        rules,
        boxes: [],
        links: [],
        tree: null,
      }));
    },
  };
}

function footer(number: number, style: Style): Run[] {
  const baseline = style.height - 50;
  const print = (text: string, x: number): Run => ({
    text,
    x,
    right: x + widthOf(text) * 9.1,
    baseline,
    size: 9.1,
    font: 'Univers',
    bold: false,
    contentId: null,
    artifact: false,
    softHyphen: false,
  });
  let x = 200;
  const runs: Run[] = [];
  for (const word of 'Tweede Kamer, vergaderjaar 2022–2023, 36 360 XV, nr. 1'.split(' ')) {
    const run = print(word, x);
    runs.push(run);
    x = run.right + 0.25 * 9.1;
  }
  return [...runs, print(String(number - 2), style.width - 60)];
}

const SPACE = 0.26;

/** Ems, roughly as in a common sans serif. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += /[iljtfr.,:;'’()[\]|]/u.test(sign) ? 0.29 : signWidth(sign);
  return width;
}

function signWidth(sign: string): number {
  if (/[mwMW]/.test(sign)) return 0.83;
  if (/[\p{Lu}&]/u.test(sign)) return 0.66;
  return sign === '-' ? 0.33 : 0.54;
}

function lineWidth(text: string): number {
  return text.split(' ').reduce((width, word) => {
    const [plain = '', mark = ''] = word.split('^');
    return width + widthOf(plain) + widthOf(mark) * MARK.size + (width > 0 ? SPACE : 0);
  }, 0);
}

/** Lines no wider than the given number of ems; a word too wide for a line stands alone and sticks out. */
export function breakLines(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    let rest = word;
    for (;;) {
      const longer = line === '' ? bare(rest) : `${line} ${bare(rest)}`;
      if (lineWidth(longer) <= ems) {
        line = longer;
        break;
      }
      const head = fittingHead(rest, line, ems);
      if (head !== null) {
        lines.push(line === '' ? head.text : `${line} ${head.text}`);
        [line, rest] = ['', head.rest];
      } else if (line === '') {
        lines.push(bare(rest));
        break;
      } else {
        lines.push(line);
        line = '';
      }
    }
  }
  return line === '' ? lines : [...lines, line];
}

function bare(word: string): string {
  return word.replaceAll('\u00AD', '');
}

function fittingHead(
  word: string,
  line: string,
  ems: number,
): { text: string; rest: string } | null {
  const parts = word.split(/(?<=\p{L}-)(?=\p{L})|\u00AD/u);
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const end = parts.slice(0, count).join('\u00AD').length;
    const head = bare(word.slice(0, end));
    const text = head.endsWith('-') ? head : `${head}-`;
    if (lineWidth(line === '' ? text : `${line} ${text}`) > ems) continue;
    return { text, rest: word.slice(end).replace(/^\u00AD/, '') };
  }
  return null;
}
