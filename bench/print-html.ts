import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Prints a web page to a tagged PDF. Null where there is no Chromium. */
export async function printHtml(
  html: string,
  { outline }: { readonly outline: boolean },
): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'begrotingswacht-print-'));
  const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
  try {
    await writeFile(page, html);
    for (const name of NAMES) {
      const options = [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        ...(outline ? ['--generate-pdf-document-outline'] : []),
        `--print-to-pdf=${pdf}`,
        `file://${page}`,
      ];
      try {
        await run(name, options);
        return await readFile(pdf);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
