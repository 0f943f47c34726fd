// Run in a process of its own: node read.ts PEER MODULES FILE FROM TO
// Reads the whole file with one tool and prints, as JSON, the table rows it gives on pages FROM to TO.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rowsByColumns } from './columns.ts';
import type { PlacedText } from './columns.ts';

type Rows = readonly (readonly string[])[];

const [peer = '', modules = '', file = '', from = '1', to = '1'] = process.argv.slice(2);
/** In points. */
const TOUCHING = 0.8;
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
      joined(
        page.Texts.map(({ x, y, w, R }: any) => ({
          page: index,
          x: x * 16,
          y: y * 16,
          right: x * 16 + w * 0.75,
          text: unescaped(R.map(({ T }: any) => T).join('')),
        })),
      ),
    );
    return rowsByColumns(items);
  },
  async mupdf() {
    const mupdf = await load('mupdf');
    const document = mupdf.Document.openDocument(readFileSync(file), 'application/pdf');
    const items: PlacedText[] = [];
    for (let page = 0; page < document.countPages(); page += 1) {
      const text = document.loadPage(page).toStructuredText();
      if (page < first - 1 || page >= last) continue;
      let word: PlacedText | null = null;
      function end(): void {
        if (word) items.push(word);
        word = null;
      }
      text.walk({
        beginLine: end,
        endLine: end,
        onChar(letter: string, [x, y]: [number, number]) {
          if (letter.trim() === '') end();
          else word = word ? { ...word, text: word.text + letter } : { page, x, y, text: letter };
        },
      });
      end();
    }
    return rowsByColumns(items);
  },
  async tsv() {
    const output = execFileSync('pdftotext', ['-tsv', file, '-'], {
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'utf8',
    });
    const items = output.split('\n').flatMap((line): PlacedText[] => {
      const [level, page, , , , , x, y, , height, , text = ''] = line.split('\t');
      const number = Number(page);
      if (level !== '5' || number < first || number > last) return [];
      return [{ page: number, x: Number(x), y: Number(y) + Number(height), text }];
    });
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

/** Words of what stands together on a line: this tool gives many letters one by one. */
function joined(pieces: readonly (PlacedText & { readonly right: number })[]): PlacedText[] {
  const words: PlacedText[] = [];
  let right = -Infinity;
  let line = -Infinity;
  for (const piece of pieces) {
    const word = words.at(-1);
    const goesOn = piece.y === line && Math.abs(piece.x - right) < TOUCHING;
    if (piece.text.trim() !== '') {
      if (word && goesOn) words[words.length - 1] = { ...word, text: word.text + piece.text };
      else words.push(piece);
    }
    line = piece.y;
    right = piece.text.trim() === '' ? -Infinity : piece.right;
  }
  return words;
}

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

const read = JSON.stringify((await PEERS[peer]?.()) ?? []);
// Some of them keep the process alive; ended at once it would cut off what the pipe has not taken.
process.stdout.write(`${read}\n`, () => process.exit());
