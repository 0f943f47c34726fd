import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { countDamagedStreams } from './checksums.ts';
import { TALKATIVE } from './complaints.ts';
import { FaultError } from './fault.ts';
import { startReadingHalf } from './halves.ts';
import type { Fault } from './messages.ts';

/**
 * The parts of a browser that take a font to draw with. Nothing is drawn here; but without them pdf.js
 * draws letters itself, and for that makes an outline of each.
 */
class FontFace {
  readonly loaded = Promise.resolve();
}
Object.assign(globalThis, { FontFace });
const DRAWING_BOARD: object = { fonts: { add: () => {}, delete: () => {} } };

/**
 * Opens a document so that damage shows: pdf.js by default skips what it cannot read and gives the rest
 * as if it were all. Fonts, character maps and decoders come from the package, never from the machine,
 * so that the same file reads the same everywhere.
 *
 * Throws a FaultError: `encrypted-pdf`, `damaged-pdf`.
 */
export async function openDocument(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const altered = countDamagedStreams(bytes);
  if (altered > 0) throw new FaultError(changed(altered));
  const home = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  const opening = getDocument({
    data: bytes,
    worker: startReadingHalf(),
    stopAtErrors: true,
    useSystemFonts: false,
    disableFontFace: false,
    ownerDocument: DRAWING_BOARD as never,
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    wasmUrl: `${home}/wasm/`,
    iccUrl: `${home}/iccs/`,
    verbosity: TALKATIVE,
  });
  try {
    return await opening.promise;
  } catch (error) {
    throw new FaultError(isLocked(error) ? LOCKED : UNREADABLE, { cause: error });
  }
}

const LOCKED = {
  kind: 'encrypted-pdf',
  problem: 'the PDF can only be opened with a password',
} as const;
const UNREADABLE = {
  kind: 'damaged-pdf',
  problem: 'the PDF is damaged: its list of objects and pages cannot be read',
} as const;

function changed(streams: number): Fault {
  const parts = streams === 1 ? '1 part of it does' : `${streams} parts of it do`;
  return { kind: 'damaged-pdf', problem: `the PDF is damaged: ${parts} not match the checksum` };
}

/** Also for kinds of encryption that pdf.js does not know: it cannot be opened without a key either. */
function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'PasswordException' || /encrypt/i.test(error.message);
}
