import type { Command } from 'commander';
import type { Config, Secrets } from '../config/config.ts';
import { readSecrets } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { clockFrom } from './clock.ts';
import type { Cli } from './cli.ts';

/** What every verb that works on the stored editions starts from. */
export interface Context {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly clock: () => Date;
}

/** Reads the configuration named by --config, else begrotingswacht.config.json in the current folder, else defaults. */
export async function contextOf(command: Command, { env }: Cli): Promise<Context> {
  const { config: file = null } = command.optsWithGlobals<{ config?: string }>();
  const config = await loadConfig({ file, folder: process.cwd(), env });
  return { config, secrets: readSecrets(env), clock: clockFrom(env) };
}
