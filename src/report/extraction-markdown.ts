import type { RootContent } from 'mdast';
import type { Extraction } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';
import { heading, paragraph, renderMarkdown, table } from './markdown.ts';

const COLUMNS = [
  ['Titel', ({ printed, title }: Study) => printed.title ?? title],
  ['Type onderzoek', ({ printed }: Study) => printed.type],
  ['Afronding', ({ printed }: Study) => printed.completion],
  ['Status', ({ printed }: Study) => printed.status],
  ['Conclusies/aanbevelingen', ({ printed }: Study) => printed.conclusions],
  ['Toelichting', ({ printed }: Study) => printed.description],
  ['Begrotingsartikel(en)', ({ printed }: Study) => printed.articles],
  [
    'Blz.',
    ({ place }: Study) => place.pageLabel ?? (place.page === null ? null : `pdf ${place.page}`),
  ],
] as const;

/** The annex as a document: its heading, a table for each theme, columns that it does not have left out. */
export function extractionMarkdown({ annex, studies, edition }: Extraction): string {
  if (!annex) return renderMarkdown([paragraph('Geen evaluatiebijlage gevonden.')]);
  const columns = COLUMNS.filter(([, value]) => studies.some((study) => value(study) !== null));
  const themes = [...new Set(studies.map(({ theme }) => theme))];
  const header = columns.map(([name]) => name);
  const tables = themes.flatMap((theme): RootContent[] => {
    const rows = studies
      .filter((study) => study.theme === theme)
      .map((study) => columns.map(([, value]) => value(study) ?? ''));
    return [...(theme === null ? [] : [heading(3, theme)]), table(header, rows)];
  });
  const title = edition.id === null ? annex.heading : `${edition.id}: ${annex.heading}`;
  return renderMarkdown([heading(2, title), ...tables]);
}
