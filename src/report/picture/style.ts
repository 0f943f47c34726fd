import type { Tint } from './field.ts';

/** Colour of each kind of column on light and on dark paper; names stand beside them, so colour never tells alone. */
export const TINTS: { readonly [Name in Tint]: readonly [light: string, dark: string] } = {
  title: ['#1d4ed8', '#7aa7ff'],
  type: ['#92560a', '#e0a458'],
  completion: ['#6d28d9', '#b79bff'],
  status: ['#be185d', '#ff8fc0'],
  conclusions: ['#15803d', '#6fd08c'],
  description: ['#0f766e', '#5cc9be'],
  articles: ['#c2410c', '#ff9d6b'],
  theme: ['#475569', '#a9b6c8'],
  subtheme: ['#64748b', '#94a3b8'],
  other: ['#57534e', '#b5aea8'],
  unknown: ['#dc2626', '#ff8a80'],
};

const SHADES = {
  paper: ['#ffffff', '#1b1d22'],
  ink: ['#16181d', '#e8e6e1'],
  dim: ['#9aa0a8', '#6d747e'],
  rule: ['#9aa3ad', '#59616b'],
  heading: ['#7c2d12', '#f3b58b'],
  note: ['#4d6b0a', '#b8d05e'],
  footnote: ['#86198f', '#e39bec'],
  wrong: ['#dc2626', '#ff7b72'],
  'row-a': ['#eaf2ff', '#1f2b42'],
  'row-b': ['#fff6d9', '#363120'],
  medium: ['#b45309', '#f0a850'],
  lit: ['#f59e0b', '#ffd166'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

function variables(side: 0 | 1): string {
  const shades = Object.entries(SHADES).map(([name, values]) => `--${name}:${values[side]}`);
  const tints = Object.entries(TINTS).map(([name, values]) => `--t-${name}:${values[side]}`);
  return [...shades, ...tints].join(';');
}

/** @param root selector of the element that holds the picture, or of the whole document */
export function colourStyle(root: string): string {
  return `${root}{color-scheme:light dark;${variables(0)}}
@media (prefers-color-scheme:dark){${root}{${variables(1)}}}`;
}

const TINT_RULES = Object.keys(TINTS)
  .map((name) => `.t-${name}{--tint:var(--t-${name})}`)
  .join('\n');

/** How the parts of a picture look; the same inside index.html and in a file of its own. */
export const PICTURE_STYLE = `
.sheet{fill:var(--paper)}
.boxes{fill:var(--ink);fill-opacity:.05;pointer-events:none}
.link rect{fill:transparent;stroke:var(--t-title);stroke-width:.5;stroke-dasharray:.8 1.2}
.rules{pointer-events:none;fill:none;stroke:var(--rule);stroke-width:.5}
.text{pointer-events:none;font-family:Arial,Helvetica,"Liberation Sans",sans-serif;fill:var(--ink)}
.text text{white-space:pre}
.text .bold{font-weight:bold}
.text .slanted{font-style:italic}
.text .serif{font-family:Georgia,"Times New Roman",serif}
.text .mono{font-family:"Courier New",monospace}
.text .furniture,.text .outside{fill:var(--dim)}
.text .heading{fill:var(--heading)}
.text .footnote{fill:var(--footnote)}
.text .note{fill:var(--note)}
.text .notice,.text .unplaced{fill:var(--wrong)}
.unread .text .unplaced{fill:var(--ink)}
${TINT_RULES}
.t-wide{--tint:var(--t-description)}
.band rect{fill:var(--row-a);stroke:none}
.band.odd rect{fill:var(--row-b)}
.band:not(.study) rect{fill:none;stroke:var(--heading);stroke-width:.5;stroke-dasharray:2 1.5}
.band.placeholder rect,.band.clash rect{stroke:var(--wrong);stroke-width:1.2}
.cell rect{fill:var(--tint);fill-opacity:.13;stroke:var(--tint);stroke-width:.55}
.cell.blank rect{fill:none;stroke-dasharray:1 1}
.cell .outline{fill:none;stroke-dasharray:2 1.2}
.row:not(.study) .cell rect{--tint:var(--heading)}
.band.lit rect{fill:var(--lit);fill-opacity:.45;stroke:var(--lit);stroke-width:2}
.row.lit .cell rect{stroke-width:1.4}
.cell.medium rect{stroke:var(--medium);stroke-width:1.3}
.cell.low rect{stroke:var(--wrong);stroke-width:1.6}
.cell:hover rect{fill-opacity:.3}
.badge rect{fill:var(--ink)}
.badge text{fill:var(--paper);text-anchor:middle;font-family:Arial,Helvetica,sans-serif;font-weight:bold}
.badge.medium rect{fill:var(--medium)}
.badge.low rect,.placeholder .badge rect{fill:var(--wrong)}
.name .badge rect,.remark .badge rect{fill:var(--heading)}
a.badge{cursor:pointer}
a.badge:focus-visible{outline:none}
a.badge:focus-visible rect{stroke:var(--lit);stroke-width:2.5}
.edge{fill:none;stroke:var(--tint);stroke-width:.6;stroke-dasharray:3 2;opacity:.75}
.chip rect{fill:var(--tint)}
.chip text{fill:var(--paper);font-family:Arial,Helvetica,sans-serif;font-weight:bold}
.mark-header rect{fill:var(--ink);fill-opacity:.08;stroke:var(--ink);stroke-width:.7}
.mark-heading rect{fill:none;stroke:var(--heading);stroke-width:.7}
.mark-note rect{fill:var(--footnote);fill-opacity:.07;stroke:var(--footnote);stroke-width:.4}
.ring ellipse{fill:var(--footnote);fill-opacity:.12;stroke:var(--footnote);stroke-width:.7}
.lost rect{fill:var(--wrong);fill-opacity:.12;stroke:var(--wrong);stroke-width:.8}
.outside rect{fill:url(#hatch);stroke:var(--dim);stroke-width:.5;stroke-dasharray:4 3}
.hatch-line{stroke:var(--dim);stroke-width:.8}
`;
