import { Command, CommanderError } from 'commander';
import { isFailure } from '../failure/failure.ts';
import type { Cli } from './cli.ts';
import { exitCode } from './exit-code.ts';
import { processOutput } from './output.ts';
import { packageVersion } from './package.ts';
import { addCheck } from './verbs/check.ts';
import { addDemo } from './verbs/demo.ts';
import { addDiff } from './verbs/diff.ts';
import { addDigest } from './verbs/digest.ts';
import { addDoctor } from './verbs/doctor.ts';
import { addExtract } from './verbs/extract.ts';
import { addWatch } from './verbs/watch.ts';

/**
 * Runs one verb and sets `process.exitCode` (contract: exit codes). Never throws for a Failure: its
 * one line goes to stderr. A mistake of our own ends with a stack trace and 70, so that no caller
 * takes it for a result.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const cli: Cli = {
    output: processOutput,
    env: process.env,
    exit: (code) => {
      process.exitCode = code;
    },
  };
  try {
    await program(cli).parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      cli.exit(error.exitCode === 0 ? 0 : 2);
    } else if (isFailure(error)) {
      cli.output.say(error.message);
      cli.exit(exitCode([error.kind]));
    } else {
      cli.output.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      cli.exit(70);
    }
  }
}

function program(cli: Cli): Command {
  const root = new Command('begrotingswacht')
    .description(
      'Reads the evaluation annex of Dutch budgets and annual reports, and tells what changed.',
    )
    .version(packageVersion())
    .option('--config <file>', 'configuration file', undefined)
    .showHelpAfterError('(see --help)')
    .exitOverride();
  for (const add of [addCheck, addWatch, addExtract, addDiff, addDigest, addDoctor, addDemo]) {
    add(root, cli);
  }
  root.addHelpText(
    'after',
    `
Data goes to stdout, logs and progress to stderr. BEGROTINGSWACHT_NOW (an ISO instant) replaces the clock.
Exit codes: 0 done · 1 part of the work failed, the rest was done and kept · 2 wrong usage or config, or
nothing can be stored · 3 an edition was quarantined · 4 a delivery failed and the next run retries it.`,
  );
  return root;
}
