import { editionId } from '../../edition/edition.ts';
import type { StatedEdition } from '../../edition/edition.ts';
import { descendants, textIn, type MarkupElement } from '../../page/markup.ts';
import { normalizeLetters } from '../../page/letters.ts';
import { phaseAndYear } from '../stated-edition.ts';

/** What the head of an XML edition says of itself: its dossier, number and titles. */
export function statedInXml(root: MarkupElement): StatedEdition {
  const numbers = descendants(root, 'dossiernummer').map((element) => ({
    dossier: blank(
      descendants(element, 'dossiernr')
        .map((it) => textIn(it))
        .join(''),
    ),
    chapter: blank(
      descendants(element, 'begrotingshoofdstuk')
        .map((it) => textIn(it))
        .join(''),
    ),
  }));
  // A paper may belong to more than one dossier; that of a budget chapter names the chapter.
  const own = numbers.find(({ chapter }) => chapter !== '') ?? numbers[0];
  const dossier = /^\d{5}$/u.exec(own?.dossier ?? '')?.[0] ?? null;
  const chapter = /^[A-Z]{1,5}$/u.exec(own?.chapter.toUpperCase() ?? '')?.[0] ?? null;
  const [number] = descendants(root, 'ondernummer').map((it) => blank(textIn(it)).toUpperCase());
  const heads = [...descendants(root, 'dossier'), ...descendants(root, 'stuk')];
  const titles = heads.flatMap((head) => descendants(head, 'titel').slice(0, 2));
  const text = titles
    .map((title) => normalizeLetters(textIn(title)).replaceAll(/\s+/gu, ' ').trim())
    .join('. ');
  const { phase, year } = phaseAndYear(text);
  return {
    id: chapter !== null && year !== null && phase ? editionId(chapter, year, phase) : null,
    chapter,
    year,
    phase,
    dossier,
    number: number === undefined || number === '' ? null : number,
  };
}

/** Without blanks: the dossier number is printed with a thin space, “37 020”. */
function blank(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
