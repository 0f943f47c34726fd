import type {
  Blockquote,
  Delete,
  Heading,
  Html,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
  Table,
  Text,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { inert } from './inert.ts';

/** A piece of a line: plain words, or a node. */
export type Phrase = string | PhrasingContent;

export function paragraph(...phrases: readonly Phrase[]): Paragraph {
  return { type: 'paragraph', children: phrasing(phrases) };
}

export function heading(depth: 1 | 2 | 3, ...phrases: readonly Phrase[]): Heading {
  return { type: 'heading', depth, children: phrasing(phrases) };
}

export function strong(words: string): Strong {
  return { type: 'strong', children: [text(words)] };
}

export function deleted(words: string): Delete {
  return { type: 'delete', children: [text(words)] };
}

export function lineBreak(): PhrasingContent {
  return { type: 'break' };
}

export function quotation(...phrases: readonly Phrase[]): Blockquote {
  return { type: 'blockquote', children: [paragraph(...phrases)] };
}

export function bullets(items: readonly (readonly Phrase[])[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({ type: 'listItem', children: [paragraph(...item)] })),
  };
}

export type Cell = string | readonly Phrase[];

export function table(header: readonly Cell[], rows: readonly (readonly Cell[])[]): Table {
  const cells = (row: readonly Cell[]) => ({
    type: 'tableRow' as const,
    children: row.map((cell) => ({
      type: 'tableCell' as const,
      children: phrasing(typeof cell === 'string' ? [cell] : cell),
    })),
  });
  return { type: 'table', children: [cells(header), ...rows.map(cells)] };
}

/** Phrases one after the other, with the separator between them. */
export function separated(
  items: readonly (readonly Phrase[])[],
  separator: Phrase,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0) phrases.push(separator);
    phrases.push(...item);
  }
  return phrases;
}

/** A link of our own making, to an http(s) address; any other address leaves the words alone. */
export function link(words: string, url: string | null | undefined): Phrase {
  const target = url ? webAddress(url) : null;
  if (target === null) return text(words);
  return { type: 'link', url: target, children: [text(words)] } satisfies Link;
}

/** A link to another document of ours in the same folder. */
export function toDocument(words: string, name: string): Phrase {
  return { type: 'link', url: `${name}.md`, children: [text(words)] } satisfies Link;
}

/**
 * A link to a heading by the name that GitHub gives it, of this document or of another one in the same folder.
 * The heading is our own words only.
 */
export function toHeading(words: string, title: string, document: string | null = null): Phrase {
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
  const file = document === null ? '' : `${document}.md`;
  return { type: 'link', url: `${file}#${name}`, children: [text(words)] } satisfies Link;
}

/** Folds content away under a summary. The summary is our own words only, without any Markdown. */
export function folded(summary: string, content: readonly RootContent[]): readonly RootContent[] {
  const opening: Html = { type: 'html', value: `<details><summary>${summary}</summary>` };
  return [opening, ...content, { type: 'html', value: '</details>' }];
}

/**
 * Renders GitHub Flavored Markdown. Every word of every text node is made inert here, so that no
 * builder can forget it; what Markdown itself would read as markup is escaped by the serializer.
 */
export function renderMarkdown(content: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: content.map(inertNode) },
    {
      bullet: '-',
      rule: '-',
      emphasis: '_',
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
      // GitHub reads $…$ as mathematics.
      unsafe: [{ character: '$', inConstruct: 'phrasing' }],
    },
  );
}

/** Neighbouring texts become one, since what GitHub links may begin in one and end in the next. */
function phrasing(phrases: readonly Phrase[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const phrase of phrases) {
    const node = typeof phrase === 'string' ? text(phrase) : phrase;
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      nodes[nodes.length - 1] = text(last.value + node.value);
    } else if (node.type !== 'text' || node.value !== '') {
      nodes.push(node);
    }
  }
  return nodes;
}

function text(value: string): Text {
  return { type: 'text', value };
}

function inertNode<Node extends RootContent>(node: Node): Node {
  if (node.type === 'text') return { ...node, value: inert(node.value) };
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => inertNode(child)) };
}

function webAddress(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || url.length > 2_000 || !URL.canParse(url)) return null;
  return new URL(url).href;
}
