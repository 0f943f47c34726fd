import {
  isElement,
  isTextItem,
  textItemsIn,
  type MarkupElement,
  type MarkupText,
} from '../../page/markup.ts';
import type { RunRole } from '../../page/layout.ts';
import { openItemAccount, type ItemAccount } from '../account.ts';
import type { Block } from './blocks.ts';
import type { InlineText } from './inline.ts';
import type { LocatedInXml } from './locate.ts';
import { SILENT } from './pieces.ts';

/** What became of the texts between the tags of the annex. */
export interface XmlAccount extends ItemAccount<MarkupText> {
  /** A text without its marks. Of a text that stands outside the annex, as some notes do, nothing is counted. */
  readonly settleText: (text: Pick<InlineText, 'items'>, role: RunRole) => void;
}

/**
 * Opens an account of all that stands from the heading of the annex up to the section behind it, as the
 * file has it: what no block took is counted as well. Its own list of contents is furniture.
 */
export function openXmlAccount(root: MarkupElement, { heading, behind }: LocatedInXml): XmlAccount {
  const all = textItemsIn(root);
  const [first] = heading.text.items;
  const next = behind.flatMap(itemsOf)[0];
  const end = next ? all.indexOf(next) : -1;
  const own = all.slice(first ? all.indexOf(first) : 0, end === -1 ? all.length : end);
  const inside = new Set(own);
  const account = openItemAccount(own);
  const settleText: XmlAccount['settleText'] = ({ items }, role) => {
    account.settle(
      items.filter((item) => inside.has(item)),
      role,
    );
  };
  settleText({ items: silentIn(root) }, 'furniture');
  settleText(heading.text, 'heading');
  return { ...account, settleText };
}

function silentIn(element: MarkupElement): readonly MarkupText[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => (SILENT.has(child.name) ? textItemsIn(child) : silentIn(child)));
}

function itemsOf(block: Block): readonly MarkupText[] {
  switch (block.kind) {
    case 'table':
      return textItemsIn(block.element);
    case 'note':
      return block.note.items.filter(isTextItem);
    default:
      return block.text.items;
  }
}
