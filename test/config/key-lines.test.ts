import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyLines } from '../../src/config/key-lines.ts';
import { nearest } from '../../src/config/nearest.ts';

it('finds the line of every key and item, through strings that look like structure', () => {
  const text = `{
  "a": "{ \\"b\\": [1,\\n2] }",
  "c": { "d": [ 1,
      { "e": null } ] },
  "f": -1.5e3
}`;
  expect(Object.fromEntries(keyLines(text).lines)).toStrictEqual({
    a: 2,
    c: 3,
    'c.d': 3,
    'c.d.0': 3,
    'c.d.1': 4,
    'c.d.1.e': 4,
    f: 5,
  });
});

it('knows each key of any JSON object, and none twice', () => {
  const keys = fc.stringMatching(/^[a-z]{1,4}$/u);
  const values = fc.dictionary(keys, fc.dictionary(keys, fc.array(fc.string(), { maxLength: 3 })));
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 4 }), (value, indent) => {
      const { lines, repeated } = keyLines(JSON.stringify(value, null, indent));
      const expected: string[] = [];
      for (const [key, inner] of Object.entries(value)) {
        expected.push(key);
        for (const [name, items] of Object.entries(inner)) {
          expected.push(`${key}.${name}`);
          for (const index of items.keys()) expected.push(`${key}.${name}.${index}`);
        }
      }
      expect([...lines.keys()]).toStrictEqual(expected);
      expect(repeated).toStrictEqual([]);
    }),
  );
});

it.each([
  ['chaptrs', 'chapters'],
  ['langauge', 'language'],
  ['Since', 'since'],
  ['repository', null],
  ['x', null],
])('nearest to %s is %s', (word, expected) => {
  expect(nearest(word, ['chapters', 'since', 'language', 'source'])).toBe(expected);
});
