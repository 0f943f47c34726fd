import { annexScore, isChapterHeading, isSubtheme, isTheme, opensHeading } from '../heading.ts';
import type { Block, HeadingBlock } from './blocks.ts';

/** The blocks of the annex, behind its heading. */
export interface LocatedInXml {
  readonly heading: HeadingBlock;
  readonly blocks: readonly Block[];
  /** What follows on it. */
  readonly behind: readonly Block[];
}

/** A heading that scores less names a SEA, but not surely the annex with its tables. */
const SURE = 5;

/**
 * Finds the evaluation annex by its heading, whatever its number. One with a table of studies prevails
 * over one without, a surer heading over a less sure one, a later one over an earlier.
 * @param hasStudies whether a table names columns of studies
 */
export function locateInXml(
  blocks: readonly Block[],
  hasStudies: (block: Block) => boolean,
): LocatedInXml | null {
  let best: (LocatedInXml & { readonly rank: readonly [number, number] }) | null = null;
  for (const [index, heading] of blocks.entries()) {
    if (heading.kind !== 'heading') continue;
    const score = annexScore(heading.text.text);
    if (score === 0) continue;
    const end = endOf(blocks, index, heading);
    const own = blocks.slice(index + 1, end);
    const tables = own.some((block) => block.kind === 'table' && hasStudies(block));
    const sure = score >= SURE;
    const tier = tables && sure ? 3 : tables && score > 1 ? 2 : sure && isAnnex(heading) ? 1 : 0;
    if (tier === 0) continue;
    const better = !best || tier > best.rank[0] || (tier === best.rank[0] && score >= best.rank[1]);
    if (better) best = { heading, blocks: own, behind: blocks.slice(end), rank: [tier, score] };
  }
  return best;
}

function isAnnex({ text, section }: HeadingBlock): boolean {
  return section || isChapterHeading(text.text);
}

/** Index of the first block behind the section that a heading opens. */
function endOf(blocks: readonly Block[], start: number, heading: HeadingBlock): number {
  for (let index = start + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block || block.depth < heading.depth) return index;
    if (block.kind !== 'heading') continue;
    const { text } = block.text;
    if (isTheme(text) || isSubtheme(text) || opensHeading(text, heading.text.text)) continue;
    if (isChapterHeading(text)) return index;
    if (heading.section && block.section && block.level <= heading.level) return index;
  }
  return blocks.length;
}
