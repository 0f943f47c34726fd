import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Part } from './bench.ts';

const run = promisify(execFile);
const DIGESTS = fileURLToPath(new URL('determinism/digests.ts', import.meta.url));
const FOLDERS = ['../fixtures/', '../fixtures/layouts/kept/'].map((it) =>
  fileURLToPath(new URL(it, import.meta.url)),
);
/** The oldest that the project runs on, the one it brings, and the newest. */
const VERSIONS = ['22.19.0', '24', '26'] as const;
const RUNS = 3;

export const determinism: Part = {
  title: 'the same bytes from run to run and from one Node to the next',
  async run() {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.(?:pdf|xml)$/.test(name))
        .map((name) => join(folder, name)),
    );
    const folder = mkdtempSync(join(tmpdir(), 'begrotingswacht-nodes-'));
    try {
      const seen = new Map<string, Set<string>>();
      const versions: string[] = [];
      for (const version of VERSIONS) {
        const node = await installNode(version, folder);
        versions.push(await versionOf(node));
        for (let turn = 0; turn < RUNS; turn += 1) {
          console.error(`Node ${version}, run ${turn + 1}`);
          for (const [file, digest] of await digestsBy(node, files))
            seen.set(file, (seen.get(file) ?? new Set()).add(digest));
        }
      }
      return describe(seen, versions);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Path of the Node of that version, installed for the bench alone. */
async function installNode(version: string, folder: string): Promise<string> {
  const own = mkdtempSync(join(folder, 'node-'));
  writeFileSync(join(own, 'package.json'), '{"allowScripts":{"node":true}}');
  const args = ['install', '--no-audit', '--no-fund', `node@${version}`];
  await run('npm', args, { cwd: own });
  return join(own, 'node_modules', '.bin', 'node');
}

async function versionOf(node: string): Promise<string> {
  return (await run(node, ['--version'])).stdout.trim();
}

async function digestsBy(node: string, files: readonly string[]): Promise<[string, string][]> {
  const { stdout } = await run(node, [DIGESTS, ...files], { maxBuffer: 1 << 26 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => [line.slice(65), line.slice(0, 64)]);
}

function describe(
  seen: ReadonlyMap<string, ReadonlySet<string>>,
  versions: readonly string[],
): string {
  const differing = [...seen].filter(([, digests]) => digests.size > 1).map(([file]) => file);
  const same = seen.size - differing.length;
  const names = differing.map((file) => `- \`${file.slice(file.lastIndexOf('/') + 1)}\``);
  return [
    `${same} of ${seen.size} example files give the same JSON, byte for byte, in ${RUNS} runs on each of Node ${versions.join(', ')}.`,
    ...(names.length > 0 ? [`Not the same:\n\n${names.join('\n')}`] : []),
  ].join('\n\n');
}
