import { Failure } from '../failure/failure.ts';

/** Readers accept bytes before the header, as long as it begins within the first kilobyte (ISO 32000-1, appendix H.3.4.1). */
const HEADER_WITHIN = 1024;
/** Some producers pad the file; Acrobat looks for the end mark in the last kilobyte, we in the last two. */
const END_WITHIN = 2048;

/**
 * Checks from its first and last bytes that a download is a whole PDF, before anything parses it.
 * `name` is the file or URL as the user would name it.
 *
 * Throws a Failure: `html-instead-of-pdf` when a web page came instead (a server's error or consent
 * page), `not-a-pdf` when there is no `%PDF-` header, `truncated-pdf` when there is no `%%EOF` mark
 * near the end.
 */
export function checkPrintBytes(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) {
    throw new Failure('not-a-pdf', {
      subject: name,
      problem: 'the file is empty',
      remedy: 'Download it again from officielebekendmakingen.nl',
    });
  }
  const head = latin1(bytes.subarray(0, HEADER_WITHIN));
  if (!head.includes('%PDF-')) {
    throw looksLikeHtml(head) ? htmlInstead(name) : notAPdf(name);
  }
  if (!latin1(bytes.subarray(-END_WITHIN)).includes('%%EOF')) {
    throw new Failure('truncated-pdf', {
      subject: name,
      problem: `the PDF stops after ${bytes.length} bytes without its end mark %%EOF, so its last part is missing`,
      remedy: 'Download it again from officielebekendmakingen.nl',
    });
  }
}

/** Whether bytes are XML by their first characters, and not a web page; whether it is sound is for its reader. */
export function isXml(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, HEADER_WITHIN)).replaceAll('\0', '');
  return (
    /^(?:ï»¿|ÿþ|þÿ)?\s*<(?:[?!\p{L}_])/u.test(head) &&
    !/<(?:!doctype\s+html|html|head|body|script)\b/iu.test(head)
  );
}

function looksLikeHtml(head: string): boolean {
  return /<(?:!doctype\s+html|html|head|body|title|meta|script)\b/i.test(head);
}

function htmlInstead(name: string): Failure {
  return new Failure('html-instead-of-pdf', {
    subject: name,
    problem: 'this is a web page and not a PDF; the server probably showed an error or a notice',
    remedy: 'Open the address in a browser to see what it says, then download the PDF itself',
  });
}

function notAPdf(name: string): Failure {
  return new Failure('not-a-pdf', {
    subject: name,
    problem: 'this is not a PDF: it does not begin with %PDF-',
    remedy: 'Give the PDF of a budget paper, as officielebekendmakingen.nl offers it',
  });
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
