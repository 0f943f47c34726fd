import { extractPrint } from '../app/extract.ts';
import type { CheckPorts } from '../app/check.ts';
import { createArchive } from '../archive/archive.ts';
import { createFolder } from '../archive/folder.ts';
import { createLastCheckStore } from '../archive/last-check-store.ts';
import { createQuarantineStore } from '../archive/quarantine-store.ts';
import { createPrintStore } from '../archive/print-store.ts';
import type { StatedEdition } from '../edition/edition.ts';
import type { Config, Secrets } from '../config/config.ts';
import { createDigestFileChannel } from '../delivery/digest-file/channel.ts';
import { createOutboxChannel } from '../delivery/outbox/channel.ts';
import type { MarkupReader, Reader } from '../port/reader.ts';
import type { Source } from '../port/source.ts';
import type { Channel } from '../port/channel.ts';
import type { Context } from './context.ts';
import { createReaders } from './readers.ts';

/**
 * The one place where ports meet what stands behind them. What this run does not use of the network is
 * not loaded: it takes half of the memory of all code.
 * @param say where a person is told what is no failure, such as that a lock was taken over
 */
export async function portsFor(
  { config, secrets, clock }: Context,
  say: (text: string) => void = () => {},
): Promise<CheckPorts> {
  const reader = createReaders();
  const channel = await issueChannel(config, secrets);
  return {
    source: await sourceFor(config, reader),
    reader,
    archive: createArchive({
      folder: config.snapshots,
      also: [config.digests],
      git: 'auto',
      push: config.push,
      say,
    }),
    prints: createPrintStore({ folder: config.prints }),
    quarantine: createQuarantineStore({ folder: config.prints }),
    lastCheck: createLastCheckStore({ folder: config.prints }),
    studyChannels: [channel],
    periodicChannels: [channel, createDigestFileChannel(createFolder({ folder: config.digests }))],
    clock,
  };
}

/** GitHub when there is a token and a repository; else the same documents go to the outbox. */
async function issueChannel(config: Config, secrets: Secrets): Promise<Channel> {
  const { repository, apiUrl, secondsBetweenWrites } = config.github;
  if (secrets.githubToken === null || repository === null) {
    return createOutboxChannel(createFolder({ folder: config.outbox }));
  }
  const { createGitHubChannel } = await import('../delivery/github/channel.ts');
  return createGitHubChannel({
    repository,
    apiUrl,
    token: secrets.githubToken,
    secondsBetweenWrites,
    language: config.language,
  });
}

/** @param retry how long to wait before each further attempt, in milliseconds; left out: as the source does */
export async function sourceFor(
  config: Config,
  reader: Reader & MarkupReader,
  retry: { readonly delays?: readonly number[] } = {},
): Promise<Source> {
  const { folder, sru, hosts, requestsPerSecond } = config.source;
  if (folder === null) {
    const { createSruSource } = await import('../source/sru/source.ts');
    return createSruSource({ endpoint: sru, hosts, requestsPerSecond, ...retry });
  }
  const { createFolderSource } = await import('../source/folder/source.ts');
  const identify = async (bytes: Uint8Array, name: string): Promise<StatedEdition> =>
    (await extractPrint(reader, bytes, name)).edition;
  return createFolderSource({ folder, identify });
}
