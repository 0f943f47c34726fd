import type { AnnexNote } from './extraction.ts';
import { namedStudies } from './named.ts';
import type { NameableStudy } from './named.ts';

/** The prose of an annex, tied to the studies that it names. */
export interface TiedNotes {
  /** By the study's id, in the order in which they stand in print. */
  readonly byStudy: ReadonlyMap<string, readonly AnnexNote[]>;
  /** Notes that name no study for sure, whole. */
  readonly others: readonly AnnexNote[];
}

/**
 * Ties prose under or beside the tables to the studies it names for sure (see namedStudies). A note
 * that names one study is kept whole; of one that names several each gets the sentences from the one that
 * names it on, up to the sentence that names others only.
 */
export function tieNotes(
  notes: readonly AnnexNote[],
  studies: readonly NameableStudy[],
): TiedNotes {
  const byStudy = new Map<string, AnnexNote[]>();
  const others: AnnexNote[] = [];
  for (const note of notes) {
    const parts = partsOf(note, studies);
    if (parts.size === 0) others.push(note);
    for (const [id, text] of parts) {
      byStudy.set(id, [...(byStudy.get(id) ?? []), { ...note, text }]);
    }
  }
  return { byStudy, others };
}

/** What the note says of each study that it names, by id. */
function partsOf(
  { text, place }: AnnexNote,
  studies: readonly NameableStudy[],
): ReadonlyMap<string, string> {
  const named = namedStudies(text, place.table, studies);
  if (named.length < 2) return new Map(named.map(({ id }) => [id, text]));
  const parts = new Map<string, string>();
  let current: readonly string[] = [];
  for (const sentence of sentencesOf(text)) {
    const own = namedStudies(sentence, place.table, named).map(({ id }) => id);
    if (own.length > 0) current = own;
    for (const id of current) parts.set(id, (parts.get(id) ?? '') + sentence);
  }
  return new Map([...parts].map(([id, part]) => [id, part.trim()]));
}

/** Sentences with the white behind them; an abbreviation such as “nr.” ends none. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?;][”"’')]*\s+)(?=[\p{Lu}“"‘'(])/u);
}

/** Notes that name a theme by its number or its name; `theme` as printed (“Thema 8: Armoede”). */
export function notesOnTheme(notes: readonly AnnexNote[], theme: string): readonly AnnexNote[] {
  const number = /\bthema\s+(\d+)/iu.exec(theme)?.[1];
  const name = theme.replace(/^.*?\bthema\b\s*\d*\s*[:.\-–]?\s*/iu, '').toLowerCase();
  return notes.filter(({ text }) => {
    const numbers = [...text.matchAll(/\bthema\s+(\d+)/giu)].map(([, found]) => found);
    if (number !== undefined && numbers.includes(number)) return true;
    return name.split(' ').length > 1 && text.toLowerCase().includes(name);
  });
}
