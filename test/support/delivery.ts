import { createGitHubChannel } from '../../src/delivery/github/channel.ts';
import type { GitHubOptions } from '../../src/delivery/github/channel.ts';
import type { Clock } from '../../src/delivery/github/pace.ts';
import type { Channel } from '../../src/port/channel.ts';
import type { PeriodicDocument, StudyDocument } from '../../src/report/document.ts';
import type { GitHubServer } from './github-server.ts';

export const REPOSITORY = 'kamer/onderzoek';
export const TOKEN = 'test-token';

/** A study with one news item for each event, whose issue stays open unless told otherwise. */
export function study(
  id: string,
  events: readonly string[],
  more: Partial<StudyDocument> = {},
): StudyDocument {
  return {
    study: id,
    chapter: 'XV',
    title: `SZW (XV) · Onderzoek ${id}`,
    body: `**Stand van ${id}**\n\nLopend`,
    labels: ['niet meer vermeld'],
    state: { open: true },
    news: events.map((event) => ({ event, body: `Bericht ${event}` })),
    ...more,
  };
}

export function studies(count: number): readonly StudyDocument[] {
  return Array.from({ length: count }, (_, index) => study(`s${index + 1}`, [`e${index + 1}`]));
}

export function digest(name = '2024-W20'): PeriodicDocument {
  return { kind: 'digest', name, title: `Week ${name}`, body: `# Week ${name}\n\n41 wijzigingen` };
}

/** Time that passes only by waiting for it. */
export function createTestClock(): Clock & { readonly waits: readonly number[] } {
  let time = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    async wait(milliseconds) {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
}

/** A channel as a new run has it, which knows of earlier runs only what the server keeps. */
export function channelTo(server: GitHubServer, more: Partial<GitHubOptions> = {}): Channel {
  return createGitHubChannel({
    repository: REPOSITORY,
    apiUrl: server.url,
    token: TOKEN,
    secondsBetweenWrites: 0,
    clock: createTestClock(),
    backOffSecond: 0.01,
    ...more,
  });
}
