import { RepositoryAnswer } from './answer.ts';
import { isServiceFault, toFailure, unexpectedAnswer } from './fault.ts';
import type { GitHubOptions } from './channel.ts';
import { connect } from './octokit.ts';
import { SYSTEM_CLOCK } from './pace.ts';

/** One line of the examination. */
export interface AccessLine {
  readonly ok: boolean;
  readonly what: string;
  readonly remedy: string | null;
}

/** Fewer requests than this may not be enough for one run. */
const SCARCE = 100;

/**
 * Examines the token and the repository with a single read: whether it is reached, has issues, may be
 * written to as far as GitHub tells, and how much of the rate limit is left. Writes nothing.
 */
export async function checkGitHubAccess(
  options: Pick<GitHubOptions, 'repository' | 'apiUrl' | 'token' | 'backOffSecond' | 'timeout'>,
): Promise<readonly AccessLine[]> {
  const { repository, token, backOffSecond = 1_000, timeout = 10_000 } = options;
  const clock = SYSTEM_CLOCK;
  const pace = { secondsBetweenWrites: 0, clock, backOffSecond, timeout };
  const connection = connect({ ...options, ...pace });
  const [owner = '', repo = ''] = repository.split('/');
  try {
    const route = 'GET /repos/{owner}/{repo}';
    const { data, headers } = await connection.request(route, {
      owner,
      repo,
      request: { retries: 1 },
    });
    const answer = RepositoryAnswer.safeParse(data);
    if (!answer.success) throw unexpectedAnswer(repository, route, answer.error);
    const { archived, has_issues: hasIssues, permissions } = answer.data;
    return [
      fine(`the token is valid, ${answer.data.full_name} is reached`),
      issuesLine(repository, hasIssues, archived),
      permissionLine(repository, mayWrite(permissions, token)),
      ...rateLines(headers['x-ratelimit-remaining'], headers['x-ratelimit-limit']),
    ];
  } catch (error) {
    if (!isServiceFault(error)) throw error;
    const { message, remedy } = toFailure(error, repository);
    // The message of a Failure ends in its remedy, which has a place of its own here.
    return [{ ok: false, what: message.replace(`. ${remedy}.`, ''), remedy }];
  }
}

function issuesLine(repository: string, hasIssues = true, archived = false): AccessLine {
  if (archived) {
    const what = 'the repository is archived, so nothing can be written';
    return { ok: false, what, remedy: `Unarchive ${repository} or choose another repository` };
  }
  if (hasIssues) return fine('issues are enabled');
  const remedy = 'Enable Issues in the settings of the repository';
  return { ok: false, what: 'the repository has its issues disabled', remedy };
}

/** null when GitHub does not tell: the token of an app, as in Actions, shows no permissions of its own. */
function mayWrite(
  permissions: { push?: boolean | undefined; triage?: boolean | undefined } | undefined,
  token: string,
): boolean | null {
  if (permissions === undefined) return null;
  if (permissions.push === true || permissions.triage === true) return true;
  return token.startsWith('ghs_') ? null : false;
}

function permissionLine(repository: string, writes: boolean | null): AccessLine {
  if (writes === null) {
    return fine('GitHub does not tell whether the token may write issues; the first delivery will');
  }
  if (writes) return fine('the token may write issues and labels');
  const remedy = `Give the token the permission issues: write for ${repository}`;
  return { ok: false, what: 'the token may not write issues and labels', remedy };
}

function rateLines(
  remaining: string | number | undefined,
  limit: string | number | undefined,
): readonly AccessLine[] {
  if (remaining === undefined) return [];
  const what = `${remaining} of ${limit ?? '?'} requests left this hour`;
  if (Number(remaining) >= SCARCE) return [fine(what)];
  return [
    { ok: false, what, remedy: 'Wait for the next hour, or give the bot a token of its own' },
  ];
}

function fine(what: string): AccessLine {
  return { ok: true, what, remedy: null };
}
