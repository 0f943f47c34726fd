import { compact, foldCase } from './fold.ts';
import { HEADER_WORDS, type Field } from './vocabulary.ts';

/** Letters that may remain between the names, as a part of all letters. */
const STRANGE = 0.3;

/**
 * True when a line of a page's plain text names the columns of a study table. Cells may have run
 * together and the first line of a two-line header may stand apart, so only whole names count.
 */
export function isHeaderText(line: string): boolean {
  if (line.length > 220 || /[.?!]\s+\p{Lu}/u.test(line)) return false;
  let rest = ` ${foldCase(line)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const letters = compact(rest).length;
  const fields = new Set<Field>();
  for (const [name, field] of HEADER_WORDS) {
    if (!rest.includes(` ${name} `)) continue;
    fields.add(field);
    rest = rest.replaceAll(` ${name} `, '  ');
  }
  const dated = fields.has('type') || fields.has('completion') || fields.has('status');
  const strange = compact(rest).length / Math.max(letters, 1);
  return (
    dated && ((fields.size >= 3 && strange <= STRANGE) || (fields.size === 2 && strange === 0))
  );
}
