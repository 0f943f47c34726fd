import type { WrittenConfig } from './schema.ts';

/** The configuration as the program uses it: every key filled in, every folder absolute. */
export interface Config {
  /** Budget chapters, each once, or all that the source knows. */
  readonly chapters: 'all' | readonly string[];
  /** First year whose editions are watched. */
  readonly since: number;
  readonly source: {
    readonly sru: string;
    /** Host names that may be asked, for `isAllowedUrl` of src/edition/hosts.ts. */
    readonly hosts: readonly string[];
    /** Absolute path of a folder of PDFs that takes the place of the search service; null for none. */
    readonly folder: string | null;
    readonly requestsPerSecond: number;
  };
  readonly snapshots: string;
  readonly prints: string;
  readonly outbox: string;
  readonly digests: string;
  /** auto: what is recorded is pushed before it is told, when the branch has an upstream. */
  readonly push: 'auto' | false;
  readonly github: {
    /** `owner/name`; null when nobody has said which. */
    readonly repository: string | null;
    /** Without a slash at its end. */
    readonly apiUrl: string;
    readonly maxIssuesPerRun: number;
    readonly secondsBetweenWrites: number;
  };
  readonly digest: WrittenConfig['digest'];
  readonly schedule: WrittenConfig['schedule'];
  readonly language: WrittenConfig['language'];
}

/** Kept apart from Config, so that printing the configuration can never print a token. */
export interface Secrets {
  /** From the environment variable GITHUB_TOKEN; null when it is not set. */
  readonly githubToken: string | null;
}

export function readSecrets(env: Readonly<Record<string, string | undefined>>): Secrets {
  return { githubToken: env['GITHUB_TOKEN']?.trim() || null };
}

/** The weekly slot of the digest as a cron expression, to be read in `schedule.timezone`. */
export function digestCron(digest: Config['digest']): string {
  const days: Readonly<Record<typeof digest.day, number>> = {
    sunday: 0,
    monday: 1,
    tuesday: 2,
    wednesday: 3,
    thursday: 4,
    friday: 5,
    saturday: 6,
  };
  const [hour, minute] = digest.time.split(':').map(Number);
  return `${minute} ${hour} * * ${days[digest.day]}`;
}
