import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { TALKATIVE } from './complaints.ts';

type Listener = (event: { readonly data: unknown }) => void;

/** What pdf.js wants of a port between two threads. */
interface Port {
  postMessage(message: unknown, transfer?: ArrayBuffer[] | null): void;
  addEventListener(
    name: string,
    listener: Listener,
    options?: { readonly signal?: AbortSignal } | null,
  ): void;
  removeEventListener(name: string, listener: Listener): void;
  terminate(): void;
}

/**
 * The half of pdf.js that reads, meant for a thread of its own, on the thread of the other half. This
 * process is there for it alone. By its own means pdf.js does the same, but copies all that one half
 * tells the other, letter by letter and operator by operator.
 */
export function startReadingHalf(): PDFWorker {
  const asking = new Set<Listener>();
  const reading = new Set<Listener>();
  // What is asked is little, but for the file, which changes hands.
  const toReading = port(asking, reading, (message, transfer) =>
    structuredClone(message, transfer ? { transfer } : undefined),
  );
  const toAsking = port(reading, asking, kept);
  (WorkerMessageHandler as { initializeFromPort(own: Port): void }).initializeFromPort(toAsking);
  return new PDFWorker({ port: toReading as unknown as null, verbosity: TALKATIVE });
}

/** As it is; but the lists of a part of a long answer are copied, for they are emptied and filled anew. */
function kept(message: unknown): unknown {
  const { chunk } = message as { readonly chunk?: Readonly<Record<string, unknown>> };
  if (typeof chunk !== 'object' || ArrayBuffer.isView(chunk)) return message;
  const copied = Object.entries(chunk).map(([key, value]) => [
    key,
    Array.isArray(value) ? [...(value as readonly unknown[])] : value,
  ]);
  return { ...(message as object), chunk: Object.fromEntries(copied) as unknown };
}

function port(
  own: Set<Listener>,
  others: Set<Listener>,
  pass: (message: unknown, transfer?: ArrayBuffer[] | null) => unknown,
): Port {
  return {
    postMessage(message, transfer) {
      const event = { data: pass(message, transfer) };
      queueMicrotask(() => {
        for (const listener of others) listener(event);
      });
    },
    addEventListener(_name, listener, options) {
      own.add(listener);
      options?.signal?.addEventListener('abort', () => own.delete(listener));
    },
    removeEventListener(_name, listener) {
      own.delete(listener);
    },
    terminate() {
      own.clear();
    },
  };
}
