import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isElement, type MarkupElement, type MarkupNode } from '../page/markup.ts';
import { decodeXml } from './decode.ts';
import type { MarkupFault } from './fault.ts';

/** Elements within elements; tables in lists in a paper need some twenty. */
export const MOST_NESTED = 200;

export type Parsed = { readonly root: MarkupElement } | { readonly fault: MarkupFault };

const ATTRIBUTES = ':@';
const TEXT = '#text';

// Order and blanks matter in mixed content; numbers such as “1.10” are names.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true,
  jPath: false,
  maxNestedTags: MOST_NESTED,
});

type RawNode = { readonly [name: string]: string | readonly RawNode[] | undefined };

/** The bytes of an XML file as elements and text, or what is wrong with them. */
export function parseMarkup(bytes: Uint8Array): Parsed {
  const decoded = decodeXml(bytes);
  if (decoded === null) return { fault: { kind: 'encoding' } };
  const xml = decoded.replace(/^\ufeff/u, '').trim();
  const prolog = xml.slice(0, xml.search(/<[\p{L}_]/u) + 1);
  if (/<!doctype\s+html\b/iu.test(prolog) || /^(?:<[?!][^>]*>\s*)*<(?:\w+:)?html\b/iu.test(xml))
    return { fault: { kind: 'html' } };
  if (/<!entity\b/iu.test(xml)) return { fault: { kind: 'entities' } };
  const valid = XMLValidator.validate(xml);
  if (valid !== true) {
    const { msg, line } = valid.err;
    return { fault: { kind: 'broken', where: `line ${line}: ${msg}` } };
  }
  try {
    const nodes = toNodes(parser.parse(xml) as readonly RawNode[]);
    const roots = nodes.filter(isElement);
    const [root] = roots;
    if (root && roots.length === 1) return { root };
    return { fault: { kind: 'broken', where: `${roots.length} elements at the outermost level` } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/nested tags/iu.test(message)) return { fault: { kind: 'depth', limit: MOST_NESTED } };
    return { fault: { kind: 'broken', where: message } };
  }
}

function toNodes(raw: readonly RawNode[]): readonly MarkupNode[] {
  return raw.flatMap((node): MarkupNode[] => {
    const text = node[TEXT];
    if (typeof text === 'string') return [{ text }];
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (name === undefined) return [];
    const attributes = (node[ATTRIBUTES] ?? {}) as unknown as MarkupElement['attributes'];
    return [{ name, attributes, children: toNodes(node[name] as readonly RawNode[]) }];
  });
}
