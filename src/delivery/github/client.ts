import type { z } from 'zod';
import { CommentAnswer, CreatedAnswer, IssueAnswer, LabelAnswer, Made } from './answer.ts';
import type { Comment, Issue, Label } from './answer.ts';
import { unexpectedAnswer } from './fault.ts';
import type { Connection } from './octokit.ts';

export interface IssueDraft {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

/** What GitHub made of a draft: it drops labels without a word when the token may not set them. */
export type Created = Pick<Issue, 'number' | 'labels'>;

export interface IssuePatch extends Partial<IssueDraft> {
  readonly state?: 'open' | 'closed';
  readonly state_reason?: 'completed' | 'not_planned' | 'reopened';
}

/** What we ask of one repository. Every method throws octokit's errors, or a Failure for an answer that is none. */
export interface Client {
  readonly repository: string;
  /** All issues with the label, open and closed, without pull requests. GitHub may list new ones late. */
  issues(label: string): Promise<readonly Issue[]>;
  /** The 100 newest issues, whatever their labels: no filter, so new ones are there sooner. */
  newestIssues(): Promise<readonly Issue[]>;
  issue(number: number): Promise<Issue>;
  /** Never tried again by itself: a reply that got lost would make a second issue. */
  createIssue(draft: IssueDraft): Promise<Created>;
  updateIssue(number: number, patch: IssuePatch): Promise<void>;
  /** All comments, oldest first. */
  comments(number: number): Promise<readonly Comment[]>;
  /** Never tried again by itself, as createIssue. */
  createComment(number: number, body: string): Promise<void>;
  labels(): Promise<readonly Label[]>;
  createLabel(label: Label & { readonly color: string }): Promise<void>;
}

const PER_PAGE = 100;
const MAX_PAGES = 1_000;
/** GitHub refuses longer bodies. */
const MAX_BODY = 65_536;

export function createClient(connection: Connection, repository: string): Client {
  const [owner = '', repo = ''] = repository.split('/');
  const here = { owner, repo };
  const once = { request: { retries: 0 } };

  function read<Schema extends z.ZodType>(schema: Schema, route: string, data: unknown) {
    const answer = schema.safeParse(data);
    if (!answer.success) throw unexpectedAnswer(repository, route, answer.error);
    return answer.data;
  }

  async function list<Schema extends z.ZodType>(
    schema: Schema,
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    pages = MAX_PAGES,
  ): Promise<z.infer<Schema>[]> {
    const found: z.infer<Schema>[] = [];
    let query: Readonly<Record<string, string>> | null = {};
    for (let page = 1; query !== null; page += 1) {
      const asked = { ...here, per_page: PER_PAGE, ...parameters, ...query };
      const answer: { data: unknown; headers: { link?: string } } = await connection.request(
        route,
        asked,
      );
      found.push(...read(schema.array(), route, answer.data));
      query = page < pages ? nextQuery(answer.headers.link) : null;
      if (page === MAX_PAGES && query !== null) throw unexpectedAnswer(repository, route, 'no end');
    }
    return found;
  }

  return {
    repository,
    async issues(label) {
      const all = await list(IssueAnswer, 'GET /repos/{owner}/{repo}/issues', {
        labels: label,
        state: 'all',
        sort: 'created',
        direction: 'asc',
      });
      return all.filter((issue) => !issue.isPullRequest);
    },
    async newestIssues() {
      const newest = { state: 'all', sort: 'created', direction: 'desc' };
      const all = await list(IssueAnswer, 'GET /repos/{owner}/{repo}/issues', newest, 1);
      return all.filter((issue) => !issue.isPullRequest);
    },
    async issue(number) {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
      const { data } = await connection.request(route, { ...here, issue_number: number });
      return read(IssueAnswer, route, data);
    },
    async createIssue(draft) {
      const route = 'POST /repos/{owner}/{repo}/issues';
      const parameters = {
        ...here,
        ...draft,
        body: fitting(draft.body),
        labels: [...draft.labels],
      };
      const { data } = await connection.request(route, { ...parameters, ...once });
      return read(CreatedAnswer, route, data);
    },
    async updateIssue(number, patch) {
      await connection.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
        ...here,
        issue_number: number,
        ...(patch.title === undefined ? {} : { title: patch.title }),
        ...(patch.body === undefined ? {} : { body: fitting(patch.body) }),
        ...(patch.labels === undefined ? {} : { labels: [...patch.labels] }),
        ...(patch.state === undefined ? {} : { state: patch.state }),
        ...(patch.state_reason === undefined ? {} : { state_reason: patch.state_reason }),
      });
    },
    comments: (number) =>
      list(CommentAnswer, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        issue_number: number,
      }),
    async createComment(number, body) {
      const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
      const parameters = { ...here, issue_number: number, body: fitting(body), ...once };
      read(Made, route, (await connection.request(route, parameters)).data);
    },
    labels: () => list(LabelAnswer, 'GET /repos/{owner}/{repo}/labels', {}),
    async createLabel({ name, description, color }) {
      const label = { ...here, name, description, color };
      await connection.request('POST /repos/{owner}/{repo}/labels', label);
    },
  };
}

/**
 * Query of the next page, from a Link header. Only the query is taken: GitHub pages by cursor too, and
 * an address from an answer must never get the token.
 */
function nextQuery(link: string | undefined): Readonly<Record<string, string>> | null {
  const next = /<(?<url>[^>]+)>\s*;\s*rel="next"/.exec(link ?? '')?.groups?.['url'];
  if (next === undefined) return null;
  const { searchParams } = new URL(next, 'https://api.github.com');
  return Object.fromEntries(searchParams);
}

function fitting(body: string): string {
  if (body.length > MAX_BODY) throw new Error(`a body of ${body.length} characters`);
  return body;
}
