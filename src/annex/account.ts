import type { RunRole } from '../page/layout.ts';
import type { Page, Run } from '../page/page.ts';
import type { TextAccount } from '../study/extraction.ts';
import type { Line } from './line.ts';

/** What became of every run of the pages: no text is lost, and none is used twice. */
export interface Account {
  readonly roles: ReadonlyMap<Run, RunRole>;
  settle(runs: readonly Run[], role: RunRole): void;
  /** Lines with the note marks that hang on them, which are footnotes' wherever they stand. */
  settleLines(lines: readonly Line[], role: RunRole): void;
  /** Runs that have no role yet. */
  rest(): readonly Run[];
}

export function openAccount(pages: readonly Page[]): Account {
  const roles = new Map<Run, RunRole>();
  function settle(runs: readonly Run[], role: RunRole): void {
    for (const run of runs) {
      const former = roles.get(run);
      if (former) throw new Error(`“${run.text}” is used twice: as ${former} and as ${role}`);
      roles.set(run, role);
    }
  }
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
  const rest = (): readonly Run[] =>
    pages.flatMap(({ runs }) => runs.filter((it) => !roles.has(it)));
  return { roles, settle, settleLines, rest };
}

/** How many runs ended in each role. */
export function countRoles(roles: ReadonlyMap<Run, RunRole>): TextAccount {
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
