import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedStudies } from '../../src/study/named.ts';
import type { NameableStudy } from '../../src/study/named.ts';
import { notesOnTheme, tieNotes } from '../../src/study/note.ts';
import { tieCases } from './note-cases.ts';

const TABLE = 'Thema 15: Integratie';

function studies(...titles: readonly string[]): readonly NameableStudy[] {
  return titles.map((title, index) => ({
    id: title,
    titles: [title],
    rows: [{ table: TABLE, row: index + 1 }],
  }));
}

function named(text: string, ...titles: readonly string[]): readonly string[] {
  return namedStudies(text, TABLE, studies(...titles)).map(({ id }) => id);
}

test.for(tieCases)('%s', ([, text, titles, expected]) => {
  expect(named(text, ...titles)).toEqual(expected);
});

test('a row of another table is not the one that is named', () => {
  expect(namedStudies('De afronding van rij 1 is verschoven.', 'Thema 3', studies('A'))).toEqual(
    [],
  );
});

test('an older title of a study names it as well', () => {
  const study = { id: 's1', titles: ['Evaluatie Wet WIA', 'Evaluatie Wet WIA en Wajong'] };
  expect(namedStudies('De evaluatie Wet WIA is vertraagd.', null, [study])).toEqual([study]);
});

const place = { page: 250, pageLabel: '248', toPage: 250, table: TABLE, row: null };

test('a note about one study is kept whole, of a note about several each gets its sentences', () => {
  const both =
    'Toelichting bij dit thema. De evaluatie Wet WIA is niet doorgegaan. De middelen ontbraken. ' +
    'De monitor Leven lang ontwikkelen is later afgerond, zie nr. 12.';
  const one = 'Enige vertraging was voorzien. De evaluatie Wet WIA is in 2024 afgerond.';
  const none = 'De overige onderzoeken lopen door.';
  const notes = [both, one, none].map((text) => ({ text, place }));
  const { byStudy, others } = tieNotes(
    notes,
    studies('Evaluatie Wet WIA', 'Monitor Leven lang ontwikkelen'),
  );
  expect(others.map(({ text }) => text)).toEqual([none]);
  expect(byStudy.get('Evaluatie Wet WIA')?.map(({ text }) => text)).toEqual([
    'De evaluatie Wet WIA is niet doorgegaan. De middelen ontbraken.',
    one,
  ]);
  expect(byStudy.get('Monitor Leven lang ontwikkelen')?.map(({ text }) => text)).toEqual([
    'De monitor Leven lang ontwikkelen is later afgerond, zie nr. 12.',
  ]);
});

test('no note is lost, and what is quoted of it stands in it word for word', () => {
  const words = fc.constantFrom(
    'De',
    'evaluatie',
    'Wet',
    'WIA',
    'monitor',
    'is',
    'fase',
    '2.',
    'rij',
    '1',
    'Wajong.',
  );
  const text = fc.array(words, { minLength: 1, maxLength: 14 }).map((them) => them.join(' '));
  const known = studies('Evaluatie Wet WIA', 'Monitor Wajong', 'Wet WIA fase 2');
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const notes = texts.map((it) => ({ text: it, place }));
      const { byStudy, others } = tieNotes(notes, known);
      const tied = [...byStudy.values()].flat();
      for (const note of notes) {
        expect(others.includes(note) || tied.some((it) => note.text.includes(it.text))).toBe(true);
      }
      expect(others.length).toBeLessThanOrEqual(notes.length);
    }),
  );
});

test('a note names a theme by number or name', () => {
  const notes = [
    'Thema 8 wordt dit jaar niet uitgewerkt.',
    'Thema 18 volgt later.',
    'Armoede en schulden wordt in 2026 uitgewerkt.',
  ].map((text) => ({ text, place }));
  expect(notesOnTheme(notes, 'Thema 8: Armoede en schulden')).toEqual([notes[0], notes[2]]);
});
