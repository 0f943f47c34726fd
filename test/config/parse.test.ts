import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestCron, readSecrets } from '../../src/config/config.ts';
import type { Config } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { failureOf, settledFailure } from '../support/failure.ts';

const FOLDER = resolve('/srv/bot');
type Environment = Readonly<Record<string, string>>;

function parse(written: unknown, env: Environment = {}): Config {
  const text = written === null || typeof written === 'string' ? written : JSON.stringify(written);
  return parseConfig(text, { file: 'begrotingswacht.config.json', env, folder: FOLDER });
}

async function mistakeIn(written: unknown, env: Environment = {}): Promise<string> {
  const failure = await failureOf(() => parse(written, env));
  expect(failure.kind).toBe('config');
  expect(failure.subject).toMatch(/^begrotingswacht\.config\.json/u);
  return failure.message;
}

describe('parseConfig', () => {
  it('gives the documented defaults when there is no file', () => {
    expect(parse(null)).toStrictEqual({
      chapters: ['XV'],
      since: 2021,
      source: {
        sru: 'https://repository.overheid.nl/sru',
        hosts: ['repository.overheid.nl', 'zoek.officielebekendmakingen.nl'],
        folder: null,
        requestsPerSecond: 2,
      },
      snapshots: resolve(FOLDER, 'snapshots'),
      prints: resolve(FOLDER, '.begrotingswacht/prints'),
      outbox: resolve(FOLDER, 'outbox'),
      digests: resolve(FOLDER, 'digests'),
      push: 'auto',
      github: {
        repository: null,
        apiUrl: 'https://api.github.com',
        maxIssuesPerRun: 20,
        secondsBetweenWrites: 3,
      },
      digest: { day: 'monday', time: '08:30', quiet: 'silent' },
      schedule: { timezone: 'Europe/Amsterdam', check: '17 6 * * *' },
      language: 'nl',
    });
  });

  it('gives the same for an empty object, and for any one section left out', () => {
    expect(parse({})).toStrictEqual(parse(null));
    expect(parse({ $schema: './x.json', source: {}, github: {}, digest: {} })).toStrictEqual(
      parse(null),
    );
  });

  it('reads what is written, with folders from the file’s own folder', () => {
    const config = parse({
      chapters: ['XV', 'VIII', 'XV'],
      since: 2019,
      source: { folder: 'prints-by-hand' },
      snapshots: '../data/snapshots',
      outbox: resolve('/var/outbox'),
      language: 'en',
    });
    expect(config.chapters).toStrictEqual(['XV', 'VIII']);
    expect(config.since).toBe(2019);
    expect(config.source.folder).toBe(resolve(FOLDER, 'prints-by-hand'));
    expect(config.snapshots).toBe(resolve('/srv/data/snapshots'));
    expect(config.outbox).toBe(resolve('/var/outbox'));
    expect(config.language).toBe('en');
    expect(parse({ chapters: 'all' }).chapters).toBe('all');
  });

  it('reads a file that starts with a byte order mark', () => {
    expect(parse('\u{FEFF}{ "since": 2022 }').since).toBe(2022);
  });

  it('lets the environment beat the file, as in Actions', () => {
    const written = { github: { repository: 'from/file', apiUrl: 'https://file.example/api' } };
    const env = {
      GITHUB_REPOSITORY: 'from/actions',
      GITHUB_API_URL: 'https://ghe.example/api/v3/',
    };
    expect(parse(written, env).github).toMatchObject({
      repository: 'from/actions',
      apiUrl: 'https://ghe.example/api/v3',
    });
    expect(parse(null, env).github.repository).toBe('from/actions');
    expect(parse(written, { GITHUB_REPOSITORY: '' }).github.repository).toBe('from/file');
  });

  it('never holds the token', () => {
    const env = { GITHUB_TOKEN: ' canary-token ' };
    expect(JSON.stringify(parse({}, env))).not.toContain('canary');
    expect(readSecrets(env)).toStrictEqual({ githubToken: 'canary-token' });
    expect(readSecrets({ GITHUB_TOKEN: ' ' })).toStrictEqual({ githubToken: null });
  });
});

