import { z } from 'zod';

/** What the stand-in GitHub keeps of one repository, in the shape of GitHub's own answers. */
export interface StoredIssue {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  state_reason: string | null;
  labels: { name: string }[];
  user: StoredUser;
  pull_request?: object;
}

export interface StoredComment {
  id: number;
  body: string;
  user: StoredUser;
  author_association: string;
}

export interface StoredLabel {
  name: string;
  color: string;
  description: string | null;
}

export interface StoredUser {
  login: string;
  type: 'Bot' | 'User';
}

export const BOT: StoredUser = { login: 'github-actions[bot]', type: 'Bot' };

/** A refusal as GitHub words it. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly errors?: readonly object[];
}

const Title = z.string().min(1).max(256);
const Body = z.string().max(65_536);
const Names = z.array(z.string());
const Draft = z.object({ title: Title, body: Body.optional(), labels: Names.optional() });
const Patch = z.object({
  ...Draft.partial().shape,
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).optional(),
});
const CommentDraft = z.object({ body: Body.min(1) });
const LabelDraft = z.object({
  name: z.string().min(1).max(50),
  color: z.string().length(6),
  description: z.string().max(100).optional(),
});

export type GitHubStore = ReturnType<typeof createGitHubStore>;

/** Issues, comments and labels of one repository, with the rules that GitHub keeps. */
export function createGitHubStore() {
  const issues: StoredIssue[] = [];
  const comments = new Map<number, StoredComment[]>();
  const labels: StoredLabel[] = [];
  let lastComment = 0;

  function findLabel(name: string): StoredLabel | undefined {
    return labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
  }

  function named(names: readonly string[]): { name: string }[] {
    return names.map((name) => {
      // GitHub makes a label that does not exist yet, without description.
      const known = findLabel(name) ?? { name, color: 'ededed', description: null };
      if (!labels.includes(known)) labels.push(known);
      return { name: known.name };
    });
  }

  function issue(number: number): StoredIssue | Refusal {
    return issues.find((it) => it.number === number) ?? { status: 404, message: 'Not Found' };
  }

  return {
    issues,
    labels,
    issue,

    comments(number: number): StoredComment[] {
      return comments.get(number) ?? [];
    },

    addIssue(given: unknown, user = BOT): StoredIssue | Refusal {
      const draft = Draft.safeParse(given);
      if (!draft.success) return invalid(draft.error);
      const number = issues.length + 1;
      const added: StoredIssue = {
        number,
        title: draft.data.title.trim(),
        body: draft.data.body ?? null,
        state: 'open',
        state_reason: null,
        labels: named(draft.data.labels ?? []),
        user,
      };
      issues.push(added);
      return added;
    },

    changeIssue(number: number, given: unknown): StoredIssue | Refusal {
      const found = issue(number);
      if ('status' in found) return found;
      const patch = Patch.safeParse(given);
      if (!patch.success) return invalid(patch.error);
      const { title, body, labels: names, state, state_reason: reason } = patch.data;
      if (title !== undefined) found.title = title.trim();
      if (body !== undefined) found.body = body;
      if (names !== undefined) found.labels = named(names);
      if (state === 'closed') {
        found.state = 'closed';
        found.state_reason = reason ?? 'completed';
      } else if (state === 'open' && found.state === 'closed') {
        found.state = 'open';
        found.state_reason = 'reopened';
      }
      return found;
    },

    addComment(
      number: number,
      given: unknown,
      { user = BOT, association = 'NONE' } = {},
    ): StoredComment | Refusal {
      const found = issue(number);
      if ('status' in found) return found;
      const draft = CommentDraft.safeParse(given);
      if (!draft.success) return invalid(draft.error);
      lastComment += 1;
      const { body } = draft.data;
      const added = { id: lastComment, body, user, author_association: association };
      comments.set(number, [...(comments.get(number) ?? []), added]);
      return added;
    },

    addLabel(given: unknown): StoredLabel | Refusal {
      const draft = LabelDraft.safeParse(given);
      if (!draft.success) return invalid(draft.error);
      if (findLabel(draft.data.name)) return refused({ field: 'name', code: 'already_exists' });
      const added = { ...draft.data, description: draft.data.description ?? null };
      labels.push(added);
      return added;
    },
  };
}

function invalid({ issues }: z.ZodError): Refusal {
  return refused(
    ...issues.map(({ path, message }) => ({ field: path.join('.'), code: 'custom', message })),
  );
}

function refused(...errors: readonly object[]): Refusal {
  return { status: 422, message: 'Validation Failed', errors };
}
