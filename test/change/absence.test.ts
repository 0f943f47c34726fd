import { describe, expect, it } from 'vitest';
import { compare } from '../../src/change/compare.ts';
import type { ComparedEdition } from '../../src/change/compared-edition.ts';
import { edition, study, theChange, told } from '../support/studies.ts';
import type { StudyCells } from '../support/studies.ts';

const STAYS = study({
  title: 'Evaluatie die blijft',
  theme: 'Thema 1: Arbeid',
  status: 'Afgerond',
});

/** A study that stands in the first edition only, beside one that stays. */
function gone(before: string, cells: StudyCells, after: string): readonly string[] {
  return told(compare(edition(before, study(cells), STAYS), edition(after, STAYS)));
}

describe('a row that left', () => {
  it.each([
    // [edition, status, completion, kind and news]
    ['XV/2024-begroting', 'Afgerond', '2022', 'aged-out no'],
    ['XV/2024-begroting', 'Afgerond', '2026', 'aged-out no'],
    ['XV/2024-begroting', null, '2023', 'awaiting-report no'],
    ['XV/2024-begroting', 'Lopend', '2022-2023', 'awaiting-report no'],
    ['XV/2024-begroting', null, '2024', 'vanished yes'],
    ['XV/2024-begroting', 'Te starten', '2026', 'vanished yes'],
    ['XV/2024-begroting', 'Lopend', 'n.t.b.', 'vanished yes'],
    ['XV/2024-begroting', null, null, 'vanished yes'],
    ['XV/2024-begroting', 'N.t.b.', '2023 e.v.', 'vanished yes'],
  ])('of begroting 2023, not in %s: %j, %j: %s', (after, status, completion, expected) => {
    expect(gone('XV/2023-begroting', { status, completion }, after)).toEqual([expected]);
  });

  it.each([
    ['Afgerond', '2019', 'aged-out no'],
    ['Lopend', '2023', 'not-accounted-for yes'],
    ['Te starten', 'uiterlijk 2022', 'not-accounted-for yes'],
    // The table tells nothing of these; they keep their place in the comparison.
    ['Lopend', '2024', 'vanished no'],
    ['Lopend', 'n.t.b.', 'vanished no'],
    ['Lopend', null, 'vanished no'],
    // Without a status a row of a jaarverslag may well be finished.
    [null, '2023', 'vanished no'],
    ['N.t.b.', '2022', 'vanished no'],
  ])('of jaarverslag 2022, not in jaarverslag 2023: %j, %j: %s', (status, completion, expected) => {
    expect(gone('XV/2022-jaarverslag', { status, completion }, 'XV/2023-jaarverslag')).toEqual([
      expected,
    ]);
  });

  it('was planned without a status in a begroting and is not in the jaarverslag', () => {
    expect(gone('XV/2023-begroting', { completion: '2023' }, 'XV/2023-jaarverslag')).toEqual([
      'not-accounted-for yes',
    ]);
    expect(gone('XV/2023-begroting', { completion: '2025' }, 'XV/2023-jaarverslag')).toEqual([
      'vanished no',
    ]);
  });

  it('is no longer mentioned when a later print of the same edition leaves it out', () => {
    for (const status of ['Afgerond', 'Lopend', null]) {
      expect(
        gone('XV/2023-begroting', { status, completion: '2023' }, 'XV/2023-begroting'),
      ).toEqual(['vanished yes']);
    }
  });

  it('tells nothing where the edition is not known', () => {
    const unknown: ComparedEdition = {
      edition: { id: null, chapter: null, year: null, phase: null, dossier: null, number: null },
      studies: [],
    };
    const before = { ...unknown, studies: [study({ status: 'Lopend', completion: '2020' })] };
    expect(told(compare(before, unknown))).toEqual(['vanished no']);
  });

  it('stands in no field, with its row on one side only', () => {
    const comparison = compare(
      edition('XV/2023-begroting', STAYS, study({ completion: '2026' })),
      edition('XV/2024-begroting', STAYS),
    );
    expect(theChange(comparison, 'vanished')).toMatchObject({
      field: null,
      before: null,
      after: null,
      beforeRow: 1,
      afterRow: null,
    });
  });
});

