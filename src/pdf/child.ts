// First of all: it must be in place before pdf.js is loaded.
import './no-network.ts';
import { Worker } from 'node:worker_threads';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { listenToConsole } from './complaints.ts';
import { FaultError } from './fault.ts';
import type { Answers, Fault, Question, Reply, Request } from './messages.ts';
import { openDocument } from './open.ts';
import { readOutline } from './outline.ts';
import { createPages } from './pages.ts';
import type { Pages } from './pages.ts';
import { createTurns } from './turns.ts';

// The process that reads one PDF: bytes on stdin, questions and answers over IPC, one after the other.
// Arguments: most megabytes of memory, and "debug" when stderr is shown.

const [megabytes = '1024', debug] = process.argv.slice(2);
const source = import.meta.url.endsWith('.ts') ? './watchdog.ts' : './watchdog.js';
new Worker(new URL(source, import.meta.url), {
  workerData: { parent: process.ppid, megabytes: Number(megabytes) },
  resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 },
}).unref();

process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of the terminal; when to stop is for the parent to say.
process.on('SIGINT', () => {});

const complaints = listenToConsole((message) => show(message));
let opened: { readonly document: PDFDocumentProxy; readonly pages: Pages } | null = null;
let labels: readonly string[] | null | undefined;
const inTurn = createTurns();

process.on('message', (request: Request) => {
  void inTurn(async () => {
    const reply = await replyTo(request);
    process.send?.(reply);
  });
});

async function replyTo({ id, question }: Request): Promise<Reply> {
  try {
    return { id, answer: await answer(question) };
  } catch (error) {
    show(describe(error));
    return { id, fault: error instanceof FaultError ? error.fault : faultAt(question) };
  }
}

async function answer(question: Question): Promise<Answers[keyof Answers]> {
  if (question.about === 'document') return open(question);
  if (opened === null) throw new Error('the document is not open');
  const { document, pages } = opened;
  if (question.about === 'outline') return readOutline(document);
  if (question.about === 'text') return pages.text(question.page);
  if (question.about === 'letters') return pages.check();
  return pages.page(question.page, await labelOf(document, question.page));
}

async function open({
  byteLength,
  mostPages,
}: Extract<Question, { about: 'document' }>): Promise<Answers['document']> {
  const document = await openDocument(await inputOf(byteLength));
  if (document.numPages > mostPages) {
    throw new FaultError({
      kind: 'limit-exceeded',
      problem: `it has ${document.numPages} pages, more than the ${mostPages} that are read`,
    });
  }
  // Typed as an object, sent as a Map.
  const marks: unknown = await document.getMarkInfo();
  const tagged = marks instanceof Map && marks.get('Marked') === true;
  opened = { document, pages: createPages(document, complaints) };
  return { pageCount: document.numPages, tagged, repaired: complaints.repaired };
}

/** Not as a Buffer, which pdf.js refuses; and once only, where reading all of a stream takes three times as much. */
async function inputOf(byteLength: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(byteLength);
  let filled = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return bytes;
}

async function labelOf(document: PDFDocumentProxy, number: number): Promise<string | null> {
  labels ??= await document.getPageLabels().catch(() => null);
  return labels?.[number - 1] ?? null;
}

function faultAt(question: Question): Fault {
  const place =
    'page' in question
      ? `page ${question.page}`
      : question.about === 'outline'
        ? 'the outline'
        : 'it';
  return { kind: 'damaged-pdf', problem: `${place} cannot be read` };
}

function show(message: string): void {
  if (debug !== undefined) process.stderr.write(`${message}\n`);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? '' : `\n  because ${describe(error.cause)}`}`;
}
