import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { stepSummary } from '../../scripts/step-summary.ts';
import type { Summary, SummaryChange } from '../../src/app/summary.ts';

const CHANGE: SummaryChange = {
  kind: 'status-changed',
  title: 'Evaluatie | wet <b>WIA</b>',
  field: 'status',
  before: 'lopend',
  after: 'afgerond',
  beforeRow: 0,
  afterRow: 3,
  news: 'yes',
  eventId: 'e1',
  study: 's00001',
  edition: 'XV/2022-jaarverslag',
  against: 'XV/2021-jaarverslag',
};

const SUMMARY: Summary = {
  rereads: [],
  editions: [{ id: 'XV/2022-jaarverslag', print: 'ab', outcome: 'new', studies: 41, changes: 3 }],
  changes: [CHANGE, { ...CHANGE, title: 'Only moved', kind: 'moved', news: 'no' }],
  deliveries: [{ channel: 'outbox', created: 1, updated: 0, commented: 0, skipped: 2, queued: 0 }],
  errors: [],
};

describe('the step summary', () => {
  it('lists editions, news, deliveries and errors, with quoted text made inert', () => {
    const text = stepSummary(JSON.stringify(SUMMARY));
    expect(text).toContain('| XV/2022-jaarverslag | new | 41 | 3 |');
    expect(text).toContain(
      String.raw`| status-changed | Evaluatie \| wet \<b>WIA\</b> | lopend | afgerond |`,
    );
    expect(text).not.toContain('Only moved');
    expect(text).toContain('| outbox | 1 | 0 | 0 | 2 | 0 |');
    expect(text).toMatch(/### Errors\n\nNone\.\n$/u);
  });

  it('stays below what Actions takes, however much has changed', () => {
    const changes = Array.from({ length: 5000 }, () => CHANGE);
    const text = stepSummary(JSON.stringify({ ...SUMMARY, changes }));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain('4800 more are in the log.');
  });

  it('says so when there is none', () => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/step-summary.ts'], {
      input: '',
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('see the log');
  });
});