const integration = (title: string, more: StudyCells = {}): StudyCells => ({
  title,
  theme: 'Thema 15: Integratie',
  completion: '2026',
  ...more,
});

const table = (caption: string): StudyCells => ({ place: { table: caption } });

describe('a theme that a begroting leaves out', () => {
  const before = edition(
    'XV/2023-begroting',
    study(integration('Eerste')),
    study(integration('Tweede')),
    study(integration('Derde', { completion: '2023' })),
    study(integration('Vierde', { status: 'Afgerond' })),
    STAYS,
  );

  it('is one event for all its rows; what was due or done is told as such', () => {
    const comparison = compare(before, edition('XV/2024-begroting', STAYS));
    expect(told(comparison)).toEqual([
      'theme-absent light',
      'theme-absent light',
      'awaiting-report no',
      'aged-out no',
    ]);
    const [first, second] = comparison.changes;
    expect(first).toMatchObject({ title: 'Eerste', before: 'Thema 15: Integratie', beforeRow: 0 });
    expect(second?.eventId).toBe(first?.eventId);
  });

  it('is not absent while one of its rows is there under another theme', () => {
    const moved = study(integration('Eerste', { theme: 'Thema 1: Arbeid' }));
    const comparison = compare(before, edition('XV/2024-begroting', STAYS, moved));
    expect(told(comparison)).toContain('vanished yes');
    expect(told(comparison)).not.toContain('theme-absent light');
  });

  it('is not absent with another number, or named without studies', () => {
    const renumbered = study({ title: 'Nieuw', theme: 'SEA-thema 3: Integratie' });
    const named = { ...edition('XV/2024-begroting', STAYS), themes: ['Thema 15: Integratie'] };
    for (const after of [edition('XV/2024-begroting', STAYS, renumbered), named]) {
      expect(told(compare(before, after))).toContain('vanished yes');
    }
  });

  it('cannot be seen to be absent in an annex without themes', () => {
    const after = edition('XV/2024-begroting', study({ title: 'Nieuw' }));
    expect(told(compare(before, after))).toContain('vanished yes');
  });

  it('may be a table with its caption', () => {
    const comparison = compare(
      edition(
        'VI/2025-begroting',
        study({ title: 'Weg', completion: '2027', ...table('Tabel 118 Artikel 31 - Politie') }),
        study({ title: 'Blijft', ...table('Tabel 119 Artikel 33 - Veiligheid') }),
      ),
      edition(
        'VI/2026-begroting',
        study({ title: 'Blijft', ...table('Tabel 95 Artikel 33 - Veiligheid') }),
      ),
    );
    expect(theChange(comparison, 'theme-absent').before).toBe('Tabel 118 Artikel 31 - Politie');
  });

  it('is nothing in a jaarverslag', () => {
    const report = edition(
      'XV/2022-jaarverslag',
      study(integration('Eerste', { status: 'Lopend', completion: '2022' })),
      STAYS,
    );
    expect(told(compare(report, edition('XV/2023-jaarverslag', STAYS)))).toEqual([
      'not-accounted-for yes',
    ]);
  });
});

describe('a row that is new', () => {
  it('is told in the report only', () => {
    const comparison = compare(
      edition('XV/2023-begroting'),
      edition('XV/2024-begroting', study({ completion: '2026' })),
    );
    expect(told(comparison)).toEqual(['added no']);
    expect(comparison.changes[0]).toMatchObject({ beforeRow: null, afterRow: 0, field: null });
  });

  it('may come with a year that has passed', () => {
    const comparison = compare(
      edition('XV/2022-jaarverslag'),
      edition('XV/2023-jaarverslag', study({ status: 'Lopend', completion: '2022' })),
    );
    expect(told(comparison)).toEqual(['added no', 'overdue yes']);
  });
});
