import { workerData } from 'node:worker_threads';

// A thread beside the one that reads, which may be busy in a single call for as long as a hostile file
// likes and then hears nothing. It ends the process when the parent is gone or memory runs out.

const { parent, megabytes } = workerData as {
  readonly parent: number;
  readonly megabytes: number;
};
const MEGABYTE = 1024 * 1024;
/** The parent measures too, where it can, and says so better: it goes first. */
const GRACE = 1.1;

setInterval(() => {
  if (!isAlive(parent) || process.memoryUsage.rss() > megabytes * GRACE * MEGABYTE) {
    process.kill(process.pid, 'SIGKILL');
  }
}, 50);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
