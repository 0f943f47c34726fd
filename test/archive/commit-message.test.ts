import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { commitMessage } from '../../src/archive/commit-message.ts';

/** Names and values as git reads them back from the message. */
function parsedTrailers(message: string): readonly string[] {
  const options = { input: message, encoding: 'utf8' } as const;
  const { stdout, status } = spawnSync('git', ['interpret-trailers', '--parse'], options);
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => line !== '');
}

it('parts subject, body and trailers by an empty line', () => {
  const message = commitMessage({
    subject: 'XV 2022 jaarverslag: 41 studies, 3 changes',
    body: 'Two studies were finished.\n\n\n\nOne slipped.\n',
    trailers: [
      ['Edition', 'XV/2022-jaarverslag'],
      ['Extractor', '1'],
    ],
  });
  expect(message).toBe(
    'XV 2022 jaarverslag: 41 studies, 3 changes\n\nTwo studies were finished.\n\nOne slipped.\n\n' +
      'Edition: XV/2022-jaarverslag\nExtractor: 1\n',
  );
  expect(parsedTrailers(message)).toStrictEqual(['Edition: XV/2022-jaarverslag', 'Extractor: 1']);
});

it('does without body and trailers', () => {
  expect(commitMessage({ subject: 'One\nline', body: '', trailers: [] })).toBe('One line\n');
});

it('refuses a name that is none', () => {
  expect(() => commitMessage({ subject: 's', body: '', trailers: [['No name', 'x']] })).toThrow(
    '"No name"',
  );
});

it('gives git the trailers back, whatever stands in body and values', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  const hostile = fc.oneof(
    text,
    fc.constantFrom('--- \nx', 'Edition: other', '# c', 'a\n\nB: c', ''),
  );
  const trailers = fc.array(fc.tuple(fc.stringMatching(/^[A-Z][a-z0-9-]{0,8}$/u), hostile), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(hostile, trailers, (body, pairs) => {
      const message = commitMessage({ subject: 'Subject', body, trailers: pairs });
      const expected = pairs.map(([name, value]) =>
        `${name}: ${value.replace(/[\s\p{Cc}]+/gu, ' ').trim()}`.trimEnd(),
      );
      expect(parsedTrailers(message).map((line) => line.trimEnd())).toStrictEqual(expected);
    }),
    { numRuns: 60 },
  );
});
