import type { Layout } from '../../page/layout.ts';
import type { Box, Page, Run } from '../../page/page.ts';
import { boxOf, grown, hull, rectangle } from './box.ts';
import { fieldName } from './field.ts';
import { element, escaped } from './markup.ts';

/** Rings around note marks, and what is not of the annex or of no use covered. */
export function markLayer(page: Page, layout: Layout): string {
  return [...rings(page, layout), ...strange(page, layout)].join('\n');
}

/** Text before the heading and behind the end of the annex is hatched. */
export function outsideLayer(page: Page, { roles }: Layout): string {
  const sorted = page.runs.toSorted((one, other) => one.baseline - other.baseline);
  const groups: Run[][] = [];
  let open = false;
  for (const run of sorted) {
    const role = roles.get(run);
    if (role === 'furniture') continue;
    const group = groups.at(-1);
    if (role !== 'outside') open = false;
    else if (open && group) group.push(run);
    else {
      groups.push([run]);
      open = true;
    }
  }
  return groups
    .flatMap((group) => hull(group.map(boxOf)) ?? [])
    .map((box) =>
      element(
        'g',
        { class: 'outside' },
        element('title', {}, 'outside the annex: not read'),
        element('rect', rectangle(grown(box, 3))),
      ),
    )
    .join('\n');
}

function rings(page: Page, { tables, roles }: Layout): readonly string[] {
  const told = new Map<Run, string>();
  for (const { rows, footnotes, titles } of tables) {
    for (const { study, cells } of rows)
      for (const { marks, field } of cells)
        for (const run of marks.flatMap(({ runs }) => runs)) {
          const whose = study === null ? '' : ` of study ${study + 1}`;
          told.set(run, `note mark ${run.text} on ${fieldName(field, titles)}${whose}`);
        }
    for (const run of footnotes.flatMap(({ pieces }) => pieces.flatMap(({ runs }) => runs)))
      if (!told.has(run)) told.set(run, '');
  }
  return page.runs.flatMap((run) => {
    if (roles.get(run) !== 'footnote') return [];
    const title = told.get(run) ?? `note mark ${run.text}`;
    return title === '' ? [] : [ring(boxOf(run), title)];
  });
}

function ring({ x, y, right, bottom }: Box, title: string): string {
  const shape = {
    cx: (x + right) / 2,
    cy: (y + bottom) / 2,
    rx: (right - x) / 2 + 1.2,
    ry: (bottom - y) / 2 + 0.8,
  };
  return element(
    'g',
    { class: 'ring' },
    element('title', {}, escaped(title)),
    element('ellipse', shape),
  );
}

/** Text that ended in a notice, or nowhere. */
function strange(page: Page, { roles }: Layout): readonly string[] {
  const titles: Readonly<Record<string, string>> = {
    notice: 'no part of any study: see the notices',
    unplaced: 'not placed: it was read, but taken for nothing',
  };
  return page.runs.flatMap((run) => {
    const role = roles.get(run) ?? 'unplaced';
    const title = titles[role];
    if (title === undefined || roles.size === 0) return [];
    return [
      element(
        'g',
        { class: `lost ${role}` },
        element('title', {}, `${escaped(run.text)}: ${title}`),
        element('rect', rectangle(grown(boxOf(run), 0.6))),
      ),
    ];
  });
}
