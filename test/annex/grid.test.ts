import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import type { Box, Page, Rule, Run } from '../../src/page/page.ts';

const HEADING = 'Bijlage 4: Uitwerking Strategische Evaluatie Agenda';
const SIZE = 8;
const PITCH = 10;

interface Cell {
  readonly column: number;
  readonly columns?: number;
  readonly row: number;
  readonly rows?: number;
  readonly text: string;
}

/** How the cells of a table are shown: with lines around each, with lines between rows, or filled in turns. */
type Drawing = 'grid' | 'rows' | 'filled';

const LEFTS = [50, 120, 190, 340, 400, 450] as const;
const HEADER = ['Thema', 'Type', 'Titel onderzoek', 'Afronding', 'Status'];

/** Cells of the given heights with their lines in the middle, as browsers and word processors set them. */
function drawn(heights: readonly number[], cells: readonly Cell[], drawing: Drawing): Page {
  const runs: Run[] = [];
  const rules: Rule[] = [];
  const boxes: Box[] = [];
  const put = (text: string, x: number, baseline: number, bold = false, size = SIZE): void => {
    let left = x;
    for (const word of text.split(' ')) {
      const right = left + word.length * 0.5 * size;
      const look = { font: 'Arial', bold, contentId: null, artifact: false, softHyphen: false };
      runs.push({ text: word, x: left, right, baseline, size, ...look });
      left = right + 0.25 * size;
    }
  };
  put(HEADING, 50, 60, true, 13);
  for (const [column, label] of HEADER.entries()) put(label, (LEFTS[column] ?? 0) + 3, 92, true);
  const top = (row: number): number =>
    100 + heights.slice(0, row).reduce((sum, height) => sum + height, 0);
  for (const { column, columns = 1, row, rows = 1, text } of cells) {
    const box = {
      x: LEFTS[column] ?? 0,
      right: LEFTS[column + columns] ?? 0,
      y: top(row),
      bottom: top(row + rows),
    };
    const lines = text.split('\n').filter((line) => line !== '');
    const from = (box.y + box.bottom) / 2 - (lines.length * PITCH) / 2 + 7.5;
    for (const [line, part] of lines.entries()) put(part, box.x + 3, from + line * PITCH);
    const [width, height] = [box.right - box.x, box.bottom - box.y];
    if (drawing === 'filled' && row % 2 === 0) boxes.push(box);
    if (drawing === 'filled') continue;
    rules.push({ direction: 'horizontal', x: box.x, y: box.bottom, length: width });
    if (drawing === 'rows') continue;
    for (const x of [box.x, box.right]) {
      rules.push({ direction: 'vertical', x, y: box.y, length: height });
    }
  }
  const page = { number: 1, label: null, width: 500, height: 800, links: [], tree: null };
  return { ...page, runs, rules, boxes };
}

function read(page: Page): readonly unknown[] {
  const { studies, roles } = readAnnex([page], HEADING);
  expect([...roles.values()].filter((role) => role === 'notice')).toEqual([]);
  return studies.map(({ printed }) => HEADER_KEYS.map((key) => printed[key]));
}

const HEADER_KEYS = ['theme', 'type', 'title', 'completion', 'status'] as const;

function cellsOf(rows: readonly (readonly string[])[]): Cell[] {
  return rows.flatMap((texts, row) => texts.map((text, column) => ({ column, row, text })));
}

const SPANNED: readonly Cell[] = [
  { column: 0, row: 0, rows: 3, text: 'Veilig en\nGezond Werken' },
  { column: 1, row: 0, rows: 2, text: 'Ex-post' },
  { column: 1, row: 2, text: 'Ex-durante' },
  { column: 2, row: 0, text: 'Evaluatie van de\nWet Arbeid en Zorg en\nNieuwe Regels' },
  { column: 2, row: 1, text: 'Monitor' },
  { column: 2, row: 2, text: 'Jaarrapport van de\nInspectie' },
  ...['2022', '2023', '2024'].map((text, row) => ({ column: 3, row, text })),
  ...['Afgerond', 'Lopend', 'Te starten'].map((text, row) => ({ column: 4, row, text })),
];

