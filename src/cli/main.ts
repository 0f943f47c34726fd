import { Command, CommanderError } from 'commander';
import { isFailure } from '../failure/failure.ts';
import type { Cli } from './cli.ts';
import { exitCode } from './exit-code.ts';
import { processOutput } from './output.ts';
import { packageVersion } from './package.ts';
import { compileBriefly, keepHeapSteady } from './engine.ts';

type AddVerb = (root: Command, cli: Cli) => void;

const VERSION: ReadonlySet<string> = new Set(['--version', '-V']);

/** In the order of the help. Each loads only what it needs: a verb is asked for as often as a run. */
const VERBS: Readonly<Record<string, () => Promise<AddVerb>>> = {
  check: async () => (await import('./verbs/check.ts')).addCheck,
  watch: async () => (await import('./verbs/watch.ts')).addWatch,
  extract: async () => (await import('./verbs/extract.ts')).addExtract,
  diff: async () => (await import('./verbs/diff.ts')).addDiff,
  digest: async () => (await import('./verbs/digest.ts')).addDigest,
  history: async () => (await import('./verbs/history.ts')).addHistory,
  explain: async () => (await import('./verbs/explain.ts')).addExplain,
  editions: async () => (await import('./verbs/editions.ts')).addEditions,
  reread: async () => (await import('./verbs/reread.ts')).addReread,
  verify: async () => (await import('./verbs/verify.ts')).addVerify,
  export: async () => (await import('./verbs/export.ts')).addExport,
  doctor: async () => (await import('./verbs/doctor.ts')).addDoctor,
  demo: async () => (await import('./verbs/demo.ts')).addDemo,
};

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
  if (argv.includes('extract')) compileBriefly();
  else keepHeapSteady();
  try {
    const root = await program(cli, argv);
    await root.parseAsync(argv);
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

async function program(cli: Cli, argv: readonly string[]): Promise<Command> {
  const root = new Command('begrotingswacht')
    .description(
      'Reads the evaluation annex of Dutch budgets and annual reports, and tells what changed.',
    )
    .version(packageVersion())
    .option('--config <file>', 'configuration file', undefined)
    .showHelpAfterError('(see --help)')
    .exitOverride();
  for (const load of verbsIn(argv)) {
    const add = await load();
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

/** Every verb whose name occurs, be it as the value of an option; all of them when none does, for help. */
function verbsIn(argv: readonly string[]): readonly (() => Promise<AddVerb>)[] {
  const all = Object.entries(VERBS);
  const named = all.filter(([verb]) => argv.includes(verb));
  if (argv.length === 3 && VERSION.has(argv[2] ?? '')) return [];
  return (named.length > 0 ? named : all).map(([, load]) => load);
}
