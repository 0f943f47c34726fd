import type { Layout } from '../../page/layout.ts';
import type { Page } from '../../page/page.ts';
import type { Drawn } from './drawn.ts';
import { markLayer, outsideLayer } from './mark-layer.ts';
import { attributes, element, escaped, length } from './markup.ts';
import { rowLayer } from './row-layer.ts';
import { colourStyle, PICTURE_STYLE } from './style.ts';
import { tableLayer } from './table-layer.ts';
import { textLayer } from './text-layer.ts';

/** The lines with which text outside the annex is covered; once in a document. */
export const HATCH =
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<path class="hatch-line" d="M0 0v6"/></pattern>';

/** A page with what was read on it, as a part of a document that has the style and the hatch. */
export function pageGraphic(page: Page, layout: Layout, drawn: Drawn): string {
  const { width, height, number } = page;
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${length(width)} ${length(height)}`,
    class: layout.roles.size === 0 ? 'picture unread' : 'picture',
    role: 'group',
    'aria-label': `page ${number} as it was read`,
  });
  return `<svg${root}>
${content(page, layout, drawn)}
</svg>`;
}

/** The same as a file of its own. */
export function pagePicture(page: Page, layout: Layout, drawn: Drawn): string {
  const { width, height, number } = page;
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${length(width)} ${length(height)}`,
    width: `${length(width)}pt`,
    height: `${length(height)}pt`,
    class: layout.roles.size === 0 ? 'picture unread' : 'picture',
  });
  return `<svg${root}>
<title>${escaped(`page ${number} as it was read`)}</title>
<style>${colourStyle('.picture')}${PICTURE_STYLE}</style>
<defs>${HATCH}</defs>
${content(page, layout, drawn)}
</svg>
`;
}

function content(page: Page, layout: Layout, drawn: Drawn): string {
  const { width, height, number } = page;
  return [
    element('rect', { class: 'sheet', x: 0, y: 0, width, height }),
    outsideLayer(page, layout),
    rowLayer(number, layout, drawn),
    tableLayer(number, layout),
    markLayer(page, layout),
    textLayer(page, layout),
  ]
    .filter((layer) => layer !== '')
    .join('\n');
}
