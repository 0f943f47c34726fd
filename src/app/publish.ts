import type { Deliveries } from '../ledger/deliveries.ts';
import type { Failure } from '../failure/failure.ts';
import { isFailure } from '../failure/failure.ts';
import type { Archive } from '../port/archive.ts';
import { deliveryCommit } from './commits.ts';
import { deliveryFiles, loadState } from './state.ts';
import type { State } from './state.ts';

/** Null and why not, when what is recorded could not be shared: then nothing may be told. */
export type Shared =
  | { readonly state: State; readonly failure: null }
  | { readonly state: null; readonly failure: Failure };

/**
 * Pushes what is recorded, so that whoever is told of it can look it up. Gives the state to go on with:
 * what others have pushed may have changed it.
 */
export async function share(state: State, archive: Archive): Promise<Shared> {
  try {
    const { rebased } = await archive.push(async () => {
      await loadState(archive);
    });
    return { state: rebased ? await loadState(archive) : state, failure: null };
  } catch (error) {
    if (!isFailure(error) || error.kind !== 'push-failed') throw error;
    return { state: null, failure: error };
  }
}

/** Records what the channels told and shares that as well. Gives the failure of a push that did not succeed. */
export async function recordDeliveries(
  state: State,
  deliveries: Deliveries,
  archive: Archive,
  now: Date,
): Promise<Failure | null> {
  if (deliveries === state.deliveries) return null;
  const told = { ...state, deliveries };
  await archive.record(deliveryFiles(told), deliveryCommit(state.deliveries, deliveries, now));
  return (await share(told, archive)).failure;
}
