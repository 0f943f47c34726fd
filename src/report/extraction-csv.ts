import { csvTable } from '../snapshot/csv.ts';
import type { Extraction } from '../study/extraction.ts';
import { PRINTED_KEYS } from '../study/study.ts';
import type { Study } from '../study/study.ts';

/** The printed cells of an annex as CSV (RFC 4180): one study a line, a missing column left empty. */
export function extractionCsv({ studies }: Extraction): string {
  const header = [...PRINTED_KEYS, 'footnotes', 'links', 'page', 'pdf page', 'table', 'row'];
  return csvTable([header, ...studies.map(cells)]);
}

function cells({ printed, footnotes, links, place }: Study): readonly string[] {
  return [
    ...PRINTED_KEYS.map((key) => printed[key] ?? ''),
    footnotes.map(({ mark, on, text }) => `${mark} (${on}): ${text ?? '?'}`).join('\n'),
    links.map(({ url }) => url).join('\n'),
    place.pageLabel ?? '',
    place.page === null ? '' : String(place.page),
    place.table ?? '',
    place.row === null ? '' : String(place.row),
  ];
}
