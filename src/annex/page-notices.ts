import type { Page, PageSign } from '../page/page.ts';
import type { Notice, NoticeKind } from '../study/extraction.ts';
import { firstOverlap } from './overlap.ts';
import { placeOf } from './table-row.ts';
import { pagesOf } from './page-row.ts';

/** A letter that the file draws but does not name. */
const UNREADABLE = '\uFFFD';
/** Points; the words of the smallest tables seen are of 5 and more. */
const SMALLEST = 3.5;

const SIGNS: Readonly<Record<PageSign, readonly [NoticeKind, string]>> = {
  unfinished: ['page-cut-off', 'its content ends in the middle of something, as if it was cut off'],
  malformed: ['page-damaged', 'its content breaks off and begins where no typesetter lets it'],
  'content-missing': ['page-cut-off', 'the structure tree names content that it does not have'],
  flipped: ['text-flipped', 'some of its text is mirrored or upside down'],
  'off-page': ['text-off-page', 'some of its text stands outside the visible page'],
  'too-small': ['text-too-small', 'some of its text is too small to be seen'],
  'letters-shifted': [
    'letters-shifted',
    'letters within a word stand otherwise than everywhere else, so that some may be missing, twice or moved',
  ],
};

/**
 * What the pages of an annex show of text that may be missing: one without any text or cut off in it,
 * letters that the file does not name, text that stands where or as nobody prints it, and printed page numbers that do not count on from page to page.
 * @param labels the number printed on a page, by its position in the file
 */
export function pageNotices(
  pages: readonly Page[],
  labels: ReadonlyMap<number, string>,
): readonly Notice[] {
  return [
    ...pages.flatMap((page) => emptyOrUnreadable(page, labels)),
    ...pages.flatMap((page) => cutOff(page, pages, labels)),
    ...pages.flatMap((page) => shown(page, labels)),
    ...pages.flatMap((page) => overprinted(page, labels)),
    ...pages.flatMap((page) => tooSmall(page, labels)),
    ...jumps(pages, labels),
  ];
}

function emptyOrUnreadable(page: Page, labels: ReadonlyMap<number, string>): Notice[] {
  const place = placeOf(pagesOf(page, page, labels), null, null);
  if (page.runs.length === 0) {
    const message = `page ${page.number} stands within the annex and has no text at all: look whether studies are missing`;
    return [{ kind: 'page-without-text', message, place }];
  }
  const strange = page.runs.filter(({ text }) => text.includes(UNREADABLE));
  if (strange.length === 0) return [];
  const example = strange
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 80);
  const message = `page ${page.number} has letters that the file does not name: “${example}”`;
  return [{ kind: 'unreadable-letters', message, place }];
}

/** Content that ends early takes with it what is drawn last, mostly the foot of the page with its number. */
function cutOff(page: Page, pages: readonly Page[], labels: ReadonlyMap<number, string>): Notice[] {
  if (page.signs?.includes('unfinished')) return [];
  const place = placeOf(pagesOf(page, page, labels), null, null);
  const numbered = pages.filter(({ number }) => labels.has(number)).length;
  if (labels.has(page.number) || page.runs.length === 0 || numbered * 2 < pages.length) return [];
  const message = `page ${page.number} bears no number, as other pages do: look whether its end is missing`;
  return [{ kind: 'page-cut-off', message, place }];
}

function shown(page: Page, labels: ReadonlyMap<number, string>): Notice[] {
  const place = placeOf(pagesOf(page, page, labels), null, null);
  return (page.signs ?? []).map((sign) => {
    const [kind, what] = SIGNS[sign];
    const message = `page ${page.number}: ${what}: look whether studies are missing`;
    return { kind, message, place };
  });
}

function overprinted(page: Page, labels: ReadonlyMap<number, string>): Notice[] {
  const over = firstOverlap(page.runs);
  if (!over) return [];
  const [one, other] = over;
  const message = `on page ${page.number} text is printed over other text: “${one.text}” and “${other.text}”`;
  const place = placeOf(pagesOf(page, page, labels), null, null);
  return [{ kind: 'text-over-text', message, place }];
}

function tooSmall(page: Page, labels: ReadonlyMap<number, string>): Notice[] {
  const example = page.runs.find(({ text, size }) => size < SMALLEST && text.length > 2);
  if (!example) return [];
  const message = `page ${page.number} has text that is too small to be read, such as “${example.text}”: look whether studies are missing`;
  const place = placeOf(pagesOf(page, page, labels), null, null);
  return [{ kind: 'text-too-small', message, place }];
}

function jumps(pages: readonly Page[], labels: ReadonlyMap<number, string>): Notice[] {
  return pages.flatMap((page, index) => {
    const before = pages[index - 1];
    const [former, own] = [numberOn(before, labels), numberOn(page, labels)];
    if (former === null || own === null || own === former + 1) return [];
    const message = `the page that bears the number ${own} follows the one with the number ${former}: look whether pages are missing`;
    return [
      {
        kind: 'page-numbers-jump',
        message,
        place: placeOf(pagesOf(page, page, labels), null, null),
      },
    ];
  });
}

function numberOn(page: Page | undefined, labels: ReadonlyMap<number, string>): number | null {
  const label = page && labels.get(page.number);
  return label !== undefined && /^\d+$/.test(label) ? Number(label) : null;
}
