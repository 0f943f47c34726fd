import type { MarkupElement } from '../../page/markup.ts';
import { textIn } from '../../page/markup.ts';
import type { Extraction } from '../../study/extraction.ts';
import { noAnnex, unclear } from '../edition-notices.ts';
import { countWordsIn } from '../words.ts';
import { blocksOf } from './blocks.ts';
import { locateInXml } from './locate.ts';
import { readInXml } from './read.ts';
import { statedInXml } from './stated-edition.ts';
import { isStudyTable } from './study-table.ts';

/**
 * Reads the annex of an XML edition (root officiele-publicatie); null for XML that is no paper, or only
 * the shell of one with nothing but metadata.
 */
export function extractXml(root: MarkupElement): Extraction | null {
  if (root.name !== 'officiele-publicatie' && root.name !== 'kamerstuk') return null;
  const words = countWordsIn([textIn(root)]);
  const { blocks, notes } = blocksOf(root, words);
  if (!blocks.some(({ kind }) => kind !== 'note')) return null;
  const edition = statedInXml(root);
  const located = locateInXml(blocks, (block) => isStudyTable(block, notes, words));
  if (!located) {
    const notices = [noAnnex(), ...unclear(edition)];
    return { schemaVersion: 1, edition, annex: null, account: null, studies: [], notices };
  }
  const { annex, studies, notices } = readInXml(located, notes, words);
  return {
    schemaVersion: 1,
    edition,
    annex,
    account: null,
    studies,
    notices: [...notices, ...unclear(edition)],
  };
}