describe('a mistake', () => {
  it.each([
    [{ chaptrs: ['XV'] }, /unknown key "chaptrs" \(did you mean "chapters"\?\)/u],
    [{ digest: { dya: 'monday' } }, /unknown key "digest\.dya" \(did you mean "day"\?\)/u],
    [{ schedule: { zzz: 1 } }, /unknown key "schedule\.zzz" \(known are "timezone", "check"\)/u],
    [{ since: '2021' }, /since is "2021", and must be a year from 2000 to 2099/u],
    [{ chapters: [] }, /chapters is \[\], and must be "all" or a list/u],
    [{ chapters: ['xv'] }, /chapters\.0 is "xv", and must be .* in capitals/u],
    [{ source: [] }, /source is \[\], and must be an object/u],
    [{ source: { hosts: ['https://a.nl'] } }, /source\.hosts\.0 is "https:.*without scheme/u],
    [{ source: { requestsPerSecond: 0 } }, /requestsPerSecond is 0, and must be a number above 0/u],
    [{ source: { sru: 'not a url' } }, /source\.sru is "not a url", and must be an https URL/u],
    [
      { github: { repository: 'name' } },
      /github\.repository is "name", and must be .*"owner\/name"/u,
    ],
    [{ digest: { day: 'maandag' } }, /digest\.day is "maandag", and must be one of "monday", /u],
    [{ digest: { time: '8:30' } }, /digest\.time is "8:30", and must be a time/u],
    [{ schedule: { timezone: 'Europe/Amstedam' } }, /schedule\.timezone is "Europe\/Amstedam"/u],
    [{ schedule: { check: '61 6 * * *' } }, /schedule\.check is "61 6 \* \* \*"/u],
    [{ schedule: { check: '0 17 6 * * *' } }, /must be a cron expression of five fields/u],
    [{ snapshots: '' }, /snapshots is "", and must be a folder/u],
    [{ snapshots: '.' }, /snapshots is "\.", and must be a folder of its own/u],
    [{ snapshots: '..' }, /snapshots is "\.\.", and must be a folder of its own/u],
    [{ prints: 'snapshots/prints' }, /prints must|must not lie within snapshots/u],
    [[], /the file is \[\], and must be an object/u],
  ])('%j names key, value and what is allowed', async (written, expected) => {
    expect(await mistakeIn(written)).toMatch(expected);
  });

  it('is told together with all others, each with its line', async () => {
    const message = await mistakeIn(
      `{
  "since": 1999,
  "digest": {
    "day": "monday",
    "time": "25:00"
  },
  "language": "de",
  "source": { "sru": "http://repository.overheid.nl/sru" }
}`,
    );
    expect(message).toContain('4 mistakes');
    expect(message).toMatch(
      /line 2: since .*line 5: digest\.time .*line 7: language .*line 8: source\.sru /su,
    );
  });

  it('in the JSON itself names the line', async () => {
    expect(await mistakeIn('{\n  "since": 2021,\n}')).toMatch(/line 3: this is not valid JSON/u);
    expect(await mistakeIn('')).toContain('not valid JSON');
  });

  it('is a key that stands there twice', async () => {
    expect(await mistakeIn('{ "since": 2020,\n "since": 2021 }')).toContain(
      'line 2: "since" stands there twice',
    );
  });

  it('in the environment names the variable', async () => {
    expect(await mistakeIn({}, { GITHUB_REPOSITORY: 'no slash' })).toContain(
      'environment variable GITHUB_REPOSITORY: github.repository is "no slash"',
    );
  });

  it('never repeats a token or password', async () => {
    const token = await mistakeIn({ github: { token: 'canary' } });
    expect(token).toContain('set GITHUB_TOKEN');
    expect(token).not.toContain('canary');
    expect(await mistakeIn({ github: { apiUrl: 'https://me:canary@api.example' } })).not.toContain(
      'canary',
    );
  });

  it('is always a Failure, whatever JSON stands there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        const failure = await settledFailure(() => parse(text));
        expect(failure?.kind ?? 'config').toBe('config');
      }),
    );
  });
});

describe('hosts', () => {
  const loopback = { hosts: ['127.0.0.1'], sru: 'http://127.0.0.1:8080/sru' };

  it('allow plain http to 127.0.0.1 only when listed', async () => {
    const config = parse({ source: loopback, github: { apiUrl: 'http://127.0.0.1:9090' } });
    expect(config.source.sru).toBe(loopback.sru);
    expect(config.github.apiUrl).toBe('http://127.0.0.1:9090');
    expect(await mistakeIn({ github: { apiUrl: 'http://127.0.0.1:9090' } })).toContain(
      'github.apiUrl is',
    );
  });

  it.each([
    'http://repository.overheid.nl/sru',
    'https://elsewhere.example/sru',
    'https://10.0.0.1/sru',
    'http://localhost:8080/sru',
  ])('refuse %s as search service', async (sru) => {
    expect(await mistakeIn({ source: { sru } })).toContain(`source.sru is "${sru}"`);
  });
});

describe('digestCron', () => {
  it.each([
    ['monday', '08:30', '30 8 * * 1'],
    ['sunday', '23:05', '5 23 * * 0'],
    ['saturday', '00:00', '0 0 * * 6'],
  ] as const)('%s %s is %s', (day, time, expected) => {
    expect(digestCron({ day, time, quiet: 'silent' })).toBe(expected);
  });
});
