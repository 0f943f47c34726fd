import type { StatedEdition } from '../edition/edition.ts';
import type { Notice } from '../study/extraction.ts';

/** @param listed the annex as the contents list names it */
export function noAnnex(listed: string | null = null): Notice {
  const message = 'no evaluation annex was found in this paper';
  const told = `${message}, though its contents list names “${listed}”: look for it`;
  return { kind: 'no-annex', message: listed === null ? message : told, place: null };
}

/** A print that does not say which edition it is can be read, but not be put in line with others by itself. */
export function unclear({ chapter, year, phase }: StatedEdition): Notice[] {
  const missing = Object.entries({ chapter, year, phase }).flatMap(([part, value]) =>
    value === null ? [part] : [],
  );
  if (missing.length === 0) return [];
  const message = `neither cover nor running footer of this paper states its ${missing.join(', ')}`;
  return [{ kind: 'edition-unclear', message, place: null }];
}

/** What a wrong list does not name is found again where it stands whole, and nowhere else. */
export function mended(repaired: boolean): Notice[] {
  if (!repaired) return [];
  const message =
    'the file’s own list of its objects or pages is wrong and was made anew, so that parts may be missing: get the file again';
  return [{ kind: 'repaired-pdf', message, place: null }];
}
