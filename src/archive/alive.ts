import { errorCode } from './faults.ts';

/** Whether a process with that number runs on this machine, be it ours or somebody else's. */
export function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
