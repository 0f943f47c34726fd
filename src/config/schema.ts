import { validate } from 'node-cron';
import { z } from 'zod';

// begrotingswacht.config.json as people write it: every key may be left out. Each description reads on
// after “must be”, so that it serves the published JSON Schema and the mistakes alike.

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A bare host name, as `URL.hostname` would give it. */
const Host = z
  .string()
  .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/u)
  .describe('a host name in lower case without scheme and port, such as "repository.overheid.nl"');

/** Which addresses may be asked depends on `source.hosts`; see rules.ts. */
const WebAddress = z.url({ protocol: /^https?$/u });

const Folder = z.string().trim().min(1);
const FOLDER = 'a folder, absolute or relative to this file';

export const SourceSection = z.strictObject({
  sru: WebAddress.default('https://repository.overheid.nl/sru').describe(
    'an https URL on a host of source.hosts (the search service)',
  ),
  hosts: z
    .array(Host)
    .min(1)
    .default(['repository.overheid.nl', 'zoek.officielebekendmakingen.nl'])
    .describe('a list of the host names that may be asked; "127.0.0.1" allows plain http to it'),
  folder: Folder.nullable()
    .default(null)
    .describe('a folder of PDFs to read in place of the search service, or null'),
  requestsPerSecond: z
    .number()
    .positive()
    .max(1000)
    .default(2)
    .describe('a number above 0 and at most 1000'),
});

export const GithubSection = z.strictObject({
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/u)
    .nullable()
    .default(null)
    .describe('a repository as "owner/name", or null'),
  apiUrl: WebAddress.default('https://api.github.com').describe(
    'an https URL (plain http only to 127.0.0.1, when source.hosts lists it)',
  ),
  maxIssuesPerRun: z.int().min(0).max(500).default(20).describe('a whole number from 0 to 500'),
  secondsBetweenWrites: z.number().min(0).max(60).default(3).describe('a number from 0 to 60'),
});

const DigestSection = z.strictObject({
  day: z
    .enum(WEEKDAYS)
    .default('monday')
    .describe(`one of ${WEEKDAYS.map((day) => `"${day}"`).join(', ')}`),
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
    .default('08:30')
    .describe('a time of the day such as "08:30"'),
  quiet: z
    .enum(['silent', 'heartbeat', 'monthly'])
    .default('silent')
    .describe(
      'one of "silent", "heartbeat", "monthly": what a week without news gives (no digest, a digest, or one in the first week of a month)',
    ),
});

const ScheduleSection = z.strictObject({
  timezone: z
    .string()
    .refine(isTimezone)
    .default('Europe/Amsterdam')
    .describe('an IANA time zone such as "Europe/Amsterdam"'),
  check: z
    .string()
    .refine(isCronExpression)
    .default('17 6 * * *')
    .describe('a cron expression of five fields such as "17 6 * * *"'),
});

export const WrittenConfig = z
  .strictObject({
    $schema: z.string().optional().describe('the path or URL of config.schema.json'),
    chapters: z
      .union([z.literal('all'), z.array(z.string().regex(/^[A-Z]{1,5}$/u)).min(1)])
      .default(['XV'])
      .describe('"all" or a list of budget chapters in capitals, such as ["XV"]'),
    since: z.int().min(2000).max(2099).default(2021).describe('a year from 2000 to 2099'),
    source: SourceSection.prefault({}).describe('an object: where editions come from'),
    snapshots: Folder.default('snapshots').describe(FOLDER),
    prints: Folder.default('.begrotingswacht/prints').describe(FOLDER),
    outbox: Folder.default('outbox').describe(FOLDER),
    digests: Folder.default('digests').describe(FOLDER),
    push: z
      .union([z.literal('auto'), z.literal(false)])
      .default('auto')
      .describe(
        '"auto" (commits are pushed before anything is told, when the branch has an upstream) or false',
      ),
    github: GithubSection.prefault({}).describe('an object: where issues go'),
    digest: DigestSection.prefault({}).describe('an object: when the weekly digest is made'),
    schedule: ScheduleSection.prefault({}).describe('an object: when the bot looks'),
    language: z.enum(['nl', 'en']).default('nl').describe('"nl" or "en"'),
  })
  .describe('an object: the configuration of begrotingswacht');

/** With every default filled in, paths still as written. */
export type WrittenConfig = z.output<typeof WrittenConfig>;

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** node-cron takes a sixth field for seconds; a pass over a source needs no such thing. */
function isCronExpression(text: string): boolean {
  return text.trim().split(/\s+/u).length === 5 && validate(text);
}

/** For scripts/schema.ts. */
export const configSchemas = { 'config.schema.json': WrittenConfig };
