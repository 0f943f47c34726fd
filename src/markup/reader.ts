import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Failure } from '../failure/failure.ts';
import type { MarkupReader } from '../port/reader.ts';
import type { MarkupFault } from './fault.ts';
import type { Parsed } from './parse.ts';

export interface MarkupLimits {
  /** Size of the file. @default 64 MB; the XML of a whole budget paper has a few */
  readonly bytes: number;
  /** @default 60 */
  readonly seconds: number;
  /** Memory of the process for what it builds. @default 1024 */
  readonly megabytes: number;
}

const LIMITS: MarkupLimits = { bytes: 64_000_000, seconds: 60, megabytes: 1024 };

/** Parses XML in a process of its own, which is ended when it takes too long or too much. */
export function createMarkupReader(limits: Partial<MarkupLimits> = {}): MarkupReader {
  const { bytes: most, seconds, megabytes } = { ...LIMITS, ...limits };
  return {
    async readMarkup(bytes, name) {
      if (bytes.length > most) {
        throw tooMuch(name, `it has ${bytes.length} bytes, more than the ${most} that are read`);
      }
      const parsed = await parseApart(bytes, name, { seconds, megabytes });
      if ('root' in parsed) return parsed.root;
      throw toFailure(parsed.fault, name);
    },
  };
}

async function parseApart(
  bytes: Uint8Array,
  name: string,
  { seconds, megabytes }: Omit<MarkupLimits, 'bytes'>,
): Promise<Parsed> {
  const child = startChild(megabytes);
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Parsed>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(tooMuch(name, `reading it took more than ${seconds} seconds and was stopped`));
      }, seconds * 1000);
      child.once('message', (parsed) => resolve(parsed as Parsed));
      child.once('error', (cause) => {
        reject(
          tooMuch(name, `the process that reads it could not be started (${cause.message})`, cause),
        );
      });
      child.once('exit', (code, signal) => {
        const problem = `the process that read it stopped (${signal ?? code}), most likely for more than ${megabytes} MB of memory`;
        reject(tooMuch(name, problem));
      });
      // Broken when the process ends before it has read everything: its end tells why.
      child.stdin?.on('error', () => {});
      child.stdin?.end(bytes);
    });
  } finally {
    clearTimeout(timer);
    kill();
    await gone;
    process.removeListener('exit', kill);
  }
}

/** It may read its own modules, and do nothing else; no tokens in its environment. */
function startChild(megabytes: number): ChildProcess {
  const module = import.meta.url.endsWith('.ts') ? './child.ts' : './child.js';
  const windows = process.env['SystemRoot'];
  return fork(new URL(module, import.meta.url), [], {
    execPath: process.execPath,
    execArgv: [`--max-old-space-size=${megabytes}`, '--permission', '--allow-fs-read=*'],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    env: windows === undefined ? {} : { SystemRoot: windows },
  });
}

function tooMuch(name: string, problem: string, cause?: Error): Failure {
  return new Failure('limit-exceeded', {
    subject: name,
    problem,
    remedy: 'Open it in a browser to see whether it is in order; if so, report it as a fault',
    cause,
  });
}

function toFailure(fault: MarkupFault, name: string): Failure {
  if (fault.kind === 'depth') {
    return tooMuch(name, `its elements stand more than ${fault.limit} deep`);
  }
  if (fault.kind === 'html') {
    return new Failure('html-instead-of-pdf', {
      subject: name,
      problem: 'this is a web page and neither a PDF nor the XML of a paper',
      remedy:
        'Open the address in a browser to see what it says, then download the PDF or XML itself',
    });
  }
  return new Failure('damaged-xml', {
    subject: name,
    problem: damage(fault),
    remedy: 'Download it again from officielebekendmakingen.nl, or read the PDF',
  });
}

function damage(fault: Exclude<MarkupFault, { kind: 'html' | 'depth' }>): string {
  if (fault.kind === 'encoding') return 'its bytes are not of the encoding that it states';
  if (fault.kind === 'entities') {
    return 'it declares entities of its own, which no official paper does';
  }
  return `it is no well-formed XML (${fault.where})`;
}
