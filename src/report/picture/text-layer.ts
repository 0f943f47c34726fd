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
  if (isUpright(run)) {
    // It stands on its side: only the room it takes is known, so it is drawn from its lower end upwards.
    const foot = run.right - 0.2 * size;
    const turn = `rotate(-90 ${length(foot)} ${length(baseline)})`;
    return `<text${attributes({ ...shared, x: foot, y: baseline, transform: turn })}>${content}</text>`;
  }
  const width = Math.max(run.right - x, 0.01);
  const fit = { textLength: width, lengthAdjust: 'spacingAndGlyphs' };
  return `<text${attributes({ ...shared, x, y: baseline, ...fit })}>${content}</text>`;
}

/** Far narrower than its letters are wide. */
function isUpright({ text, x, right, size }: Run): boolean {
  const letters = Array.from(text).length;
  return letters > 2 && right - x < 1.2 * size && right - x < 0.14 * letters * size;
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
