import { isFailure } from '../../src/failure/failure.ts';
import type { Failure } from '../../src/failure/failure.ts';

/** The Failure that an action throws or rejects with; any other error, and none at all, ends the test. */
export async function failureOf(action: () => unknown): Promise<Failure> {
  const failure = await settledFailure(action);
  if (failure === null) throw new Error('the action succeeded, where a failure was expected');
  return failure;
}

/** As failureOf, but null when the action succeeds. */
export async function settledFailure(action: () => unknown): Promise<Failure | null> {
  try {
    await action();
    return null;
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
}
