import type { RootContent } from 'mdast';
import type { AnnexNote } from '../study/extraction.ts';
import { bullets, heading, link, paragraph } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import { pageUrl } from './mention.ts';
import type { Mention } from './mention.ts';
import { quoted } from './phrase.ts';
import type { Dossier } from './plan.ts';
import { notesIn } from './reason.ts';
import type { EditionSource } from './study-input.ts';
import type { Words } from './vocabulary.ts';

export interface Prose {
  readonly source: EditionSource;
  /** Rows of the edition. */
  readonly rows: readonly Mention[];
  readonly studies: readonly Dossier[];
  /** Studies whose notes are quoted elsewhere in the document. */
  readonly above: ReadonlySet<string | null>;
  /** Notes that name no study for sure. */
  readonly otherNotes: readonly AnnexNote[];
}

/** Prose of the annex, and footnotes to its headings, that a document quotes nowhere else; nothing when there is none. */
export function proseList(prose: Prose, words: Words): readonly RootContent[] {
  const { source, studies, above, otherNotes } = prose;
  const { edition, print } = source;
  const unseen = studies
    .filter(({ id }) => !above.has(id))
    .flatMap(({ notes }) => notesIn(notes, edition.id));
  const notes = [...otherNotes, ...unseen].map(({ text, place }): readonly Phrase[] => {
    const url = place.page === null ? print.url : `${print.url}#page=${place.page}`;
    return [`${quoted(text)} (`, link(words.place.page(place), url), ')'];
  });
  const headings = headingNotes(prose).map(({ mention, mark, text }): readonly Phrase[] => [
    `${quoted(text)} (${words.report.onHeading(mark)}, `,
    link(words.place.page(mention.study.place), pageUrl(mention)),
    ')',
  ]);
  const items = [...notes, ...headings];
  if (items.length === 0) return [];
  return [
    heading(2, words.report.notes),
    paragraph(words.report.notesIntroduction),
    bullets(items),
  ];
}

/** Footnotes to the heading of a table or to its header, each once. */
function headingNotes({
  rows,
}: Prose): readonly { readonly mention: Mention; readonly mark: string; readonly text: string }[] {
  const seen = new Set<string>();
  return rows.flatMap((mention) =>
    mention.study.footnotes.flatMap(({ mark, on, text }) => {
      if (text === null || (on !== 'heading' && on !== 'header') || seen.has(text)) return [];
      seen.add(text);
      return [{ mention, mark, text }];
    }),
  );
}
