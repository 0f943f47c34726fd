import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import {
  bullets,
  deleted,
  heading,
  link,
  paragraph,
  quotation,
  renderMarkdown,
  strong,
  table,
} from '../../src/report/markdown.ts';

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

function textOf(root: Nodes): string {
  return [...nodesOf(root)].map((node) => (node.type === 'text' ? node.value : '')).join('');
}

function urls(url: string): readonly string[] {
  const tree = parse(renderMarkdown([paragraph(link('blz. 251', url))]));
  return [...nodesOf(tree)].flatMap((node) => (node.type === 'link' ? [node.url] : []));
}

function visible(text: string): string {
  return text
    .replaceAll('\u200B', '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** What GitHub makes of the text of a page after it has parsed the Markdown. */
const GITHUB_TRACES = [
  /@[\w-]/,
  /#\d/,
  /\bGH-\d/i,
  /\b[0-9a-f]{7,40}\b/i,
  /:\/\//,
  /www\./i,
  /:[\w+-]+:/,
];

const ACTIVE = new Set<string>([
  'link',
  'linkReference',
  'definition',
  'image',
  'imageReference',
  'html',
  'code',
  'inlineCode',
  'footnoteReference',
  'footnoteDefinition',
  'break',
]);

/** Pieces that mean something to Markdown or to GitHub, between ordinary words. */
const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '@minister',
          '@rijk/team',
          '#12',
          'GH-12',
          'o/r#12',
          'fixes #3',
          'Closes: #4',
          '4c1d2e3',
          'da39a3ee5e6b4b0d3255bfef95601890afd80709',
          '1234567',
          'https://github.com/o/r/issues/1',
          'http://a.nl',
          'www.rijk.nl',
          'naam@rijk.nl',
          'mailto:a@b.nl',
          'ftp://a.b',
          '<b>',
          '</details>',
          '<!--',
          '-->',
          '<script>',
          '<https://a.nl>',
          '&amp;',
          '&#64;',
          '&lt;',
          '|',
          '||',
          '`',
          '```',
          '~~~',
          '~~',
          '**',
          '__',
          '*',
          '_',
          '[a](b)',
          '[a]: b',
          '![a](b)',
          '[^1]',
          '[x]',
          '[ ]',
          ':+1:',
          ':x:',
          '$x$',
          '$$',
          '\\',
          '\\|',
          '1.',
          '2)',
          '-',
          '+',
          '=',
          '===',
          '---',
          '#',
          '##',
          '>',
          '!',
          '“',
          '”',
          '\u200B',
          '\n',
          '\t',
          '\r\n',
          '\u0000',
          '  ',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'Evaluatie',
          'de regeling',
          'à',
          '€ 1.500',
          '2022-2023',
          'é',
          '😀',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .chain((pieces) => fc.constantFrom('', ' ').map((between) => pieces.join(between)));

const OWN = 'https://zoek.officielebekendmakingen.nl/kst-36560-XV-1.pdf#page=253';

test('quoted text neither links nor pings, and a reader sees the same characters', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const quote = `“${text}”`;
      const markdown = renderMarkdown([
        heading(2, quote),
        paragraph(quote),
        quotation('“', text, '”'),
        bullets([[quote]]),
        table(['a'], [[quote], [[quote]]]),
        paragraph('“', strong(`x${text}x`), ' ', deleted(`x${text}x`), '”'),
      ]);
      const tree = parse(markdown);
      const types = [...nodesOf(tree)].map(({ type }) => type);
      expect(types.filter((type) => ACTIVE.has(type))).toEqual([]);
      expect(tree.children.map(({ type }) => type)).toEqual([
        'heading',
        'paragraph',
        'blockquote',
        'list',
        'table',
        'paragraph',
      ]);
      for (const trace of GITHUB_TRACES) expect(textOf(tree)).not.toMatch(trace);
      const seen = tree.children.slice(0, 4).map((child) => visible(textOf(child)));
      expect(seen).toEqual([0, 1, 2, 3].map(() => visible(quote)));
    }),
    { numRuns: 1_500 },
  );
});

test('text that begins a line is still text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const tree = parse(renderMarkdown([paragraph(text), paragraph('einde')]));
      const types = [...nodesOf(tree)].map(({ type }) => type);
      expect(
        types.filter((type) => type !== 'root' && type !== 'paragraph' && type !== 'text'),
      ).toEqual([]);
      expect(visible(textOf(tree)).replace(/ ?einde$/, '')).toBe(visible(text));
    }),
    { numRuns: 500 },
  );
});

test('texts that meet are one text: nothing begins in one and ends in the next', () => {
  const markdown = renderMarkdown([paragraph('zie #', '12 en @', 'minister')]);
  expect(markdown).toBe('zie #\u200B12 en @\u200Bminister\n');
});

test('a zero-width space stands only where GitHub would link or ping', () => {
  const text =
    'Wet WIA (2022-2023): 1.2% van € 1.500.000; art. 13, # en @ los, tien uur: 10:30, 36 560 XV.';
  expect(renderMarkdown([paragraph(text)])).not.toContain('\u200B');
});

test('links are our own, and lead to the web only', () => {
  expect(urls(OWN)).toEqual([OWN]);
  expect(urls('https://a.nl/b (c)|d')).toEqual(['https://a.nl/b%20(c)|d']);
  for (const url of [
    'file:///tmp/x.pdf',
    'javascript:alert(1)',
    'data:text/html,x',
    '//a.nl',
    'x',
    '',
  ]) {
    expect(urls(url)).toEqual([]);
  }
});

test('marks show as marks, whatever the words are', () => {
  fc.assert(
    fc.property(hostile, hostile, (went, came) => {
      const [removed, added] = [visible(went), visible(came)];
      fc.pre(removed !== '' && added !== '');
      const tree = parse(
        renderMarkdown([paragraph('voor ', deleted(removed), ' ', strong(added), ' na')]),
      );
      const marks = [...nodesOf(tree)].filter(({ type }) => type === 'delete' || type === 'strong');
      expect(marks.map((mark) => visible(textOf(mark)))).toEqual([removed, added]);
    }),
    { numRuns: 500 },
  );
});
