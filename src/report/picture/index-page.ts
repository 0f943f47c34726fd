import { createHash } from 'node:crypto';
import type { Layout } from '../../page/layout.ts';
import type { Page } from '../../page/page.ts';
import type { Notice } from '../../study/extraction.ts';
import type { Study } from '../../study/study.ts';
import { byPage } from './by-page.ts';
import { drawnOf } from './drawn.ts';
import type { Drawn } from './drawn.ts';
import { pictureFile } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { INDEX_SCRIPT } from './index-script.ts';
import { INDEX_STYLE } from './index-style.ts';
import { legend } from './legend.ts';
import { element, escaped } from './markup.ts';
import { HATCH, pageGraphic } from './page-picture.ts';
import { colourStyle, PICTURE_STYLE } from './style.ts';
import { continued, studyCard } from './study-card.ts';
import { noticeList, summary } from './summary.ts';

/**
 * One document for the whole print: each page beside the studies on it. It loads nothing, so that it
 * works from a disk, and runs no script but its own, whatever the print holds.
 */
export function indexPage(explanation: Explanation): string {
  const { name, extraction, pages } = explanation;
  const { studies, notices } = extraction ?? { studies: [], notices: [] };
  const drawn = drawnOf(studies, notices, '');
  const layoutOn = byPage(explanation.layout);
  const title = `${extraction?.edition.id ?? name}: the annex as it was read`;
  const hash = createHash('sha256').update(INDEX_SCRIPT).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${colourStyle(':root')}${PICTURE_STYLE}${INDEX_STYLE}</style>
</head>
<body>
<a class="skip" href="#pages">To the pages</a>
<header>
<h1>${escaped(title)}</h1>
${summary(explanation)}
</header>
${pages.length === 0 ? '' : legend()}
<svg width="0" height="0" aria-hidden="true" class="patterns"><defs>${HATCH}</defs></svg>
<main id="pages">
${pages.length === 0 ? allStudies(studies, drawn) : pages.map((page) => section(page, layoutOn(page.number), explanation, drawn)).join('\n')}
</main>
<script>${INDEX_SCRIPT}</script>
</body>
</html>
`;
}

function section(page: Page, layout: Layout, { extraction }: Explanation, drawn: Drawn): string {
  const { number } = page;
  const { studies, notices } = extraction ?? { studies: [], notices: [] };
  const here = studies.flatMap((study, index) => (isOn(study, number) ? [{ study, index }] : []));
  const label = here.find(({ study }) => study.place.page === number)?.study.place.pageLabel;
  const printed = label === undefined || label === null ? '' : ` (printed number ${label})`;
  const cards = here.map(({ study, index }) =>
    study.place.page === number ? studyCard(study, index, drawn) : continued(study, index),
  );
  return `<section id="page-${number}" class="page" aria-labelledby="page-${number}-title">
<h2 id="page-${number}-title">${escaped(`Page ${number}${printed}`)} <a class="file" href="${pictureFile(number)}">picture by itself</a></h2>
<div class="sides">
<figure tabindex="0" aria-label="picture of page ${number}">${pageGraphic(page, layout, drawn)}</figure>
<div class="list">
${noticeList(onlyHere(notices, number))}
${cards.length === 0 ? element('p', { class: 'none' }, 'No study was read on this page.') : cards.join('\n')}
</div>
</div>
</section>`;
}

/** The XML of a paper has studies, but no pages to draw. */
function allStudies(studies: readonly Study[], drawn: Drawn): string {
  return studies.map((study, index) => studyCard(study, index, drawn, 'study')).join('\n');
}

function isOn({ place: { page: first, toPage: last } }: Study, page: number): boolean {
  return first !== null && last !== null && first <= page && page <= last;
}

/** Notices of this page that hang on no study; those of a study stand with it. */
function onlyHere(notices: readonly Notice[], page: number): readonly Notice[] {
  return notices.filter(({ place }) => place?.page === page && place.row === null);
}
