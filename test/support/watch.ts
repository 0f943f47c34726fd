import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { check } from '../../src/app/check.ts';
import type { Summary } from '../../src/app/summary.ts';
import { portsFor } from '../../src/cli/ports.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { bundledPapers } from '../../src/demo/bundled.ts';
import type { BundledPaper } from '../../src/demo/bundled.ts';
import type { Paper } from '../../src/demo/standin/paper.ts';
import { startStandin } from '../../src/demo/standin/server.ts';
import type { Standin } from '../../src/demo/standin/server.ts';
import { temporaryFolder } from './folders.ts';
import { readInProcess } from './in-process.ts';

export interface WatchedFolder {
  readonly folder: string;
  readonly standin: Standin;
  /** One whole check as of this instant. */
  readonly check: (now: string) => Promise<Summary>;
}

export interface WatchOptions {
  readonly github?: { readonly url: string; readonly token: string; readonly repository: string };
  readonly maxIssuesPerRun?: number;
  /** The papers of the source, made from the bundled ones. */
  readonly papers?: (bundled: readonly BundledPaper[]) => readonly Paper[];
}

/** The bundled editions behind the stand-in source, and a folder that is checked as time goes on. */
export async function watchedFolder({
  github,
  maxIssuesPerRun = 20,
  papers = (bundled) => bundled,
}: WatchOptions = {}): Promise<WatchedFolder> {
  const folder = temporaryFolder();
  const standin = await startStandin({ papers: papers(await bundledPapers()), now: new Date(0) });
  onTestFinished(async () => standin.close());
  const written = {
    source: { sru: standin.sru, hosts: ['127.0.0.1'], requestsPerSecond: 1000 },
    github: {
      ...(github && { repository: github.repository, apiUrl: github.url }),
      maxIssuesPerRun,
      secondsBetweenWrites: 0,
    },
  };
  const parsed = parseConfig(JSON.stringify(written), { file: 'test', env: {}, folder });
  return {
    folder,
    standin,
    async check(now) {
      standin.setNow(new Date(now));
      const secrets = { githubToken: github?.token ?? null };
      const ports = await portsFor({ config: parsed, secrets, clock: () => new Date(now) });
      const reader = { ...ports.reader, read: readInProcess };
      const { maxIssuesPerRun: issueCap } = parsed.github;
      const options = {
        chapters: ['XV'],
        since: 2021,
        issueCap,
        warning: null,
        language: 'nl',
      } as const;
      return check(options, { ...ports, reader });
    },
  };
}

/** The morning after each bundled edition appeared. */
export const MORNINGS = {
  'XV/2021-jaarverslag': '2022-05-19T04:17:00Z',
  'XV/2023-begroting': '2022-09-21T04:17:00Z',
  'XV/2022-jaarverslag': '2023-05-18T04:17:00Z',
  'XV/2024-begroting': '2023-09-20T04:17:00Z',
  'XV/2023-jaarverslag': '2024-05-16T04:17:00Z',
} as const;

/** The path of a snapshot below a watched folder. */
export function snapshotFile(folder: string, edition: string): string {
  return join(folder, 'snapshots', `${edition}.json`);
}
