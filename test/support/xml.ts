import { extractXml, type XmlEdition } from '../../src/annex/xml/extract.ts';
import { parseMarkup } from '../../src/markup/parse.ts';

/** The XML edition of a paper as it is read. */
export function readXml(xml: string): XmlEdition {
  const parsed = parseMarkup(new TextEncoder().encode(xml));
  if (!('root' in parsed)) throw new Error(JSON.stringify(parsed.fault));
  const edition = extractXml(parsed.root);
  if (!edition) throw new Error('no paper');
  return edition;
}
