import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'begrotingswacht-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below the folder (without .git) with its bytes, to see that nothing was touched. */
export function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    files
      .map((file) => join(folder, file))
      .filter((file) => !relative(folder, file).startsWith('.git') && statSync(file).isFile())
      .map((file) => [relative(folder, file), readFileSync(file, 'latin1')]),
  );
}