describe('cells that are drawn', () => {
  it.each(['grid', 'rows'] as const)(
    'span rows, and count for each of them, with their text in the middle (%s)',
    (drawing) => {
      expect(read(drawn([34, 14, 24], SPANNED, drawing))).toEqual([
        [
          'Veilig en Gezond Werken',
          'Ex-post',
          'Evaluatie van de Wet Arbeid en Zorg en Nieuwe Regels',
          '2022',
          'Afgerond',
        ],
        ['Veilig en Gezond Werken', 'Ex-post', 'Monitor', '2023', 'Lopend'],
        [
          'Veilig en Gezond Werken',
          'Ex-durante',
          'Jaarrapport van de Inspectie',
          '2024',
          'Te starten',
        ],
      ]);
    },
  );

  it.each(['grid', 'rows', 'filled'] as const)(
    'hold lines that begin above and below the year of their row (%s)',
    (drawing) => {
      const rows = [
        ['Werk', 'Ex-post', 'Evaluatie\nWet Arbeid\nUWV', '2022', 'Afgerond'],
        ['Zorg', 'Ex ante,\nex durante', 'Monitor\nUWV', '2023', 'Lopend'],
        ['Inkomen', 'Ex-post', 'Jaarrapport\nSVB\nAOW', '2024', 'Lopend'],
      ];
      const whole = rows.map((texts) => texts.map((text) => text.replaceAll('\n', ' ')));
      expect(read(drawn([30, 20, 30], cellsOf(rows), drawing))).toEqual(whole);
    },
  );

  it('over the whole width name what stands below them, in whatever column their text begins', () => {
    const cells: Cell[] = [
      { column: 0, columns: 5, row: 0, text: 'Subthema Pensioenen' },
      ...cellsOf([['Werk', 'Ex-post', 'Monitor', '2022', 'Afgerond']]).map((cell) => ({
        ...cell,
        row: 1,
      })),
    ];
    const page = drawn([14, 14], cells, 'grid');
    const moved = page.runs.map((run) =>
      run.text === 'Subthema' || run.text === 'Pensioenen'
        ? { ...run, x: run.x + 180, right: run.right + 180 }
        : run,
    );
    const { studies } = readAnnex([{ ...page, runs: moved }], HEADING);
    expect(studies.map(({ printed }) => [printed.title, printed.subtheme])).toEqual([
      ['Monitor', 'Subthema Pensioenen'],
    ]);
  });

  it('part words that stand as close as words of one text', () => {
    const rows = [['Werk', 'Ex-post', 'Evaluatie van de Wet Arbeid en Zorg', '2022', 'Afgerond']];
    const page = drawn([14, 14], cellsOf([...rows, ...rows]), 'grid');
    const moved = page.runs.map((run) =>
      run.text === '2022' ? { ...run, x: run.x - 2.4, right: run.right - 2.4 } : run,
    );
    expect(read({ ...page, runs: moved })).toEqual([...rows, ...rows]);
  });

  it('hold the row below a name that has no line of its own', () => {
    const rows = ['Monitor', 'Evaluatie', 'Peiling'].map((title) => [
      'Werk',
      'Ex-post',
      title,
      '2022',
      'Afgerond',
    ]);
    const named: Cell = { column: 0, columns: 5, row: 0, text: 'Subthema Pensioenen' };
    const below = cellsOf(rows).map((cell) => ({ ...cell, row: cell.row + 1 }));
    const page = drawn([14, 14, 14, 14], [named, ...below], 'rows');
    const first = Math.min(...page.rules.map(({ y }) => y));
    const rules = page.rules.filter(({ y }) => y > first);
    const { studies } = readAnnex([{ ...page, rules }], HEADING);
    expect(studies.map(({ printed }) => [printed.title, printed.subtheme])).toEqual([
      ['Monitor', 'Subthema Pensioenen'],
      ['Evaluatie', 'Subthema Pensioenen'],
      ['Peiling', 'Subthema Pensioenen'],
    ]);
  });

  it('are no text over the width because a background lies behind the whole table', () => {
    const rows = ['Monitor', 'Evaluatie', 'Peiling', 'Raming'].map((title) => [
      'Werk',
      'Ex-post',
      title,
      '2022',
      'Afgerond',
    ]);
    const page = drawn([14, 14, 14, 14], cellsOf(rows), 'filled');
    const behind = { x: 0, y: 40, right: 500, bottom: 400 };
    expect(read({ ...page, boxes: [behind, ...page.boxes] })).toEqual(rows);
  });
});
