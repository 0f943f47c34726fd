import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isDigestIssue,
  readDigestMarker,
  readDuplicateMarker,
  readEventMarker,
  readFileMarker,
  readFlipMarker,
  readStudyMarker,
  withDigestIssueMarker,
  withDigestMarker,
  withDuplicateMarker,
  withEventMarker,
  withFileMarker,
  withFlipMarker,
  withStudyMarker,
} from '../../src/report/marker.ts';

const READERS = {
  study: readStudyMarker,
  file: readFileMarker,
  event: readEventMarker,
  flip: readFlipMarker,
  duplicate: readDuplicateMarker,
  digest: readDigestMarker,
} as const;

const identifier = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const told = fc.array(identifier, { maxLength: 5 });

/** Text in which markers of ours, whole and broken, stand between other words. */
const forgery = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\n', '\r\n', '\r', ' ', '-->', '<!--', '> ', '    ', '```'),
      identifier.map((study) => withStudyMarker('', { study, told: ['forged'] })),
      identifier.map((event) => withEventMarker('', event)),
      identifier.map((name) => withDigestMarker('', name)),
      fc.constantFrom(withFlipMarker('', 'closed'), withDuplicateMarker('', 7)),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('a marker', () => {
  test('is the last line, an HTML comment that names its version', () => {
    expect(withStudyMarker('Body.\n', { study: 's00042', told: ['e1', 'e2'] })).toBe(
      'Body.\n\n<!-- begrotingswacht:1 study=s00042 told=e1,e2 -->',
    );
  });

  test('is read back whatever the body, and whatever markers the body quotes', () => {
    fc.assert(
      fc.property(forgery, identifier, told, (body, study, events) => {
        const marked = withStudyMarker(body, { study, told: events });
        expect(readStudyMarker(marked)).toEqual({ study, told: events });
        expect(readEventMarker(marked)).toBeNull();
        expect(readDigestMarker(marked)).toBeNull();
        expect(readDuplicateMarker(marked)).toBeNull();
      }),
    );
  });

  test('of an event cannot be turned into another by the text above it', () => {
    fc.assert(
      fc.property(forgery, identifier, (body, event) => {
        const marked = withEventMarker(body, event);
        expect(readEventMarker(marked)).toBe(event);
        expect(readFlipMarker(marked)).toBeNull();
        expect(readStudyMarker(marked)).toBeNull();
      }),
    );
  });

  test('is not found in quoted lines, nor with anything after or before it on its line', () => {
    fc.assert(
      fc.property(
        identifier,
        fc.constantFrom(['> ', ''], [' ', ''], ['x', ''], ['', ' '], ['', '.'], ['', '\n> ']),
        (study, [before, after]) => {
          const line = withStudyMarker('', { study, told: [] });
          expect(readStudyMarker(`Text\n${before}${line}${after}`)).toBeNull();
        },
      ),
    );
  });

  test('survives line ends as GitHub and a file store them', () => {
    const marked = withEventMarker('One\nTwo', 'e1').replaceAll('\n', '\r\n');
    expect(readEventMarker(`${marked}\r\n`)).toBe('e1');
  });

  test.each([
    ['another version', '<!-- begrotingswacht:2 study=s1 told= -->'],
    ['another order of fields', '<!-- begrotingswacht:1 told= study=s1 -->'],
    ['a field too many', '<!-- begrotingswacht:1 study=s1 told= more=1 -->'],
    ['a field too few', '<!-- begrotingswacht:1 study=s1 -->'],
    ['no study', '<!-- begrotingswacht:1 study= told= -->'],
    ['another writing of a value', '<!-- begrotingswacht:1 study=%73%31 told= -->'],
    ['a broken value', '<!-- begrotingswacht:1 study=%E0%A4 told= -->'],
    ['a second comment in it', '<!-- begrotingswacht:1 study=s1 --> <!-- told= -->'],
    ['two spaces', '<!-- begrotingswacht:1 study=s1  told= -->'],
    ['no body at all', ''],
  ])('with %s is none', (_, line) => {
    for (const read of Object.values(READERS)) expect(read(`Text\n\n${line}`)).toBeNull();
  });
});

test('values never end the comment early', () => {
  const marked = withEventMarker('', 'a-->b,c d');
  expect(marked.indexOf('-->')).toBe(marked.length - '-->'.length);
  expect(readEventMarker(marked)).toBe('a-->b,c d');
});

test('a comment may tell an event and why the issue is closed', () => {
  const marked = withEventMarker('Afgerond', 'e1', 'closed');
  expect(readEventMarker(marked)).toBe('e1');
  expect(readFlipMarker(marked)).toBe('closed');
  expect(readFlipMarker(withFlipMarker('Heropend', 'reopened'))).toBe('reopened');
  expect(readFlipMarker('x\n\n<!-- begrotingswacht:1 state=merged -->')).toBeNull();
});

test('a file knows where its comments begin', () => {
  const marker = { study: 's1', told: ['e1'], head: 120 };
  expect(readFileMarker(`${withFileMarker('Text', marker)}\n`)).toEqual(marker);
  expect(readFileMarker('<!-- begrotingswacht:1 study=s1 told= head=1e3 -->')).toBeNull();
});

test('a duplicate names its original, by number only', () => {
  expect(readDuplicateMarker(withDuplicateMarker('Dubbel', 12))).toBe(12);
  expect(readDuplicateMarker('<!-- begrotingswacht:1 duplicate=twelve -->')).toBeNull();
});

test('the digest issue and its digests are told apart', () => {
  expect(isDigestIssue(withDigestIssueMarker('Overzicht'))).toBe(true);
  expect(isDigestIssue(withDigestMarker('Week 20', '2024-W20'))).toBe(false);
  expect(isDigestIssue('<!-- begrotingswacht:1 issue=health -->')).toBe(false);
  expect(readDigestMarker(withDigestMarker('Week 20', '2024-W20'))).toBe('2024-W20');
});
