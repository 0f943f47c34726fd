import type { Layout } from '../../page/layout.ts';
import type { Box, LinkArea, Page, Rule, Run } from '../../page/page.ts';
import { rectangle } from './box.ts';
import { attributes, element, escaped, length } from './markup.ts';

/** The page's own boxes, rules, links and text, each run once and where it stood; coloured by what it was taken for. */
export function textLayer(page: Page, { roles }: Layout): string {
  const rules = page.rules.map(toRule).join('');
  const boxes = page.boxes
    .filter((box) => !isGround(box, page))
    .map(toPath)
    .join('');
  const runs = page.runs.map((run) => toText(run, roles.get(run) ?? 'unplaced')).join('\n');
  return [
    ...(boxes === '' ? [] : [element('path', { class: 'boxes', d: boxes })]),
    ...(rules === '' ? [] : [element('path', { class: 'rules', d: rules })]),
    ...page.links.map(toLink),
    element('g', { class: 'text', 'aria-hidden': 'true' }, '\n', runs, '\n'),
  ].join('\n');
}

function toRule({ direction, x, y, length: long }: Rule): string {
  const way = direction === 'horizontal' ? 'h' : 'v';
  return `M${length(x)} ${length(y)}${way}${length(long)}`;
}

function toPath({ x, y, right, bottom }: Box): string {
  return `M${length(x)} ${length(y)}H${length(right)}V${length(bottom)}H${length(x)}z`;
}

/** Something that lies behind most of a page tells nothing of a table. */
function isGround({ x, y, right, bottom }: Box, { width, height }: Page): boolean {
  return (right - x) * (bottom - y) > 0.5 * width * height;
}

/** Not to be followed: a print may lead anywhere. */
function toLink({ url, ...area }: LinkArea): string {
  const title = element('title', {}, escaped(`link: ${url}`));
  return element('g', { class: 'link' }, title, element('rect', rectangle(area)));
}

/** Letters are stretched to the width they had, whatever font there is. */
function toText(run: Run, role: string): string {
  const { x, baseline, size, text } = run;
  const shared = { class: [role, ...styleOf(run)].join(' '), 'font-size': size };
  const content = escaped(text);
  if (run.turned) {
    const { axis, from, to } = run.turned;
    const turn = `rotate(${to < from ? -90 : 90} ${length(axis)} ${length(from)})`;
    const fit = {
      textLength: Math.max(Math.abs(to - from), 0.01),
      lengthAdjust: 'spacingAndGlyphs',
    };
    return `<text${attributes({ ...shared, x: axis, y: from, transform: turn, ...fit })}>${content}</text>`;
  }
  const width = Math.max(run.right - x, 0.01);
  const fit = { textLength: width, lengthAdjust: 'spacingAndGlyphs' };
  return `<text${attributes({ ...shared, x, y: baseline, ...fit })}>${content}</text>`;
}

function styleOf({ bold, font }: Run): readonly string[] {
  const styles: readonly (readonly [string, boolean])[] = [
    ['bold', bold],
    ['slanted', /ital|obli/iu.test(font)],
    ['serif', /times|roman|serif(?<!sans-?serif)|georgia|garamond|cambria|palat/iu.test(font)],
    ['mono', /cour|mono|consol/iu.test(font)],
  ];
  return styles.flatMap(([name, has]) => (has ? [name] : []));
}
