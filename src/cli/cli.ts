import type { Output } from './output.ts';

/** What a verb gets from the outside and what it may report back. */
export interface Cli {
  readonly output: Output;
  readonly env: NodeJS.ProcessEnv;
  /** Sets the exit code of the process; the last call counts. */
  exit(code: number): void;
}
