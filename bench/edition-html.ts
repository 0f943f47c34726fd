import type {
  AnnexContent,
  AnnexTable,
  EditionContent,
  Part,
  PlainTable,
  StudyContent,
} from '../fixtures/typesetter/edition-content.ts';
import { rich } from '../fixtures/typesetter/rich-text.ts';
import type { Content, RichText } from '../fixtures/typesetter/rich-text.ts';

/** An edition as a web page for printing: the same content as the PDF of the typesetter in fixtures/. */
export function editionHtml(content: EditionContent): string {
  const { documentTitle, dossierTitle, vergaderjaar, parts, edition } = content;
  const front = `<p>${escape(dossierTitle)}</p><p class="title">${escape(documentTitle)}</p>
    <p>Tweede Kamer, vergaderjaar ${escape(vergaderjaar)}, ${escape(edition.dossier ?? '')} ${escape(edition.chapter)}, nr. ${escape(edition.number ?? '')}</p>`;
  return `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>${escape(documentTitle)}</title>
    <style>${style(content)}</style></head><body>${front}${parts.map(part).join('\n')}</body></html>`;
}

function style({ vergaderjaar, edition }: EditionContent): string {
  const { dossier, chapter, number } = edition;
  const footer = `Tweede Kamer, vergaderjaar ${vergaderjaar}, ${dossier ?? ''} ${chapter}, nr. ${number ?? ''}`;
  return `
  @page { size: A4; margin: 22mm 16mm 22mm 20mm; @bottom-left { content: "${footer}"; font: 7pt sans-serif } @bottom-right { content: counter(page); font: 7pt sans-serif } }
  body { font: 9.5pt/1.4 'Liberation Sans', sans-serif; hyphens: auto }
  h1 { font-size: 14pt } h2 { font-size: 11pt } .new { break-before: page } .title { font-size: 18pt }
  table { border-collapse: collapse; width: 100%; font-size: 7.5pt; line-height: 1.25 }
  td, th { border-bottom: .5pt solid #888; padding: 2pt 3pt; text-align: left; vertical-align: top }
  th { vertical-align: bottom } caption { text-align: left; font-weight: bold } td.right { text-align: right }
  sup { font-size: 60% } .note { font-size: 7pt }`;
}

function part(item: Part): string {
  switch (item.kind) {
    case 'contents':
      return '<h1>Inhoudsopgave</h1>';
    case 'heading': {
      const tag = `h${item.level}`;
      return `<${tag}${item.newPage === true ? ' class="new"' : ''}>${escape(item.text)}</${tag}>`;
    }
    case 'prose':
      return item.paragraphs.map((paragraph) => `<p>${inline(paragraph)}</p>`).join('\n');
    case 'table':
      return plainTable(item.table);
    case 'annex':
      return annex(item.annex);
    default:
      return item satisfies never;
  }
}

function plainTable({ caption, columns, rows }: PlainTable): string {
  const head = columns.map(({ header }) => `<th>${escape(header.join(' '))}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      const right = columns[at]?.align === 'right' ? ' class="right"' : '';
      return `<td${right}>${inline(cell)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const above = caption === null ? '' : `<caption>${escape(caption.join(' '))}</caption>`;
  return `<table>${above}<thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function annex({ heading, introduction, tables, closing, columns }: AnnexContent): string {
  const paragraphs = (texts: readonly string[]): string =>
    texts.map((text) => `<p>${escape(text)}</p>`).join('');
  const parts = tables.map((table) => annexTable(table, columns));
  return `<h1 class="new">${escape(heading)}</h1>${paragraphs(introduction)}${parts.join('\n')}${paragraphs(closing)}`;
}

function annexTable(
  { heading, caption, studies, notes }: AnnexTable,
  columns: AnnexContent['columns'],
): string {
  const theme = heading === null ? '' : `<h4>${inline(heading)}</h4>`;
  const above = caption === null ? '' : `<caption>${escape(caption.join(' '))}</caption>`;
  const head = columns.map(({ header }) => `<th>${escape(header.join(' '))}</th>`).join('');
  const rows = studies.map((study) => {
    const cells = columns.map(({ holds }) => `<td>${inline(contentOf(study, holds))}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const table =
    rows.length === 0
      ? ''
      : `<table>${above}<thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  const under = notes.map(
    ({ mark, text }) => `<p class="note"><sup>${mark}</sup> ${escape(text)}</p>`,
  );
  return `${theme}${table}${under.join('')}`;
}

function contentOf(study: StudyContent, holds: AnnexContent['columns'][number]['holds']): Content {
  switch (holds) {
    case 'completion':
      return study.completion.printed;
    case 'status':
      return study.status?.printed ?? '';
    case 'articles':
      return study.articles.printed;
    default:
      return study[holds] ?? '';
  }
}

/** Text with its note marks raised and its links. */
function inline(content: Content): string {
  const { text, marks, links } = rich(content);
  const inserted = [
    ...marks.map(({ at, mark }) => ({ at, html: `<sup>${escape(mark)}</sup>` })),
    ...links.flatMap(({ start, end, url }: RichText['links'][number]) => [
      { at: start, html: `<a href="${escape(url)}">` },
      { at: end, html: '</a>' },
    ]),
  ].toSorted((one, other) => one.at - other.at);
  let html = '';
  let done = 0;
  for (const { at, html: tag } of inserted) {
    html += escape(text.slice(done, at)) + tag;
    done = at;
  }
  return html + escape(text.slice(done));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
