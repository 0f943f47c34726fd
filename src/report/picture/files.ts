import { byPage } from './by-page.ts';
import { drawnOf } from './drawn.ts';
import { INDEX_FILE, MADE_BY, pictureFile } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { indexPage } from './index-page.ts';
import { pagePicture } from './page-picture.ts';

/** A picture of each page of the annex, and one document in which they stand beside what was read. */
export function explanationFiles(explanation: Explanation): ReadonlyMap<string, string> {
  const { extraction, pages, layout } = explanation;
  const { studies, notices } = extraction ?? { studies: [], notices: [] };
  const files = new Map([[INDEX_FILE, `${MADE_BY}\n${indexPage(explanation)}`]]);
  const layoutOn = byPage(layout);
  for (const page of pages) {
    const drawn = drawnOf(studies, notices, INDEX_FILE);
    files.set(
      pictureFile(page.number),
      `${MADE_BY}\n${pagePicture(page, layoutOn(page.number), drawn)}`,
    );
  }
  return files;
}
