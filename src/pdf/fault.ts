import type { Fault } from './messages.ts';

/** Ends one request in the reading process; the parent makes a Failure of it. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.problem, options);
    this.fault = fault;
  }
}
