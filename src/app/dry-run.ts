import { createHash } from 'node:crypto';
import type { Archive, PrintStore } from '../port/archive.ts';
import type { PeriodicChannel, Receipt, StudyChannel } from '../port/channel.ts';
import type { LastCheckStore } from '../port/last-check.ts';
import type { QuarantineStore } from '../port/quarantine.ts';
import type { PeriodicDocument, StudyDocument } from '../report/document.ts';

/** What the channels would be sent. */
export interface Plan {
  readonly studies: readonly ({ readonly channel: string } & StudyDocument)[];
  readonly periodic: readonly ({ readonly channel: string } & PeriodicDocument)[];
}

interface Ports {
  readonly archive: Archive;
  readonly prints: PrintStore;
  readonly quarantine: QuarantineStore;
  readonly lastCheck: LastCheckStore;
  readonly studyChannels: readonly StudyChannel[];
  readonly periodicChannels: readonly PeriodicChannel[];
}

/**
 * The same ports, but nothing is written and nothing is sent: what would be written stays in memory, so
 * that a pass runs on it as it would on the files, and the documents end in the plan.
 */
export function dryRun<Given extends Ports>(ports: Given): { readonly ports: Given; plan(): Plan } {
  const studies: Plan['studies'][number][] = [];
  const periodic: Plan['periodic'][number][] = [];
  const studyChannels = ports.studyChannels.map(({ name }): StudyChannel => ({
    name,
    async deliverStudies(documents, cap) {
      const within = documents.slice(0, cap);
      studies.push(...within.map((document) => ({ channel: name, ...document })));
      const told = within.flatMap(({ news }) => news.map(({ event }) => event));
      const left = documents.slice(cap).reduce((sum, { news }) => sum + news.length, 0);
      return receipt(name, told, within.length, left);
    },
  }));
  const periodicChannels = ports.periodicChannels.map(({ name }): PeriodicChannel => ({
    name,
    async deliverPeriodic(document) {
      periodic.push({ channel: name, ...document });
      return receipt(name, [document.name], 1, 0);
    },
  }));
  const prints: PrintStore = {
    ...ports.prints,
    keep: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    async remember() {},
  };
  const lastCheck = { ...ports.lastCheck, async write() {} };
  const archive = withoutWriting(ports.archive);
  const quarantine = { ...ports.quarantine, async write() {}, async remove() {} };
  return {
    ports: { ...ports, archive, prints, quarantine, lastCheck, studyChannels, periodicChannels },
    plan: () => ({ studies, periodic }),
  };
}

function receipt(
  channel: string,
  told: readonly string[],
  created: number,
  queued: number,
): Receipt {
  return { channel, created, updated: 0, commented: 0, skipped: 0, queued, told, failures: [] };
}

function withoutWriting(archive: Archive): Archive {
  const written = new Map<string, string>();
  return {
    read: async (path) => written.get(path) ?? archive.read(path),
    async list(folder) {
      const below = [...written.keys()].filter((path) => path.startsWith(folder));
      return [...new Set([...(await archive.list(folder)), ...below])].sort();
    },
    uncommitted: async () => archive.uncommitted(),
    async requireWritable() {},
    claim: async () => ({ async release() {} }),
    async record(files) {
      for (const [path, text] of files) written.set(path, text);
    },
    commit: async () => false,
    push: async () => ({ rebased: false }),
    pushStanding: async () => archive.pushStanding(),
  };
}
