import type { ChildProcess } from 'node:child_process';
import { Failure } from '../failure/failure.ts';
import type { Answers, Fault, Question, Reply, Request } from './messages.ts';
import { residentMegabytes } from './resident-memory.ts';
import type { ReaderLimits } from './reader.ts';

/** A process that reads one PDF. */
export interface ReadingProcess {
  /** Throws a Failure, at once when the process has already failed. */
  ask<About extends Question['about']>(
    question: Extract<Question, { about: About }>,
  ): Promise<Answers[About]>;
  /** Ends the process, whatever it is doing, and waits until it is gone. */
  end(): Promise<void>;
}

interface Waiting {
  resolve(answer: Answers[keyof Answers]): void;
  reject(failure: Failure): void;
}

const LOOK_EVERY = 50;

/** Sets a process to read these bytes. It is held to its limits of time and memory while it is asked something. */
export function startReading(
  child: ChildProcess,
  bytes: Uint8Array,
  name: string,
  limits: Pick<ReaderLimits, 'seconds' | 'megabytes'>,
): ReadingProcess {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let failure: Failure | null = null;
  let millisecondsLeft = limits.seconds * 1000;
  let askedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let look: NodeJS.Timeout | undefined;

  child.ref();
  child.channel?.ref();
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  function kill(): void {
    child.kill('SIGKILL');
  }
  process.once('exit', kill);

  function pause(): void {
    clearTimeout(timer);
    clearInterval(look);
    millisecondsLeft -= performance.now() - askedAt;
  }
  function resume(): void {
    askedAt = performance.now();
    timer = setTimeout(endInTime, Math.max(0, millisecondsLeft));
    look = setInterval(checkMemory, LOOK_EVERY);
  }
  /** This process may have been busy: what came meanwhile is heard before the time is up. */
  function endInTime(): void {
    const due = timer;
    setImmediate(() => {
      if (waiting.size > 0 && timer === due) fail(outOfTime(name, limits.seconds));
    });
  }
  function checkMemory(): void {
    const megabytes = child.pid === undefined ? null : residentMegabytes(child.pid);
    if (megabytes !== null && megabytes > limits.megabytes)
      fail(outOfMemory(name, limits.megabytes));
  }
  function fail(reason: Failure): void {
    if (failure !== null) return;
    failure = reason;
    if (waiting.size > 0) pause();
    for (const asked of waiting.values()) asked.reject(reason);
    waiting.clear();
    kill();
  }
  function settle(reply: Reply): void {
    const asked = waiting.get(reply.id);
    if (asked === undefined) return;
    waiting.delete(reply.id);
    if (waiting.size === 0) pause();
    if ('answer' in reply) asked.resolve(reply.answer);
    else asked.reject(toFailure(reply.fault, name));
  }

  child.on('message', (reply) => settle(reply as Reply));
  child.once('error', (error) => fail(notStarted(name, error)));
  child.once('exit', (code, signal) => fail(stopped(name, limits.megabytes, code, signal)));
  // Broken when the process ends before it has read everything: its end tells why.
  child.stdin?.on('error', () => {});
  child.stdin?.end(bytes);

  return {
    ask(question) {
      if (failure !== null) return Promise.reject(failure);
      const request: Request = { id: ++lastId, question };
      if (waiting.size === 0) resume();
      return new Promise((resolve, reject) => {
        // The process answers each question about its own subject: see child.ts.
        waiting.set(request.id, { resolve: resolve as Waiting['resolve'], reject });
        // Fails only for a process that is ending: its end rejects what waits.
        child.send(request, () => {});
      });
    },
    async end() {
      kill();
      await gone;
      process.removeListener('exit', kill);
    },
  };
}

function outOfTime(name: string, seconds: number): Failure {
  return new Failure('limit-exceeded', {
    subject: name,
    problem: `reading it took more than ${seconds} seconds and was stopped`,
    remedy: 'Open it in a PDF viewer to see whether it is in order; if so, report it as a fault',
  });
}

function outOfMemory(name: string, megabytes: number, cause?: Error): Failure {
  return new Failure('limit-exceeded', {
    subject: name,
    problem: `reading it took more than ${megabytes} MB of memory and was stopped`,
    remedy: 'Open it in a PDF viewer to see whether it is in order; if so, report it as a fault',
    cause,
  });
}

function notStarted(name: string, cause: Error): Failure {
  return new Failure('limit-exceeded', {
    subject: name,
    problem: `the process that reads it could not be started (${cause.message})`,
    remedy: 'See whether the machine has memory and processes to spare, then run it again',
    cause,
  });
}

/** Node aborts with SIGABRT (code 134 on Windows) when its heap is full; the system kills when memory runs out. */
function stopped(
  name: string,
  megabytes: number,
  code: number | null,
  signal: NodeJS.Signals | null,
): Failure {
  if (signal === 'SIGABRT' || code === 134) return outOfMemory(name, megabytes);
  if (signal !== null) {
    return new Failure('limit-exceeded', {
      subject: name,
      problem: `the process that reads it was ended from outside (${signal}), as happens when memory runs out`,
      remedy: 'See whether the machine has memory to spare, then run it again',
    });
  }
  return new Failure('damaged-pdf', {
    subject: name,
    problem: `the process that reads it stopped with code ${code}`,
    remedy: REMEDIES['damaged-pdf'],
  });
}

const REMEDIES: Readonly<Record<Fault['kind'], string>> = {
  'encrypted-pdf': 'Ask the publisher for a version without password',
  'damaged-pdf':
    'Download it again from officielebekendmakingen.nl; if that does not help, report it to the publisher',
  'text-lost':
    'Download it again from officielebekendmakingen.nl; if that does not help, report it as a fault with the file',
  'limit-exceeded': 'Give the paper itself and not a bundle of papers',
};

function toFailure({ kind, problem }: Fault, name: string): Failure {
  return new Failure(kind, { subject: name, problem, remedy: REMEDIES[kind] });
}
