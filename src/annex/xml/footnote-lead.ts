import type { MarkupText } from '../../page/markup.ts';
import type { InlineText } from './inline.ts';

export interface LeadingNote {
  readonly mark: string;
  readonly text: string;
  readonly items: readonly MarkupText[];
}

const PLAIN = /^(?:Noot\s+(?<noot>\d{1,2}):?|(?<mark>\d{1,2}|[*†‡]{1,3})\)?)\s+(?=\S)/iu;
const STAR = /^(?<mark>[*†‡]{1,3})\)?(?=\p{L})/u;

/**
 * A paragraph or row that opens with a note mark: raised, or of the text's own size when that mark is
 * still without its note. null for any other text.
 */
export function leadingNote(
  { text, marks, items }: InlineText,
  isPending: (mark: string) => boolean,
): LeadingNote | null {
  const [first] = marks;
  if (first?.note === null && first.before === '') return { mark: first.mark, text, items };
  const plain = PLAIN.exec(text) ?? STAR.exec(text);
  const mark = plain?.groups?.['noot'] ?? plain?.groups?.['mark'];
  if (!plain || mark === undefined || !isPending(mark)) return null;
  return { mark, text: text.slice(plain[0].length), items };
}
