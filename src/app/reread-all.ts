import type { Failure } from '../failure/failure.ts';
import type { PeriodicChannel, StudyChannel } from '../port/channel.ts';
import { handCommit } from './commits.ts';
import { deliver } from './deliver.ts';
import type { DeliveryOptions } from './deliver.ts';
import { recordDeliveries, share } from './publish.ts';
import { rereadHeld } from './reread.ts';
import type { RereadPorts } from './reread.ts';
import { loadState } from './state.ts';
import { upgradeFiles } from './upgrade-files.ts';
import { summaryError } from './summary.ts';
import type { DeliveryCounts, Reread, SummaryError } from './summary.ts';

export interface RereadAllPorts extends RereadPorts {
  readonly studyChannels: readonly StudyChannel[];
  readonly periodicChannels: readonly PeriodicChannel[];
}

/** What `reread --format json` prints. */
export interface RereadSummary {
  /** Editions that read otherwise, or that another version had read. */
  readonly rereads: readonly Reread[];
  readonly deliveries: readonly DeliveryCounts[];
  readonly errors: readonly SummaryError[];
}

/**
 * Reads all kept prints again with the present rules and tells what readers were told otherwise, nothing
 * else. Throws a Failure when nothing can be done at all.
 */
export async function rereadAll(
  options: DeliveryOptions,
  ports: RereadAllPorts,
): Promise<RereadSummary> {
  const { archive, clock } = ports;
  await archive.requireWritable();
  const claim = await archive.claim('reread');
  try {
    const held = await loadState(archive);
    await archive.commit(handCommit(clock()));
    await upgradeFiles(held, archive, clock());
    const { state, rereads, failures } = await rereadHeld(held, ports, () => true);
    const errors = failures.map(({ edition, failure }) => summaryError(failure, edition));
    const only = new Set(rereads.flatMap(({ corrections }) => corrections));
    const shared = await share(state, archive);
    if (shared.failure) {
      return { rereads, deliveries: [], errors: [...errors, summaryError(shared.failure, null)] };
    }
    const { receipts, deliveries } = await deliver(shared.state, ports, { ...options, only });
    const unshared = await recordDeliveries(shared.state, deliveries, archive, clock());
    const failed: readonly Failure[] = [
      ...receipts.flatMap((receipt) => receipt.failures),
      ...(unshared ? [unshared] : []),
    ];
    return {
      rereads,
      deliveries: receipts.map(({ told: _told, failures: _failures, ...counts }) => counts),
      errors: [...errors, ...failed.map((failure) => summaryError(failure, null))],
    };
  } finally {
    await claim.release();
  }
}
