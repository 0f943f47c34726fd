import type { AnnexNote } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';

/**
 * Whether a name printed in the annex stands somewhere in what was read of it: as a title, type, theme or
 * subtheme of a study, as the caption a study or note stands under, or in a note. Names of groups without
 * studies do not, and must become notes lest they be lost.
 */
export function toldIn(
  heading: string,
  studies: readonly Study[],
  notes: readonly AnnexNote[],
): (name: string) => boolean {
  const told = [heading, ...studies.map(namesIn), ...notes.map(namesOf)].join('\n');
  return (name) => told.includes(name);
}

function namesIn({ printed, place }: Study): string {
  const { title, type, theme, subtheme } = printed;
  return [title, type, theme, subtheme, place.table].join('\n');
}

function namesOf({ text, place }: AnnexNote): string {
  return `${text}\n${place.table}`;
}
