import { describe, expect, it } from 'vitest';
import { withTableReasons } from '../../src/study/table-reasons.ts';
import { study } from '../support/studies.ts';
import type { StudyCells } from '../support/studies.ts';

const WHOLE: StudyCells = {
  title: 'Evaluatie arbocatalogi',
  type: 'Ex-post evaluatie',
  completion: '2022',
  status: 'Afgerond',
  articles: '1',
  theme: 'Thema 1: Werk',
  subtheme: 'Overig',
  description: 'De regeling wordt bezien.',
};

/** Reasons of each of these rows, which stand below eight whole ones. */
function found(...rows: readonly StudyCells[]): readonly (readonly string[])[] {
  const studies = [...Array.from({ length: 8 }, () => WHOLE), ...rows].map((cells) => study(cells));
  return withTableReasons(studies)
    .slice(8)
    .map(({ confidence }) =>
      (confidence?.reasons ?? []).map(({ kind, on, level }) => `${kind} on ${on}: ${level}`),
    );
}

it('whole rows raise no doubt of each other', () => {
  expect(found(WHOLE, WHOLE)).toEqual([[], []]);
  expect(withTableReasons([study(WHOLE)])[0]).not.toHaveProperty('confidence');
});

describe('a row that was cut in two', () => {
  it('shows in a second half without the short cells that all others have, and in the first', () => {
    const rest = { ...WHOLE, title: 'MEI', type: '', completion: '', status: '', articles: '' };
    expect(found(WHOLE, rest, WHOLE)).toEqual([
      ['row-may-go-on on row: low'],
      [
        'row-may-be-part on row: low',
        'empty-cell on completion: medium',
        'empty-cell on status: medium',
        'empty-cell on type: medium',
        'empty-cell on articles: medium',
      ],
      [],
    ]);
  });

  it.each(['voor werkgevers', '(MDIEU)'])('shows in a title such as “%s”', (title) => {
    expect(found({ ...WHOLE, title })).toEqual([['row-may-be-part on row: low']]);
  });

  it.each(['Evaluatie van de', 'Evaluatie arbo-', 'Evaluatie regeling voor'])(
    'shows in a title such as “%s”',
    (title) => {
      expect(found({ ...WHOLE, title })).toEqual([['cut-text on title: medium']]);
    },
  );
});

it('one cell that is empty where most are filled is doubt of that cell alone', () => {
  expect(found({ ...WHOLE, status: '' })).toEqual([['empty-cell on status: low']]);
  const fewer = { ...WHOLE, status: '' };
  expect(found(fewer, fewer)).toEqual([
    ['empty-cell on status: medium'],
    ['empty-cell on status: medium'],
  ]);
});

it('a column that many rows leave empty says nothing', () => {
  const open = { ...WHOLE, status: '' };
  expect(found(open, open, open, open)).toEqual([[], [], [], []]);
});

describe('themes and subthemes', () => {
  it.each<[StudyCells, string]>([
    [{ theme: 'en klimaat' }, 'cut-text on theme: low'],
    [{ theme: 'Communicatie:' }, 'cut-text on theme: low'],
    [{ subtheme: '(MDIEU)' }, 'cut-text on subtheme: low'],
    [
      { subtheme: 'Onderzocht wordt of de inzet van middelen heeft geleid tot betere uitkomsten' },
      'cut-text on subtheme: medium',
    ],
  ])('%o is part of another text', (cells, expected) => {
    expect(found({ ...WHOLE, ...cells })).toEqual([[expected]]);
  });

  it.each([
    'Overig',
    'Recent afgerond evaluatieonderzoek:',
    'Beleid dat uitvoerbaar is en werkt: voor mensen en medeoverheden',
    'Subthema 1.1. Bijdragen aan de nationale en internationale veiligheid in de wereld van nu',
  ])('“%s” is a name', (subtheme) => {
    expect(found({ ...WHOLE, subtheme })).toEqual([[]]);
  });
});

it('a description within a sentence is odd where the others are whole', () => {
  const begins = { ...WHOLE, description: 'worden betrokken bij de wet.' };
  const ends = { ...WHOLE, description: 'De regeling wordt' };
  expect(found(begins, ends)).toEqual([
    ['cut-text on description: medium'],
    ['cut-text on description: medium'],
  ]);
});
