/**
 * What can go wrong with a document, a service or a folder. The kind decides the exit code
 * (see exit-code.ts) and stands in `errors[].kind` of the summary that `check --format json` prints.
 */
export type FailureKind =
  // a print that cannot be read
  | 'not-a-pdf'
  | 'html-instead-of-pdf'
  | 'truncated-pdf'
  | 'encrypted-pdf'
  | 'scanned-pdf'
  | 'damaged-pdf'
  | 'damaged-xml'
  | 'not-a-paper'
  | 'text-lost'
  | 'limit-exceeded'
  | 'no-annex'
  | 'unknown-header'
  | 'wrong-edition'
  | 'quarantined'
  // a source that does not answer as documented
  | 'source-unreachable'
  | 'source-refused'
  | 'source-diagnostic'
  | 'source-answer'
  | 'host-not-allowed'
  | 'print-missing'
  | 'print-altered'
  // what we keep
  | 'snapshot-damaged'
  | 'newer-schema'
  | 'not-writable'
  | 'git-failed'
  | 'locked'
  // what a user gave
  | 'usage'
  | 'config'
  | 'not-found'
  // delivery
  | 'push-failed'
  | 'delivery-failed';

export interface FailureOptions {
  /** File, URL or service it is about, as the user would name it. */
  readonly subject: string;
  /** What is wrong, without full stop. */
  readonly problem: string;
  /** What the reader can do about it, without full stop. */
  readonly remedy: string;
  readonly cause?: unknown;
}

/**
 * An operational failure: something outside the program is not as it should be. Its message is one
 * clear line that names the subject, the problem and the remedy. Mistakes in our own code are never
 * a Failure; they stay plain errors and end the run.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  readonly subject: string;
  readonly problem: string;
  readonly remedy: string;

  constructor(kind: FailureKind, { subject, problem, remedy, cause }: FailureOptions) {
    super(`${subject}: ${problem}. ${remedy}.`, cause === undefined ? {} : { cause });
    this.kind = kind;
    this.subject = subject;
    this.problem = problem;
    this.remedy = remedy;
  }
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Failure;
}
