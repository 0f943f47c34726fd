import PdfKit from 'pdfkit';
import { buffer } from 'node:stream/consumers';

export type Kit = PDFKit.PDFDocument;

/** A PDF as pdfkit makes it: Flate streams, standard fonts, tags when asked for. */
export async function kitPdf(
  options: PDFKit.PDFDocumentOptions,
  draw: (kit: Kit) => void,
): Promise<Uint8Array> {
  const kit = new PdfKit({ margin: 0, ...options });
  const bytes = buffer(kit);
  draw(kit);
  kit.end();
  return new Uint8Array(await bytes);
}

export interface RawPage {
  /** Operators. /F1 is Helvetica, /F2 Helvetica-Bold, /F3 Helvetica with the letters of `letters`. */
  readonly content: string | Uint8Array;
  /** Entries of the page, such as `/Rotate 90`. */
  readonly entries?: string;
  /** Entries of its resources, such as `/XObject << /X 40 0 R >>`. */
  readonly resources?: string;
  /** Entries of the content stream, such as its filter. */
  readonly stream?: string;
}

export interface RawPdf {
  readonly pages: readonly RawPage[];
  /** Objects by number, from 40 on. */
  readonly objects?: Readonly<Record<number, string | Uint8Array>>;
  readonly catalog?: string;
  /** What the codes 1, 2, … of /F3 stand for, in hexadecimal UTF-16. */
  readonly letters?: readonly string[];
}

const FIRST_PAGE = 100;

/** A PDF written by hand, for what no library writes. Page n is object 100 + 2n, its content the next one. */
export function rawPdf({ pages, objects = {}, catalog = '', letters = [] }: RawPdf): Uint8Array {
  const parts = new Map<number, Uint8Array>();
  function add(number: number, text: string | Uint8Array): void {
    parts.set(number, typeof text === 'string' ? latin1(text) : text);
  }
  const numbers = pages.map((_, index) => FIRST_PAGE + 2 * (index + 1));
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  add(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  add(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [number, name] of [
    [3, 'Helvetica'],
    [4, 'Helvetica-Bold'],
  ] as const) {
    add(number, font(name, '/Encoding /WinAnsiEncoding'));
  }
  add(5, font('Helvetica', '/Encoding /WinAnsiEncoding /ToUnicode 6 0 R'));
  add(6, stream('', toUnicode(letters)));
  for (const [index, page] of pages.entries()) {
    const number = numbers[index] ?? 0;
    const entries = page.entries ?? '';
    add(
      number,
      `<< /Type /Page /Parent 2 0 R ${entries.includes('/MediaBox') ? '' : '/MediaBox [0 0 600 800]'}
       ${entries} /Contents ${number + 1} 0 R
       /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> ${page.resources ?? ''} >> >>`,
    );
    add(number + 1, stream(page.stream ?? '', page.content));
  }
  for (const [number, object] of Object.entries(objects)) add(Number(number), object);
  return assemble(parts);
}

/** A stream object; `entries` stand in its dictionary. */
export function stream(entries: string, content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === 'string' ? latin1(content) : content;
  return join([
    latin1(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    latin1('\nendstream'),
  ]);
}

function font(name: string, entries: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} ${entries} >>`;
}

function toUnicode(letters: readonly string[]): string {
  const lines = letters.map((code, index) => `<${hex(index + 1)}> <${code}>`).join('\n');
  const ascii = Array.from({ length: 0x5f }, (_, index) => index + 0x20)
    .map((code) => `<${hex(code)}> <00${hex(code)}>`)
    .join('\n');
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Letters def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${letters.length} beginbfchar
${lines}
endbfchar
95 beginbfchar
${ascii}
endbfchar
endcmap end end`;
}

function assemble(parts: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = [latin1('%PDF-1.7\n')];
  let length = chunks[0]?.length ?? 0;
  const entries: string[] = [];
  for (const [number, body] of [...parts].sort(([a], [b]) => a - b)) {
    entries.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    const chunk = join([latin1(`${number} 0 obj\n`), body, latin1('\nendobj\n')]);
    chunks.push(chunk);
    length += chunk.length;
  }
  const size = Math.max(...parts.keys()) + 1;
  chunks.push(
    latin1(
      `xref\n0 1\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return join(chunks);
}

function hex(code: number): string {
  return code.toString(16).padStart(2, '0');
}

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks));
}
