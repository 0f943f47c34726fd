import type { RunRole } from '../page/layout.ts';
import type { Page, Run } from '../page/page.ts';
import type { TextAccount } from '../study/extraction.ts';
import type { Line } from './line.ts';

/** What became of every text item of a source: no text is lost, and none is used twice. */
export interface ItemAccount<Item> {
  readonly roles: ReadonlyMap<Item, RunRole>;
  readonly settle: (items: readonly Item[], role: RunRole) => void;
  /** Items that have no role yet. */
  readonly rest: () => readonly Item[];
}

/** @param all every item that must end in a role */
export function openItemAccount<Item extends { readonly text: string }>(
  all: readonly Item[],
): ItemAccount<Item> {
  const roles = new Map<Item, RunRole>();
  function settle(items: readonly Item[], role: RunRole): void {
    for (const item of items) {
      const former = roles.get(item);
      if (former) throw new Error(`“${item.text}” is used twice: as ${former} and as ${role}`);
      roles.set(item, role);
    }
  }
  const rest = (): readonly Item[] => all.filter((it) => !roles.has(it));
  return { roles, settle, rest };
}

/** What became of every run of the pages. */
export interface Account extends ItemAccount<Run> {
  /** Lines with the note marks that hang on them, which are footnotes' wherever they stand. */
  readonly settleLines: (lines: readonly Line[], role: RunRole) => void;
}

export function openAccount(pages: readonly Page[]): Account {
  const account = openItemAccount(pages.flatMap(({ runs }) => runs));
  const { settle } = account;
  function settleLines(lines: readonly Line[], role: RunRole): void {
    const marks = role === 'outside' || role === 'furniture' ? role : 'footnote';
    for (const line of lines) {
      settle(line.runs, role);
      settle(
        line.marks.map(({ run }) => run).filter((run) => !line.runs.includes(run)),
        marks,
      );
    }
  }
  return { ...account, settleLines };
}

/** How many items ended in each role. */
export function countRoles(roles: ReadonlyMap<unknown, RunRole>): TextAccount {
  const counts = {
    cell: 0,
    heading: 0,
    header: 0,
    footnote: 0,
    note: 0,
    furniture: 0,
    outside: 0,
    notice: 0,
  } satisfies Record<RunRole, number>;
  for (const role of roles.values()) counts[role] += 1;
  return { total: roles.size, ...counts };
}
