import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { debuglog } from 'node:util';

/** NODE_DEBUG=begrotingswacht-pdf shows what pdf.js warns about, on stderr. */
const debug = debuglog('begrotingswacht-pdf');

/**
 * Starts the process that reads (child.ts). It may read files, which it needs for fonts, and do nothing
 * else: no writing, no programs, no native add-ons (loading the canvas one would triple the time to
 * start), no tokens in its environment. Until it is used it does not keep this process up, and it ends
 * with it.
 */
export function startChild(megabytes: number): ChildProcess {
  const module = import.meta.url.endsWith('.ts') ? './child.ts' : './child.js';
  const windows = process.env['SystemRoot'];
  const child = fork(
    new URL(module, import.meta.url),
    [String(megabytes), ...(debug.enabled ? ['debug'] : [])],
    {
      execPath: process.execPath,
      execArgv: [
        `--max-old-space-size=${megabytes}`,
        ...LEAN,
        ...BRIEF,
        '--permission',
        '--allow-fs-read=*',
        '--allow-worker',
      ],
      serialization: 'advanced',
      stdio: ['pipe', 'ignore', debug.enabled ? 'inherit' : 'ignore', 'ipc'],
      env: { ...GIVE_BACK, ...(windows === undefined ? {} : { SystemRoot: windows }) },
    },
  );
  child.unref();
  child.channel?.unref();
  return child;
}

/**
 * Most of what a page takes is garbage as soon as it is read, and V8 lets several times of what is in use
 * pile up before it clears: 230 MB on an edition of 297 pages. Made to clear sooner the process takes half
 * as much; made to clear sooner still, it spends a quarter of its time on it.
 */
const LEAN = [
  '--min-semi-space-size=4',
  '--max-semi-space-size=4',
  '--initial-old-space-size=40',
  '--heap-growing-percent=100',
];

/**
 * The process lives for a second or two, and the code that V8 would optimise in the background, beside it,
 * would be ready too late: it took a tenth of all its work. A file of which all pages are searched is read
 * as fast without.
 */
const BRIEF = ['--no-opt', '--no-concurrent-recompilation'];

/** For the memory outside V8, where glibc hands it out: one store for all threads, and what is free goes back. */
const GIVE_BACK = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' };
