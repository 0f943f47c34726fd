import {
  descendants,
  elementsIn,
  textIn,
  textItemsIn,
  type MarkupElement,
  type MarkupText,
} from '../../page/markup.ts';
import type { WordCounts } from '../words.ts';
import { inlineOf } from './inline.ts';
import { piecesOf } from './pieces.ts';

/** A footnote of the paper. */
export interface XmlNote {
  /** As printed; "" when the file leaves the number to whoever prints it. */
  readonly mark: string;
  readonly text: string;
  /** Texts of the file that it is made of. */
  readonly items: readonly MarkupText[];
  /** Notes that it calls itself. */
  readonly calls: readonly XmlNote[];
}

/** The footnotes of a paper, by their element and id, each read once. */
export interface NoteBook {
  of(element: MarkupElement): XmlNote;
  /** null when no note has that id. */
  byId(id: string | null): XmlNote | null;
}

/** @param root element in which the notes are looked for by their id */
export function openNoteBook(root: MarkupElement, words: WordCounts): NoteBook {
  const known = new Map<MarkupElement, XmlNote>();
  const byId = new Map(
    descendants(root, 'noot').map((element) => [element.attributes['id'] ?? '', element]),
  );
  const book: NoteBook = {
    of(element) {
      const found = known.get(element);
      if (found) return found;
      // A note that refers to itself finds this in place of its text.
      known.set(element, { mark: '', text: '', items: [], calls: [] });
      const note = readNote(element, book, words);
      known.set(element, note);
      return note;
    },
    byId(id) {
      const element = id === null ? undefined : byId.get(id);
      return element ? book.of(element) : null;
    },
  };
  return book;
}

function readNote(element: MarkupElement, book: NoteBook, words: WordCounts): XmlNote {
  const [number] = elementsIn(element, 'noot.nr');
  const mark = (number ? textIn(number) : (element.attributes['nr'] ?? '')).trim();
  const rest = element.children.filter((child) => child !== number);
  const { text, items, marks } = inlineOf(piecesOf(rest), book, words);
  return {
    mark: mark.replace(/\)$/u, ''),
    text,
    items: [...(number ? textItemsIn(number) : []), ...items, ...marks.flatMap((it) => it.items)],
    calls: marks.flatMap(({ note }) => note ?? []),
  };
}
