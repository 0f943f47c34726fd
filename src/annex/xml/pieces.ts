import {
  isElement,
  textIn,
  textItemsIn,
  type MarkupElement,
  type MarkupNode,
  type MarkupText,
} from '../../page/markup.ts';

/** Mixed content in reading order. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style: Style;
      readonly url: string | null;
      /** Where it stands in the file; null for a blank between two elements. */
      readonly item: MarkupText | null;
    }
  /** A note that stands inside the sentence, or a second mark that points to it. */
  | { readonly kind: 'note'; readonly note: MarkupElement | null; readonly id: string | null }
  /** Raised text: a note mark that was typed by hand, an exponent, or neither. */
  | {
      readonly kind: 'raised';
      readonly text: string;
      readonly style: Style;
      readonly items: readonly MarkupText[];
    }
  | { readonly kind: 'break' };

export interface Style {
  readonly bold: boolean;
  /** Bold, italic or underlined. */
  readonly emphasis: string;
}

const PLAIN: Style = { bold: false, emphasis: '' };

/** Elements that begin a line of their own, in a cell as on the page. */
const BLOCKS: ReadonlySet<string> = new Set(
  'al al-groep lijst li kop label nr titel subtitel title tussenkop tekst noot.al table tgroup thead tbody tfoot row entry witregel br p definitie definitielijst term box citaat-artikel'.split(
    ' ',
  ),
);

/** What a paper has besides its text. */
export const SILENT: ReadonlySet<string> = new Set(['metadata', 'officiele-inhoudsopgave']);

/**
 * The pieces of some nodes. Elements that are not known are read through: their text is kept.
 * @see the schema officiele-publicatie (op-xsd): noot, nootref, nadruk, extref, sup, lijst
 */
export function piecesOf(
  nodes: readonly MarkupNode[],
  style: Style = PLAIN,
  url: string | null = null,
): readonly Piece[] {
  return nodes.flatMap((node): readonly Piece[] => {
    if (!isElement(node)) return [{ kind: 'text', text: node.text, style, url, item: node }];
    return piecesOfElement(node, style, url);
  });
}

function piecesOfElement(
  element: MarkupElement,
  style: Style,
  url: string | null,
): readonly Piece[] {
  const { name, attributes, children } = element;
  if (SILENT.has(name)) return [];
  if (name === 'noot') return [{ kind: 'note', note: element, id: attributes['id'] ?? null }];
  if (name === 'nootref') {
    return [{ kind: 'note', note: null, id: attributes['refid'] ?? attributes['idref'] ?? null }];
  }
  if (name === 'sup') {
    return [{ kind: 'raised', text: textIn(element), style, items: textItemsIn(element) }];
  }
  if (name === 'li.nr') {
    return [...piecesOf(children, style, url), { kind: 'text', text: ' ', style, url, item: null }];
  }
  const inner = piecesOf(children, styled(element, style), linkOf(element) ?? url);
  if (name === 'nr' || name === 'label' || name === 'titel') {
    return [{ kind: 'text', text: ' ', style, url, item: null }, ...inner];
  }
  return BLOCKS.has(name) ? [{ kind: 'break' }, ...inner, { kind: 'break' }] : inner;
}

function styled({ name, attributes }: MarkupElement, style: Style): Style {
  const type = name === 'nadruk' ? (attributes['type'] ?? 'cur') : (HTML_STYLES.get(name) ?? '');
  if (type === '') return style;
  const bold = style.bold || /vet/u.test(type);
  return { bold, emphasis: `${style.emphasis} ${type}`.trim() };
}

const HTML_STYLES = new Map([
  ['b', 'vet'],
  ['strong', 'vet'],
  ['i', 'cur'],
  ['em', 'cur'],
]);

/** Where an external reference leads: an address as it stands there, or the page of a publication by its id. */
function linkOf({ name, attributes }: MarkupElement): string | null {
  if (name !== 'extref') return null;
  const target = (attributes['doc'] ?? attributes['href'] ?? '').trim();
  if (/^(?:https?:|mailto:|www\.)/iu.test(target)) return target;
  return /^(?:kst|stb|stcrt|trb|ah|h|blg|nds)-[\w-]+$/iu.test(target)
    ? `https://zoek.officielebekendmakingen.nl/${target}.html`
    : null;
}
