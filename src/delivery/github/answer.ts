import { z } from 'zod';

/** What we use of GitHub's answers; all else in them is ignored. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  /** completed, not_planned, duplicate, reopened; null when GitHub gives none. */
  readonly stateReason: string | null;
  readonly labels: readonly string[];
  readonly author: string | null;
  readonly isPullRequest: boolean;
}

export interface Comment {
  readonly body: string;
  readonly author: string | null;
  readonly isBot: boolean;
  /** OWNER, MEMBER, COLLABORATOR, CONTRIBUTOR, NONE, …; null when GitHub gives none. */
  readonly association: string | null;
}

export interface Label {
  readonly name: string;
  readonly description: string;
}

const LabelNames = z
  .array(z.union([z.string(), z.object({ name: z.string() })]))
  .transform((labels) => labels.map((label) => (typeof label === 'string' ? label : label.name)));

const User = z.object({ login: z.string(), type: z.string().nullish() }).nullish();

export const IssueAnswer = z
  .object({
    number: z.number(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.string(),
    state_reason: z.string().nullish(),
    labels: LabelNames,
    user: User,
    pull_request: z.unknown().optional(),
  })
  .transform((answer): Issue => ({
    number: answer.number,
    title: answer.title,
    body: answer.body ?? '',
    open: answer.state === 'open',
    stateReason: answer.state_reason ?? null,
    labels: answer.labels,
    author: answer.user?.login ?? null,
    isPullRequest: answer.pull_request !== undefined,
  }));

export const CreatedAnswer = z.object({ number: z.number(), labels: LabelNames });

export const CommentAnswer = z
  .object({ body: z.string().nullish(), user: User, author_association: z.string().nullish() })
  .transform((answer): Comment => ({
    body: answer.body ?? '',
    author: answer.user?.login ?? null,
    isBot: answer.user?.type === 'Bot',
    association: answer.author_association ?? null,
  }));

export const LabelAnswer = z
  .object({ name: z.string(), description: z.string().nullish() })
  .transform((answer): Label => ({ name: answer.name, description: answer.description ?? '' }));

export const RepositoryAnswer = z.object({
  full_name: z.string(),
  archived: z.boolean().optional(),
  has_issues: z.boolean().optional(),
  permissions: z
    .object({ push: z.boolean().optional(), triage: z.boolean().optional() })
    .optional(),
});

/** Enough to know that the thing was made. */
export const Made = z.object({ id: z.number() });
