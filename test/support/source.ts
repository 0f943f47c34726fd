import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { requireEditionId } from '../../src/edition/edition.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { paperNumber, vergaderjaar, expectedOn } from '../../src/edition/calendar.ts';
import type { Paper } from '../../src/demo/standin/paper.ts';
import { startStandin } from '../../src/demo/standin/server.ts';
import type { Standin, StandinOptions } from '../../src/demo/standin/server.ts';
import type { Source } from '../../src/port/source.ts';
import { createSruSource } from '../../src/source/sru/source.ts';
import type { SruSourceOptions } from '../../src/source/sru/source.ts';
import type { Clock } from '../../src/source/web/clock.ts';

/** A clock that jumps where others wait. */
export interface JumpingClock extends Clock {
  /** Milliseconds of each wait so far. */
  readonly waits: readonly number[];
}

export function jumpingClock(start = 0): JumpingClock {
  const waits: number[] = [];
  let now = start;
  return {
    waits,
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
}

/** A file that passes for a whole PDF and is recognised by its text. */
export function pdfBytes(text: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n% ${text}\n${'x'.repeat(4000)}\n%%EOF\n`);
}

const DOSSIERS: Readonly<Record<string, string>> = {
  'XV/2021-jaarverslag': '36100',
  'XV/2023-begroting': '36200',
  'XV/2022-jaarverslag': '36360',
  'XV/2024-begroting': '36410',
  'XV/2023-jaarverslag': '36560',
  'XV/2025-begroting': '36600',
};

/** The paper of an edition of chapter XV (SZW), as the official service would list it. */
export function paperOf(id: string, changes: Partial<Paper> = {}): Paper {
  const edition = requireEditionId(id);
  const { chapter, year, phase } = edition;
  const dossier = DOSSIERS[id] ?? '36999';
  const number = paperNumber(phase);
  const report = phase === 'jaarverslag';
  const day = expectedOn(edition);
  return {
    publication: `kst-${dossier}-${chapter}-${number}`,
    dossier,
    chapter,
    number,
    dossierTitle: report
      ? `Jaarverslag en slotwet Ministerie van Sociale Zaken en Werkgelegenheid ${year}`
      : `Vaststelling van de begrotingsstaten van het Ministerie van Sociale Zaken en Werkgelegenheid (${chapter}) voor het jaar ${year}`,
    documentTitle: report ? 'Jaarverslag' : 'Memorie van toelichting',
    subrubriek: report ? 'Jaarverslag' : 'Memorie van toelichting',
    vergaderjaar: vergaderjaar(edition),
    published: day,
    modified: day,
    read: async () => pdfBytes(id),
    ...changes,
  };
}

/** The edition as it is wanted before anything is known of it, or with its dossier. */
export function wanted(id: string, known: 'unknown' | 'known' = 'unknown'): Edition {
  const edition = requireEditionId(id);
  const number = paperNumber(edition.phase);
  return { ...edition, number, dossier: known === 'known' ? (DOSSIERS[id] ?? null) : null };
}

/** A stand-in that is closed when the test is over; late enough that every sample paper is there. */
export async function standinOf(
  papers: readonly Paper[],
  options: Partial<StandinOptions> = {},
): Promise<Standin> {
  const standin = await startStandin({ papers, now: new Date('2026-11-24'), ...options });
  onTestFinished(async () => standin.close());
  return standin;
}

/** A source that asks the stand-in, retries and all, without ever waiting. */
export function sourceOf(
  standin: Pick<Standin, 'sru'>,
  options: Partial<SruSourceOptions> = {},
): Source {
  return createSruSource({
    endpoint: standin.sru,
    hosts: ['127.0.0.1'],
    requestsPerSecond: 1000,
    clock: jumpingClock(),
    ...options,
  });
}

/** Starts a server on a free port until the test is over; gives its address without slash. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that passes the stand-in's answers on with another text in them. */
export async function rewriting(
  standin: Standin,
  rewrite: (answer: string) => string,
): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(`${standin.url}${request.url}`);
      response.end(rewrite(await answer.text()));
    })();
  });
  return listening(server);
}
