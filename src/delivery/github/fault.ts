import { Failure, isFailure } from '../../failure/failure.ts';

/** An error with which octokit reports what GitHub answered, or (as 500) that it did not. */
interface RequestFault extends Error {
  readonly status: number;
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>;
  };
}

export function isRequestFault(error: unknown): error is RequestFault {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

/** A fault of the service, not a mistake of ours. */
export function isServiceFault(error: unknown): error is RequestFault | Failure {
  return isRequestFault(error) || isFailure(error);
}

/** No answer, half an answer or a 5xx: what was asked may have been done all the same. */
export function mayHaveArrived(error: unknown): boolean {
  return isFailure(error) || (isRequestFault(error) && error.status >= 500);
}

/** Only this one issue is affected: it was deleted or transferred, or GitHub refuses this text. */
export function isAboutOneIssue(error: unknown, issue: number | null): boolean {
  if (!isRequestFault(error)) return false;
  return error.status === 422 || (issue !== null && [404, 410].includes(error.status));
}

/**
 * Says which of GitHub's refusals it is and what to do about it.
 * @param issue what it was about in the repository: “#12 (title)”; empty for the repository as a whole
 */
export function toFailure(error: RequestFault | Failure, repository: string, issue = ''): Failure {
  if (isFailure(error)) return error;
  return new Failure('delivery-failed', {
    subject: `GitHub ${repository}${issue}`,
    ...explain(error, repository, issue.startsWith('#')),
    cause: error,
  });
}

export function unexpectedAnswer(repository: string, route: string, cause: unknown): Failure {
  return new Failure('delivery-failed', {
    subject: `GitHub ${repository}`,
    problem: `the answer to ${route} is not as GitHub documents it`,
    remedy: 'Check github.apiUrl, and whether a proxy answers in its place',
    cause,
  });
}

/** GitHub makes the issue and drops its labels without a word; by its label an issue is found again. */
export function labelsRefused(repository: string, issue: number): Failure {
  return new Failure('delivery-failed', {
    subject: `GitHub ${repository}#${issue}`,
    problem: 'the issue was made without its labels, since the token may not set them',
    remedy: `Give the token the permission issues: write for ${repository}, and delete that issue`,
  });
}

interface Explanation {
  readonly problem: string;
  readonly remedy: string;
}

const NEXT_RUN = 'Nothing to do: the next run delivers the rest';

function explain(error: RequestFault, repository: string, ofIssue: boolean): Explanation {
  const limit = rateLimit(error);
  if (limit !== null) return { problem: limit, remedy: NEXT_RUN };
  switch (error.status) {
    case 401:
      return {
        problem: 'the token is not valid (401)',
        remedy: 'Set GITHUB_TOKEN to a token that has not expired or been revoked',
      };
    case 403:
      return {
        problem: `the token lacks a permission (403, ${inOneLine(error.message)})`,
        remedy: `Give the token the permission issues: write for ${repository}`,
      };
    case 404:
    case 410:
      return ofIssue ? gone(error.status) : missing(error.status, repository);
    case 422:
      return {
        problem: `GitHub does not take this text (422, ${inOneLine(error.message)})`,
        remedy: 'Report this as a bug of begrotingswacht',
      };
    default:
      return error.response === undefined
        ? { problem: `no answer (${inOneLine(error.message)})`, remedy: NEXT_RUN }
        : { problem: `the service fails (${error.status})`, remedy: NEXT_RUN };
  }
}

function missing(status: 404 | 410, repository: string): Explanation {
  return status === 404
    ? {
        problem: 'there is no such repository, or the token may not see it (404)',
        remedy: `Check github.repository (${repository}) and that the token has access to it`,
      }
    : {
        problem: 'the repository has its issues disabled (410)',
        remedy: 'Enable Issues in the settings of the repository',
      };
}

function gone(status: 404 | 410): Explanation {
  return {
    problem: `the issue was deleted or transferred (${status})`,
    remedy: 'Nothing to do: the next run makes it anew if there is news to tell',
  };
}

function rateLimit({ status, message, response }: RequestFault): string | null {
  if (status !== 403 && status !== 429) return null;
  const headers = response?.headers ?? {};
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(headers['x-ratelimit-reset']);
    const until = Number.isFinite(reset) ? ` until ${new Date(reset * 1_000).toISOString()}` : '';
    return `the rate limit is used up${until} (${status})`;
  }
  const secondary = /\bsecondary rate\b/i.test(message) || headers['retry-after'] !== undefined;
  return secondary || status === 429 ? `GitHub asks to slow down (${status})` : null;
}

/** GitHub's own words, short and without line ends: they end up in a message of one line. */
function inOneLine(message: string): string {
  return message.replaceAll(/\s+/g, ' ').slice(0, 200).replace(/\.$/, '');
}
