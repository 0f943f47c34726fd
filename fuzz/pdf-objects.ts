import { deflateSync, inflateSync } from 'node:zlib';

/** One indirect object of a PDF as it stands in the file, without “n 0 obj” and “endobj”. */
export interface PdfObject {
  readonly number: number;
  /** Its value; of a stream the dictionary. One byte is one character. */
  readonly value: string;
  /** Data of a stream as stored; null when it is none. */
  readonly data: Buffer | null;
}

/** The parts of a PDF with a classic cross-reference table. */
export interface PdfFile {
  readonly header: string;
  readonly objects: readonly PdfObject[];
  /** The dictionary of the trailer. */
  readonly trailer: string;
}

const OBJECT = /(?<number>\d+) 0 obj\b/g;

/**
 * Takes a file apart that pdfkit or Skia (Chromium) wrote: no object streams, one revision.
 * Throws when it holds no trailer: then mutating its objects would say nothing.
 */
export function parsePdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString('latin1');
  const trailer = /trailer\s*(?<dictionary><<[\s\S]*?>>)\s*startxref/.exec(text)?.groups?.[
    'dictionary'
  ];
  if (trailer === undefined) throw new Error('this PDF has no classic trailer');
  const objects: PdfObject[] = [];
  OBJECT.lastIndex = 0;
  for (let found = OBJECT.exec(text); found; found = OBJECT.exec(text)) {
    const start = found.index + found[0].length;
    const object = objectAt(text, start, Number(found.groups?.['number']));
    objects.push(object.object);
    OBJECT.lastIndex = object.end;
  }
  return { header: text.slice(0, text.indexOf('\n') + 1), objects, trailer };
}

function objectAt(
  text: string,
  start: number,
  number: number,
): { readonly object: PdfObject; readonly end: number } {
  const end = text.indexOf('endobj', start);
  const stream = /\bstream\r?\n/g;
  stream.lastIndex = start;
  const opening = stream.exec(text);
  if (opening === null || opening.index > end) {
    return { object: { number, value: text.slice(start, end).trim(), data: null }, end };
  }
  const value = text.slice(start, opening.index).trim();
  const from = opening.index + opening[0].length;
  const length = /\/Length (?<length>\d+)(?! \d+ R)/.exec(value)?.groups?.['length'];
  const to = length === undefined ? text.indexOf('endstream', from) : from + Number(length);
  const data = Buffer.from(text.slice(from, to), 'latin1');
  return { object: { number, value, data }, end: text.indexOf('endobj', to) };
}

/** Writes the parts as a PDF whose cross-reference table is right. */
export function writePdf({ header, objects, trailer }: PdfFile): Uint8Array {
  const parts: Buffer[] = [Buffer.from(header, 'latin1')];
  let length = parts[0]?.length ?? 0;
  const places = new Map<number, number>();
  function add(text: string | Buffer): void {
    const part = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
    parts.push(part);
    length += part.length;
  }
  for (const { number, value, data } of objects) {
    places.set(number, length);
    add(`${number} 0 obj\n${data ? withLength(value, data.length) : value}\n`);
    if (data) {
      add('stream\n');
      add(data);
      add('\nendstream\n');
    }
    add('endobj\n');
  }
  const start = length;
  const size = Math.max(0, ...places.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined
      ? '0000000000 65535 f \n'
      : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  add(`xref\n0 ${size}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

function withLength(dictionary: string, length: number): string {
  return dictionary.replace(/\/Length \d+(?: \d+ R)?/, `/Length ${length}`);
}

/** What a stream holds, unpacked when it is compressed; null when it cannot be unpacked. */
export function contentOf({ value, data }: PdfObject): string | null {
  if (data === null) return null;
  if (!value.includes('/Filter')) return data.toString('latin1');
  try {
    return value.includes('/FlateDecode') ? inflateSync(data).toString('latin1') : null;
  } catch {
    return null;
  }
}

/** The same stream with other content, packed again as it was. */
export function withContent(object: PdfObject, content: string): PdfObject {
  const plain = Buffer.from(content, 'latin1');
  return { ...object, data: object.value.includes('/Filter') ? deflateSync(plain) : plain };
}
