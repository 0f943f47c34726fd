import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OutlineItem } from '../page/page.ts';

interface Entry {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items?: readonly Entry[];
}

/** The bookmarks, flattened in document order. One that leads nowhere keeps its title, with page null. */
export async function readOutline(document: PDFDocumentProxy): Promise<OutlineItem[]> {
  const outline: OutlineItem[] = [];
  async function add(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) {
      const title = entry.title.replace(/\s+/gu, ' ').trim();
      outline.push({ title, page: await pageOf(document, entry.dest) });
      await add(entry.items ?? []);
    }
  }
  const entries = (await document.getOutline()) as readonly Entry[] | null;
  await add(entries ?? []);
  return outline;
}

async function pageOf(document: PDFDocumentProxy, dest: Entry['dest']): Promise<number | null> {
  try {
    const target: unknown = (
      typeof dest === 'string' ? await document.getDestination(dest) : dest
    )?.[0];
    // A destination names its page by reference; some producers give the 0-based number instead.
    const index =
      typeof target === 'number'
        ? target
        : await document.getPageIndex(target as { num: number; gen: number });
    return Number.isInteger(index) && index >= 0 && index < document.numPages ? index + 1 : null;
  } catch {
    return null;
  }
}
