import { normalizeLetters } from './letters.ts';

/** A paper as marked-up text, element by element: its XML edition. It has no pages. */
export interface MarkupElement {
  /** Local name, without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}

/** Text between two tags as it stands in the file, with its entities resolved. */
export interface MarkupText {
  readonly text: string;
}

export type MarkupNode = MarkupElement | MarkupText;

export function isElement(node: MarkupNode): node is MarkupElement {
  return 'name' in node;
}

/** Elements directly below one, of the given name. */
export function elementsIn({ children }: MarkupElement, name: string): readonly MarkupElement[] {
  return children.filter(isElement).filter((child) => child.name === name);
}

/** All elements of that name at any depth, in document order. */
export function descendants(element: MarkupElement, name: string): readonly MarkupElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

/** All text of an element, elements within it left out by name. */
export function textIn(element: MarkupElement, without: ReadonlySet<string> = new Set()): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return child.text;
      return without.has(child.name) ? '' : textIn(child, without);
    })
    .join('');
}

/** The texts of an element that are more than blanks, at any depth and in document order. */
export function textItemsIn(element: MarkupElement): readonly MarkupText[] {
  return element.children.flatMap((child) => {
    if (isElement(child)) return textItemsIn(child);
    return isTextItem(child) ? [child] : [];
  });
}

/** Whether something of a text is seen. */
export function isTextItem({ text }: MarkupText): boolean {
  return normalizeLetters(text).trim() !== '';
}
