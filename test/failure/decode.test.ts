import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeJson } from '../../src/failure/decode.ts';
import { failureOf } from '../support/failure.ts';

const schema = z.object({ studies: z.array(z.object({ title: z.string() })) });
const options = {
  kind: 'snapshot-damaged',
  what: 'a snapshot',
  remedy: 'Restore it from git',
} as const;
const decode = (text: string): unknown => decodeJson(schema, text, 'XV/a.json', options);

describe('decodeJson', () => {
  it('gives the value, also behind a byte order mark', () => {
    expect(decode('\uFEFF{"studies":[{"title":"A"}]}')).toEqual({ studies: [{ title: 'A' }] });
  });

  it.each([
    ['{"studies":[{"title":"A"}', 'this is not a snapshot: Expected'],
    ['', 'this is not a snapshot: Unexpected end'],
    ['{"studies":[{"title":"A"},{"title":1}]}', 'studies[1].title: '],
    ['null', 'the whole: '],
    ['{\n<<<<<<< ours\n"studies":[]\n', 'line 2 holds the mark of an unresolved merge'],
  ])('names file, place and remedy for %j', async (text, problem) => {
    const failure = await failureOf(() => decode(text));
    expect(failure).toMatchObject({ kind: 'snapshot-damaged', subject: 'XV/a.json' });
    expect(failure.message).toContain(problem);
    expect(failure.message).toMatch(/^XV\/a\.json: .*\. Restore it from git\.$/);
  });

  it('stays short when everything is wrong', async () => {
    const studies = Array.from({ length: 50 }, () => ({}));
    const failure = await failureOf(() => decode(JSON.stringify({ studies })));
    expect(failure.message).toContain('; and 47 more');
  });
});
