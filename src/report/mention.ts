import { publicationOrder } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import type { PrintReference } from '../snapshot/snapshot.ts';
import type { Study } from '../study/study.ts';
import type { PlaceWords } from './vocabulary.ts';

/** One row that names a study, with the edition and print in which it stands. */
export interface Mention {
  readonly edition: Edition;
  readonly print: PrintReference;
  readonly study: Study;
  /** 0-based index in the snapshot's `studies`; needed only where an edition names a study twice. */
  readonly row?: number;
}

/** Oldest first by publication; mentions of one edition keep their order. */
export function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  return [...mentions].sort((one, other) => publicationOrder(one.edition, other.edition));
}

/** The mention in an edition, at one of the given rows (0-based) when the mentions know theirs. */
export function mentionIn(
  mentions: readonly Mention[],
  edition: string | null,
  rows: readonly number[],
): Mention | null {
  const there = mentions.filter((mention) => mention.edition.id === edition);
  const atRow = there.find(({ row }) => row !== undefined && rows.includes(row));
  return atRow ?? there[0] ?? null;
}

/** The newest mention in an edition published before the given one. */
export function lastBefore(
  mentions: readonly Mention[],
  edition: Edition,
  fits: (mention: Mention) => boolean = () => true,
): Mention | null {
  const earlier = mentions.filter((mention) => publicationOrder(mention.edition, edition) < 0);
  return inOrder(earlier).findLast(fits) ?? null;
}

/** “blz. 251”, “blz. 251 (onopgemaakte versie van 15 mei 2024)”. */
export function pageOf({ study, print }: Mention, words: PlaceWords): string {
  const page = words.page(study.place);
  return print.unformatted ? `${page} (${words.unformatted(print.published)})` : page;
}

/** As pageOf, for use between brackets: “blz. 251, onopgemaakte versie van 15 mei 2024”. */
export function bracketedPage({ study, print }: Mention, words: PlaceWords): string {
  const page = words.page(study.place);
  return print.unformatted ? `${page}, ${words.unformatted(print.published)}` : page;
}

/** “begroting 2024, blz. 208” */
export function paperAndPage(mention: Mention, words: PlaceWords): string {
  return `${words.paper(mention.edition)}, ${pageOf(mention, words)}`;
}

/** As paperAndPage, for use between brackets. */
export function bracketedPaper(mention: Mention, words: PlaceWords): string {
  return `${words.paper(mention.edition)}, ${bracketedPage(mention, words)}`;
}

/** “begroting 2024 (blz. 208)” */
export function paperWithPage(mention: Mention, words: PlaceWords): string {
  return `${words.paper(mention.edition)} (${bracketedPage(mention, words)})`;
}

/** Address of the print that opens at the study's page. */
export function pageUrl({ print, study }: Mention): string {
  const { page } = study.place;
  return page === null ? print.url : `${print.url}#page=${page}`;
}
