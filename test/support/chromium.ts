import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './folders.ts';

/** null where there is none: tests that need it then skip. */
export const CHROMIUM =
  ['chromium', 'chromium-browser', 'google-chrome'].find(
    (name) => spawnSync(name, ['--version']).status === 0,
  ) ?? null;

/** The document as it stands in a browser after its own script has run. */
export async function inBrowser(file: string, fragment = ''): Promise<string> {
  if (CHROMIUM === null) throw new Error('there is no Chromium on this machine');
  const { stdout } = await promisify(execFile)(
    CHROMIUM,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${join(temporaryFolder(), 'profile')}`,
      '--dump-dom',
      `${pathToFileURL(file).href}${fragment}`,
    ],
    { maxBuffer: 1e8 },
  );
  return stdout;
}
