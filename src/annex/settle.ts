import type { RunRole } from '../page/layout.ts';
import type { Account } from './account.ts';
import type { Cell, CellRow } from './cells.ts';
import type { Flow } from './flow.ts';
import type { Line } from './line.ts';
import type { UnusedText } from './notices.ts';
import type { Record } from './record.ts';
import type { SortedRows } from './study-rows.ts';

/** Accounts for what stands around the tables. */
export function settleAround(account: Account, flow: Flow, lead: readonly Line[]): void {
  account.settleLines(flow.headingLines, 'heading');
  account.settleLines(flow.furniture, 'furniture');
  account.settleLines(flow.outside, 'outside');
  account.settleLines(lead, 'note');
}

/** Accounts for the rows of a table by what they are. */
export function settleRows(
  account: Account,
  { studies, names, remarks, placeholders }: SortedRows,
  rows: readonly CellRow[],
): void {
  const settle = (record: Record, role: RunRole): void => {
    const row = rows[record.row];
    for (const [index, cell] of row?.cells.entries() ?? []) {
      const known = record.wide !== null || record.known[index] === true;
      account.settle(
        cell.lines.flatMap(({ runs }) => runs),
        known ? role : 'notice',
      );
    }
    const marks = row?.lines.flatMap(({ line }) => line.marks.map(({ run }) => run)) ?? [];
    account.settle(
      marks.filter((run) => !account.roles.has(run)),
      'footnote',
    );
  };
  for (const { record, below } of studies) for (const it of [record, ...below]) settle(it, 'cell');
  for (const record of names) settle(record, 'heading');
  for (const record of remarks) settle(record, 'note');
  for (const record of placeholders) settle(record, 'notice');
}

/** Text in columns that are not known, of all rows but those that are left out as a whole. */
export function strangeText(
  { studies, names, remarks }: SortedRows,
  rows: readonly CellRow[],
): readonly (UnusedText & { readonly label: string })[] {
  const used = [
    ...studies.flatMap(({ record, below }) => [record, ...below]),
    ...names,
    ...remarks,
  ];
  return used.flatMap(({ row, strange }) =>
    strange.map(({ label, text, column }) => {
      return { label, text, items: itemsIn(rows[row]?.cells[column]) };
    }),
  );
}

export function placeholderText(
  { row, wide, texts }: Record,
  rows: readonly CellRow[],
): UnusedText {
  const text = wide ?? [...texts.values()].filter((it) => it !== '').join(' | ');
  const items = rows[row]?.cells.reduce((sum, cell) => sum + itemsIn(cell), 0) ?? 0;
  return { text, items };
}

function itemsIn(cell: Cell | undefined): number {
  return cell?.lines.reduce((sum, { runs }) => sum + runs.length, 0) ?? 0;
}
