// Run in a process of its own: node read.ts PEER MODULES FILE FROM TO
// Reads the whole file with one tool and prints, as JSON, the table rows it gives on pages FROM to TO.
import { readFileSync, readdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rowsByColumns } from './columns.ts';
import type { PlacedText } from './columns.ts';

type Rows = readonly (readonly string[])[];

const [peer = '', modules = '', file = '', from = '1', to = '1'] = process.argv.slice(2);
const first = Number(from);
const last = Number(to);

/* Foreign modules without types that fit: each is used in one place only. */
/* oxlint-disable typescript/no-explicit-any, typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access */
async function load(name: string): Promise<any> {
  const path = createRequire(join(modules, 'index.js')).resolve(name);
  return import(pathToFileURL(path).href);
}

const PEERS: Readonly<Record<string, () => Promise<Rows>>> = {
  async pdf2json() {
    const { default: PdfParser } = await load('pdf2json');
    const parser = new PdfParser(null, false);
    const pages = await new Promise<any[]>((resolve, reject) => {
      parser.on('pdfParser_dataReady', (data: any) => resolve(data.Pages));
      parser.on('pdfParser_dataError', reject);
      void parser.loadPDF(file);
    });
    const items = pages.slice(first - 1, last).flatMap((page, index): PlacedText[] =>
      page.Texts.map(({ x, y, R }: any) => ({
        page: index,
        x: x * 16,
        y: y * 16,
        text: unescaped(R.map(({ T }: any) => T).join('')),
      })),
    );
    return rowsByColumns(items);
  },
  async mupdf() {
    const mupdf = await load('mupdf');
    const document = mupdf.Document.openDocument(readFileSync(file), 'application/pdf');
    const items: PlacedText[] = [];
    for (let page = 0; page < document.countPages(); page += 1) {
      const text = document.loadPage(page).toStructuredText('table-hunt');
      const { blocks } = JSON.parse(text.asJSON());
      if (page < first - 1 || page >= last) continue;
      for (const { lines = [] } of blocks) {
        for (const { x, y, text: words } of lines) items.push({ page, x, y, text: words });
      }
    }
    return rowsByColumns(items);
  },
  async pdfium() {
    const { PDFiumLibrary } = await load('@hyzyla/pdfium');
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(readFileSync(file));
    for (const page of document.pages()) page.getText();
    return [];
  },
  async liteparse() {
    const { LiteParse } = await load('@llamaindex/liteparse');
    const parser = new LiteParse({
      ocrEnabled: false,
      extractBlocks: true,
      quiet: true,
      maxPages: 5000,
    });
    const { pages } = await parser.parse(file);
    return pages
      .slice(first - 1, last)
      .flatMap(({ blocks = [] }: any) => blocks)
      .flatMap(({ header = [], rows = [] }: any) => [header, ...rows])
      .map((row: any[]) => row.map(({ text }) => text));
  },
  async opendataloader() {
    const { convert } = await load('@opendataloader/pdf');
    const outputDir = mkdtempSync(join(tmpdir(), 'begrotingswacht-peer-'));
    await convert([file], {
      outputDir,
      format: 'json',
      quiet: true,
      useStructTree: true,
      tableMethod: 'cluster',
    });
    const name = readdirSync(outputDir).find((it) => it.endsWith('.json')) ?? '';
    return tableRows(JSON.parse(readFileSync(join(outputDir, name), 'utf8')));
  },
};

/** Rows of all tables anywhere in the tree, on the pages that are asked for. */
function tableRows(node: any): string[][] {
  if (typeof node !== 'object' || node === null) return [];
  const page = node['page number'];
  if (node.type === 'table row' || Array.isArray(node.cells)) {
    return page === undefined || (page >= first && page <= last) ? [node.cells.map(textIn)] : [];
  }
  return Object.values(node).flatMap(tableRows);
}

function textIn(node: any): string {
  if (typeof node !== 'object' || node === null) return '';
  const own = typeof node.content === 'string' ? [node.content] : [];
  return [...own, ...Object.values(node).map(textIn)].filter((text) => text !== '').join(' ');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

console.log(JSON.stringify((await PEERS[peer]?.()) ?? []));
process.exit();
