import type { Nodes, RootContent } from 'mdast';
import { BODY_LIMIT } from './document.ts';
import { renderMarkdown } from './markdown.ts';

/** A part of a document that can be said at several lengths, the whole of it first. */
export interface Section {
  /** The lower, the sooner it is shortened. */
  readonly rank: number;
  readonly versions: readonly (() => readonly RootContent[])[];
}

/** A section that is never shortened. */
export function fixed(...content: readonly RootContent[]): Section {
  return { rank: Infinity, versions: [() => content] };
}

/**
 * Markdown of all sections in order, at most `limit` characters as long as their shortest versions
 * fit: the section with the lowest rank is shortened step by step before the next one is touched.
 */
export function fit(sections: readonly Section[], limit: number = BODY_LIMIT): string {
  const steps = sections.map(() => 0);
  for (;;) {
    const content = sections.flatMap(
      ({ versions }, index) => versions[steps[index] ?? 0]?.() ?? [],
    );
    const next = nextToShorten(sections, steps);
    // Markdown is never shorter than its words; rendering texts far too long would take seconds.
    if (next === null || wordLength(content) <= limit) {
      const markdown = renderMarkdown(content);
      if (next === null || markdown.length <= limit) return markdown;
    }
    steps[next] = (steps[next] ?? 0) + 1;
  }
}

function wordLength(content: readonly Nodes[]): number {
  return content.reduce((sum, node) => {
    if (node.type === 'text') return sum + node.value.length;
    return 'children' in node ? sum + wordLength(node.children) : sum;
  }, 0);
}

function nextToShorten(sections: readonly Section[], steps: readonly number[]): number | null {
  const open = sections
    .map(({ rank, versions }, index) => ({
      rank,
      index,
      left: versions.length - 1 - (steps[index] ?? 0),
    }))
    .filter(({ left }) => left > 0)
    .sort((one, other) => one.rank - other.rank);
  return open[0]?.index ?? null;
}
