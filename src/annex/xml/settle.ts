import type { RunRole } from '../../page/layout.ts';
import type { Record } from '../record.ts';
import type { SortedRows } from '../study-rows.ts';
import type { XmlAccount } from './account.ts';
import type { Gathered } from './gather.ts';
import type { InlineText } from './inline.ts';
import type { XmlTable } from './table.ts';

/** Accounts for the rows of a table by what they are; text under no known name is told in a notice. */
export function settleRows(
  account: XmlAccount,
  { studies, names, remarks, placeholders }: SortedRows,
  records: readonly Record[],
  { texts }: XmlTable,
): void {
  const roles = new Map<number, RunRole>([
    ...studies.flatMap(({ record, below }) =>
      [record, ...below].map(({ row }) => [row, 'cell'] as const),
    ),
    ...names.map(({ row }) => [row, 'heading'] as const),
    ...remarks.map(({ row }) => [row, 'note'] as const),
    ...placeholders.map(({ row }) => [row, 'notice'] as const),
  ]);
  for (const { row, wide, known } of records) {
    for (const [column, text] of texts[row]?.entries() ?? []) {
      const isKnown = wide !== null || known[column] === true;
      const role = isKnown ? roles.get(row) : 'notice';
      if (text && role !== undefined) account.settleText(text, role);
    }
  }
}

/** Notes that hang on a study are its footnotes; the others are given as notes of the annex. */
export function settleNotes(account: XmlAccount, { notes, tables, used }: Gathered): void {
  for (const note of notes.keys()) account.settleText(note, used.has(note) ? 'footnote' : 'note');
  for (const note of tables.flatMap(({ footnotes }) => footnotes))
    account.settleText(note, used.has(note) ? 'footnote' : 'note');
}

/** How many texts of the file a cell is made of. */
export function itemsIn(text: InlineText | null | undefined): number {
  return text?.items.length ?? 0;
}
