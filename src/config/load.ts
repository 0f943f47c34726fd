import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failure } from '../failure/failure.ts';
import type { Config } from './config.ts';
import { parseConfig } from './parse.ts';
import type { ConfigOrigin } from './parse.ts';

export const CONFIG_FILE = 'begrotingswacht.config.json';

export interface LoadOptions {
  /** The file a user named; null for begrotingswacht.config.json in `folder`, which need not exist. */
  readonly file: string | null;
  /** Working folder that the file is looked up in. */
  readonly folder: string;
  readonly env: ConfigOrigin['env'];
}

/**
 * Reads the configuration file and parses it (see parseConfig). Throws a Failure `config` when a file
 * that the user named does not exist, or when it cannot be read or has mistakes.
 */
export async function loadConfig({ file, folder, env }: LoadOptions): Promise<Config> {
  const name = file ?? CONFIG_FILE;
  const path = resolve(folder, name);
  const text = await readText(path, name, file === null);
  return parseConfig(text, { file: name, env, folder: dirname(path) });
}

async function readText(path: string, name: string, optional: boolean): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && optional) return null;
    throw new Failure('config', {
      subject: name,
      problem: code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`,
      remedy: 'Check the path given with --config and its permissions',
      cause,
    });
  }
}
