import { inflateSync } from 'node:zlib';

const KEYWORD = 'stream';
/** Dictionaries of streams are much shorter. */
const LONGEST_DICTIONARY = 4096;
const FLATE_FIRST = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/;
const IMAGE = /\/Subtype\s*\/Image\b/;
/** What unpacks to more is left to the limits of the reading itself. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The number of compressed streams in a PDF whose data do not agree with their own checksum. pdf.js
 * ignores the checksums, and most single altered bits then just read as other letters or another year.
 * Images are not checked, nor files that are encrypted, nor streams that merely end before their checksum.
 */
export function countDamagedStreams(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return 0;
  let damaged = 0;
  let at = file.indexOf(KEYWORD);
  while (at !== -1) {
    const start = startOfData(file, at);
    if (start === null) {
      at = file.indexOf(KEYWORD, at + KEYWORD.length);
      continue;
    }
    const end = file.indexOf('endstream', start);
    const data = file.subarray(start, end === -1 ? file.length : end);
    const dictionary = dictionaryBefore(file, at);
    if (FLATE_FIRST.test(dictionary) && !IMAGE.test(dictionary) && isDamaged(data)) damaged++;
    at = file.indexOf(KEYWORD, start + data.length + 'endstream'.length);
  }
  return damaged;
}

/** Where the data begin after the keyword at this place; null when it is part of another word. */
function startOfData(file: Buffer, at: number): number | null {
  let before = at - 1;
  while (before > 0 && isWhite(file[before])) before--;
  if (file[before] !== CLOSING || file[before - 1] !== CLOSING) return null;
  const next = at + KEYWORD.length;
  if (file[next] === NEWLINE) return next + 1;
  return file[next] === RETURN && file[next + 1] === NEWLINE ? next + 2 : null;
}

function dictionaryBefore(file: Buffer, at: number): string {
  const text = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
  return text.slice(text.lastIndexOf('obj') + 1);
}

function isDamaged(data: Buffer): boolean {
  try {
    inflateSync(data, { maxOutputLength: MOST_BYTES, chunkSize: 256 * 1024 });
    return false;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'Z_DATA_ERROR';
  }
}

const CLOSING = 0x3e;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

function isWhite(byte: number | undefined): boolean {
  return byte === 0x20 || byte === NEWLINE || byte === RETURN || byte === 0x09;
}
