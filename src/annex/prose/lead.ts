import { hasVerb, isSubtheme, isTheme } from '../heading.ts';
import { firstClause, isStudyName } from '../title.ts';
import { fieldOf } from '../vocabulary.ts';
import type { ProsePiece } from './piece.ts';

/** What may be the title of a study at the beginning of a paragraph, bullet or heading. */
export interface Lead {
  readonly index: number;
  readonly title: string;
  /** Text behind the colon. */
  readonly rest: string;
  /** True when its words begin as the names of studies do. */
  readonly named: boolean;
  /** Leads of one annex that look alike. */
  readonly style: string;
  /** False when it reads like a sentence, or stands in plain text and does not begin as studies do. */
  readonly sure: boolean;
}

const LONGEST = 200;

/**
 * The lead of a piece: the text before its first colon (SZW, begroting 2022: “Evaluatie X:”), a bullet
 * without one (Defensie, begroting 2021), or a heading that names a study. null for any other text.
 */
export function leadOf(piece: ProsePiece, index: number): Lead | null {
  const { kind, text, item, lead } = piece;
  if (kind === 'heading') {
    const title = text.replace(/\s*:$/u, '');
    if (!isStudyName(title)) return null;
    return { index, title, rest: '', named: true, style: 'heading', sure: isTitle(title) };
  }
  const at = /:(?=\s|$)/u.exec(text)?.index;
  const style = `${item ? 'item' : 'paragraph'} ${lead.style}`;
  if (at === undefined) {
    if (!item || !isStudyName(text)) return null;
    const title = text.replace(/\s*[.;,]$/u, '');
    return { index, title, rest: '', named: true, style: `${style} alone`, sure: isTitle(title) };
  }
  const title = text.slice(0, at).trim();
  const named = isNamed(title);
  const styled = lead.style !== '' && lead.length >= at && lead.length <= at + 1;
  const whole = lead.length >= text.length && at === text.length - 1;
  const apart = (styled || whole) && lead.style !== '';
  const sure = isTitle(title, item ? 1 : 2) && (named || apart || item);
  if (!named && !isTitle(title, item ? 1 : 2)) return null;
  return { index, title, rest: text.slice(at + 1).trim(), named, style, sure };
}

/** “Evaluatie …”, and with a word or two before it: “Longitudinaal onderzoek …”. */
function isNamed(title: string): boolean {
  const words = title.split(' ').slice(0, 3);
  return words.some((word, at) => isStudyName(at === 0 ? title : word));
}

/**
 * Whether a text may be a title: no sentence, no theme and no name of a column.
 * @param words how many it has at least
 */
export function isTitle(title: string, words = 2): boolean {
  if (title.length > LONGEST || !/^[\p{Lu}\d‘“"'(]/u.test(title)) return false;
  if (title.split(' ').length < words || firstClause(title) !== title) return false;
  if (/[!?;]\s/u.test(title)) return false;
  return !isTheme(title) && !isSubtheme(title) && !hasVerb(title) && !fieldOf(title);
}

/**
 * The leads that are titles of studies: several in one style, most of them named as studies are, under
 * headings of themes; without such headings only more of them, all so named. What occurs twice and is
 * no such name, “Planning:” below each study, is none.
 * @param isUnderTheme whether a heading that names a theme stands above the piece
 */
export function studyLeads(
  leads: readonly Lead[],
  isUnderTheme: (index: number) => boolean,
): readonly Lead[] {
  const styles = Map.groupBy(
    leads.filter(({ sure }) => sure),
    ({ style }) => style,
  );
  return [...styles.values()]
    .flatMap((group) => {
      const counts = new Map<string, number>();
      for (const { title } of group) counts.set(title, (counts.get(title) ?? 0) + 1);
      const titles = group.filter(({ title, named }) => named || counts.get(title) === 1);
      const named = titles.filter((lead) => lead.named).length;
      const themed = titles.filter(({ index }) => isUnderTheme(index)).length;
      const several = titles.length >= 2 && named * 2 >= titles.length;
      const clear = themed * 2 >= titles.length || (titles.length >= 3 && named === titles.length);
      return several && clear ? titles : [];
    })
    .sort((one, other) => one.index - other.index);
}
