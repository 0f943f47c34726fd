import type { MarkupElement } from '../../page/markup.ts';
import { textIn } from '../../page/markup.ts';
import type { Extraction } from '../../study/extraction.ts';
import { noAnnex, unclear } from '../edition-notices.ts';
import { countRoles } from '../account.ts';
import { countWordsIn } from '../words.ts';
import { openXmlAccount } from './account.ts';
import { blocksOf } from './blocks.ts';
import { locateInXml } from './locate.ts';
import { readInXml, type Spans } from './read.ts';
import { statedInXml } from './stated-edition.ts';
import { isStudyTable } from './study-table.ts';

/** The XML edition of a paper as read, with what it says besides what a print can. */
export interface XmlEdition {
  readonly extraction: Extraction;
  readonly spans: Spans;
}

/**
 * Reads the annex of an XML edition (root officiele-publicatie); null for XML that is no paper, or only
 * the shell of one with nothing but metadata.
 */
export function extractXml(root: MarkupElement): XmlEdition | null {
  if (root.name !== 'officiele-publicatie' && root.name !== 'kamerstuk') return null;
  const words = countWordsIn([textIn(root)]);
  const { blocks, notes } = blocksOf(root, words);
  if (!blocks.some(({ kind }) => kind !== 'note')) return null;
  const edition = statedInXml(root);
  const located = locateInXml(blocks, (block) => isStudyTable(block, notes, words));
  if (!located) {
    const notices = [noAnnex(), ...unclear(edition)];
    return {
      extraction: { schemaVersion: 1, edition, annex: null, account: null, studies: [], notices },
      spans: new Map(),
    };
  }
  const account = openXmlAccount(root, located);
  const { annex, studies, notices, spans } = readInXml(located, notes, words, account);
  return {
    extraction: {
      schemaVersion: 1,
      edition,
      annex,
      account: countRoles(account.roles),
      studies,
      notices: [...notices, ...unclear(edition)],
    },
    spans,
  };
}
