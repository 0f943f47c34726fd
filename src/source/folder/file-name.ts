import { editionId, parseEditionId } from '../../edition/edition.ts';
import type { Edition, Phase } from '../../edition/edition.ts';

const EDITION_NAME =
  /(?:^|\/)(?<chapter>[A-Za-z]{1,5})[/-](?<year>20\d\d)-(?<phase>begroting|jaarverslag)\.pdf$/iu;

/**
 * The edition that a file's name states: `XV-2022-jaarverslag.pdf`, or `XV/2022-jaarverslag.pdf` with
 * its folder; capitals do not matter. Null when it states none. `path` has forward slashes.
 */
export function editionOfName(path: string): Edition | null {
  const parts = EDITION_NAME.exec(path)?.groups;
  if (!parts) return null;
  const { chapter = '', year, phase = '' } = parts;
  return parseEditionId(
    editionId(chapter.toUpperCase(), Number(year), phase.toLowerCase() as Phase),
  );
}
