// First of all: it must be in place before pdf.js is loaded.
import './no-network.ts';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { listenToConsole } from './complaints.ts';
import { FaultError } from './fault.ts';
import type { Answers, Fault, Question, Reply, Request } from './messages.ts';
import { openDocument } from './open.ts';
import { readOutline } from './outline.ts';
import { readPage } from './read-page.ts';
import { createTexts } from './text.ts';
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
const texts = createTexts(complaints);
let opened: PDFDocumentProxy | null = null;
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
  if (question.about === 'document') return open(question.mostPages);
  if (opened === null) throw new Error('the document is not open');
  const document = opened;
  if (question.about === 'outline') return readOutline(document);
  if (question.about === 'text')
    return withPage(document, question.page, (page) => texts.lines(page));
  const label = await labelOf(document, question.page);
  return withPage(document, question.page, (page) => readPage(document, page, label, texts));
}

async function open(mostPages: number): Promise<Answers['document']> {
  // Not as a Buffer, which pdf.js refuses; and not as a copy.
  const file = await buffer(process.stdin);
  opened = await openDocument(new Uint8Array(file.buffer, file.byteOffset, file.length));
  if (opened.numPages > mostPages) {
    throw new FaultError({
      kind: 'limit-exceeded',
      problem: `it has ${opened.numPages} pages, more than the ${mostPages} that are read`,
    });
  }
  // Typed as an object, sent as a Map.
  const marks: unknown = await opened.getMarkInfo();
  const tagged = marks instanceof Map && marks.get('Marked') === true;
  return { pageCount: opened.numPages, tagged, repaired: complaints.repaired };
}

async function withPage<Result>(
  document: PDFDocumentProxy,
  number: number,
  use: (page: PDFPageProxy) => Promise<Result>,
): Promise<Result> {
  const page = await document.getPage(number);
  try {
    return await use(page);
  } catch (error) {
    // A damaged font tells only when it is loaded: the next page that uses it must load it again.
    page.cleanup();
    await document.cleanup();
    throw error;
  } finally {
    page.cleanup();
  }
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
