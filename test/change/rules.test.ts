import { describe, expect, it } from 'vitest';
import { compare } from '../../src/change/compare.ts';
import type { Comparison } from '../../src/change/comparison.ts';
import { edition, link, study, theChange, told } from '../support/studies.ts';
import type { StudyCells } from '../support/studies.ts';

/** The same study in the jaarverslagen of 2022 and 2023, with years that pass for neither. */
function inReports(before: StudyCells, after: StudyCells): Comparison {
  return compare(
    edition('XV/2022-jaarverslag', study(before)),
    edition('XV/2023-jaarverslag', study(after)),
  );
}

function inBudgets(before: StudyCells, after: StudyCells): Comparison {
  return compare(
    edition('XV/2023-begroting', study(before)),
    edition('XV/2024-begroting', study(after)),
  );
}

describe('status', () => {
  it.each([
    ['Te starten', 'Afgerond', ['status-changed yes']],
    ['Lopend', 'Afgerond', ['status-changed yes']],
    ['Te starten', 'Lopend', ['status-changed light']],
    ['Lopend', 'Te starten', ['status-reverted yes']],
    ['Afgerond', 'Lopend', ['status-reverted yes']],
    ['Afgerond', 'Te starten', ['status-reverted yes']],
    ['Lopend', 'lopend', []],
    ['Lopend', 'N.t.b.', []],
    ['Lopend', '', []],
    ['Lopend', null, []],
    ['Lopend', '[te starten/lopend/afgerond]', []],
    [null, 'Afgerond', ['reported-finished yes']],
    ['N.t.b.', 'Afgerond', ['reported-finished yes']],
    ['', 'Lopend', ['reported-unfinished yes']],
    [null, 'Te starten', ['reported-unfinished yes']],
  ])('in a jaarverslag from %j to %j tells %j', (before, after, changes) => {
    expect(told(inReports({ status: before }, { status: after }))).toEqual(changes);
  });

  it.each([
    [null, 'Lopend', ['status-first-stated no']],
    ['', 'Te starten', ['status-first-stated no']],
    [null, 'Afgerond', ['status-first-stated light']],
    ['Lopend', 'Afgerond', ['status-changed yes']],
  ])('in a begroting from %j to %j tells %j', (before, after, changes) => {
    expect(told(inBudgets({ status: before }, { status: after }))).toEqual(changes);
  });

  it('is not news where the phase is not known', () => {
    const unknown = {
      id: null,
      chapter: null,
      year: null,
      phase: null,
      dossier: null,
      number: null,
    };
    const comparison = compare(
      { edition: unknown, studies: [study()] },
      { edition: unknown, studies: [study({ status: 'Afgerond' })] },
    );
    expect(told(comparison)).toEqual(['status-first-stated no']);
  });

  it('states the words and the rows', () => {
    const change = theChange(
      inReports({ status: 'LOPEND' }, { status: 'Afgerond' }),
      'status-changed',
    );
    expect(change).toMatchObject({
      title: 'Evaluatie Programma preventie beroepsziekten',
      field: 'status',
      before: 'lopend',
      after: 'afgerond',
      beforeRow: 0,
      afterRow: 0,
    });
  });
});

describe('another round', () => {
  it.each([
    ['Te starten', '2026'],
    ['Afgerond', '2026'],
    [null, '2026'],
    ['te starten', 'uiterlijk 2031'],
  ])('finished in 2022, now %j for %j, is a new cycle and no slip', (status, completion) => {
    const comparison = inBudgets(
      { status: 'Afgerond', completion: '2022' },
      { status, completion },
    );
    expect(told(comparison)).toEqual(['new-cycle light']);
    expect(theChange(comparison, 'new-cycle')).toMatchObject({
      field: 'completion',
      before: '2022',
      after: completion,
    });
  });

  it('begins without conclusions, which is no withdrawal of the old ones', () => {
    const comparison = inReports(
      { status: 'Afgerond', completion: '2022', conclusions: 'Het werkt.' },
      { status: 'Te starten', completion: '2026', conclusions: '' },
    );
    expect(told(comparison)).toEqual(['new-cycle light']);
  });

  it('is later than the edition that reported the end without a year', () => {
    expect(
      told(inReports({ status: 'Afgerond' }, { status: 'Te starten', completion: '2026' })),
    ).toEqual(['new-cycle light', 'completion-stated no']);
  });

  it.each([
    ['type', { type: 'Periodieke rapportage' }],
    ['title', { title: 'Beleidsdoorlichting artikel 13' }],
  ])(
    'of a periodieke rapportage (by its %s) not known as finished goes to review',
    (_by, cells) => {
      const comparison = inBudgets(
        { ...cells, completion: '2023' },
        { ...cells, completion: '2027' },
      );
      expect(comparison).toMatchObject({ pairs: [], changes: [] });
      expect(comparison.review).toEqual([
        {
          before: [expect.objectContaining({ row: 0 })],
          after: [expect.objectContaining({ row: 0 })],
          reason: expect.stringContaining('4 years later'),
        },
      ]);
    },
  );

  it('is not suspected of a periodieke rapportage three years later, nor of another type', () => {
    const type = 'Periodieke rapportage';
    expect(told(inBudgets({ type, completion: '2023' }, { type, completion: '2026' }))).toEqual([
      'postponed yes',
    ]);
    expect(told(inBudgets({ completion: '2023' }, { completion: '2028' }))).toEqual([
      'postponed yes',
    ]);
  });
});

describe('completion', () => {
  it.each([
    ['2025', '2027', ['postponed yes']],
    ['2025-2026', '2027', ['postponed yes']],
    ['2025', '2026/2027', ['postponed yes']],
    ['uiterlijk 2028', '2030', ['postponed yes']],
    ['2027', '2025', ['advanced light']],
    ['2025-2027', '2024', ['advanced light']],
    ['2025', 'n.t.b.', ['completion-withdrawn yes']],
    ['2025-2026', 'N.t.b.', ['completion-withdrawn yes']],
    ['2025', '2025, N.t.b.', []],
    ['2025', '2025 e.v.', []],
    ['n.t.b.', '2026', ['completion-stated no']],
    ['uiterlijk 2028', '2026', ['completion-stated no']],
    ['uiterlijk 2028', '2028', ['completion-stated no']],
    ['2023 e.v.', '2026', ['completion-stated no']],
    ['2024-2026', '2025', ['completion-stated no']],
    ['', '2026', ['completion-stated no']],
    [null, '2026', ['completion-stated no']],
    ['2025-2026', '2026', []],
    ['2026', '2025-2026', []],
    ['2025', '', []],
    ['2025', null, []],
    ['2025', '-', []],
    ['2025', '[jaar]', []],
    ['n.t.b.', 'ntb', []],
    ['2025', 'Afronding in 2025', []],
  ])('from %j to %j tells %j', (before, after, changes) => {
    expect(told(inBudgets({ completion: before }, { completion: after }))).toEqual(changes);
  });

  it('keeps the printed texts, from which the slip follows', () => {
    const comparison = inBudgets({ completion: '2024-2025' }, { completion: '2027' });
    expect(theChange(comparison, 'postponed')).toMatchObject({
      field: 'completion',
      before: '2024-2025',
      after: '2027',
    });
  });

  it('is a contradiction where a jaarverslag goes back behind the newer begroting', () => {
    const comparison = compare(
      edition('XV/2024-begroting', study({ completion: '2025' })),
      edition('XV/2023-jaarverslag', study({ completion: '2024' })),
    );
    expect(told(comparison)).toEqual(['conflict no']);
    expect(theChange(comparison, 'conflict')).toMatchObject({
      field: 'completion',
      before: '2025',
      after: '2024',
    });
  });

  it('does not call the end of a study a slip', () => {
    expect(
      told(
        inReports(
          { status: 'Lopend', completion: '2024' },
          { status: 'Afgerond', completion: '2025' },
        ),
      ),
    ).toEqual(['status-changed yes', 'completion-stated no']);
  });

  it('reads the year that stands beside the status', () => {
    const comparison = inReports(
      { status: 'Lopend', completion: '2024' },
      { status: 'Lopend: afronding 2026', completion: '2024' },
    );
    expect(told(comparison)).toEqual(['postponed yes']);
    expect(theChange(comparison, 'postponed')).toMatchObject({ before: '2024', after: '2026' });
  });

  it('is not compared when the years do not mean the same', () => {
    const before = { ...edition('XV/2021-jaarverslag', study({ completion: '2025' })) };
    const comparison = compare(
      { ...before, years: 'offered' },
      edition('XV/2022-jaarverslag', study({ completion: '2026' })),
    );
    expect(comparison.changes).toEqual([]);
  });
});

describe('conclusions and links', () => {
  it.each([
    ['', 'Het werkt.', ['conclusions-added yes']],
    ['Het werkt.', 'Het werkt niet.', ['conclusions-changed yes']],
    ['Het werkt.', '', ['conclusions-removed yes']],
    [null, 'Het werkt.', []],
    ['Het werkt.', null, []],
    ['', '[conclusies]', []],
    ['Het “werkt” –  zeker', 'Het "werkt" - zeker', []],
  ])('from %j to %j tells %j', (before, after, changes) => {
    expect(told(inReports({ conclusions: before }, { conclusions: after }))).toEqual(changes);
  });

  it('tells a first link and keeps another one', () => {
    const other = link('https://zoek.officielebekendmakingen.nl/blg-1');
    expect(told(inReports({}, { links: [link()] }))).toEqual(['report-linked light']);
    expect(told(inReports({ links: [link()] }, { links: [other] }))).toEqual(['link-changed no']);
    expect(told(inReports({ links: [link()] }, {}))).toEqual(['link-changed no']);
    expect(told(inReports({ links: [link(), other] }, { links: [other, link()] }))).toEqual([]);
  });
});

describe('the other fields', () => {
  it.each([
    ['title', 'Evaluatie Wet X', 'Evaluatie wet X', ['retitled no']],
    ['title', 'Evaluatie ‘Wet X’', "Evaluatie 'Wet  X'", []],
    ['type', 'Ex-post', 'Ex-durante', ['type-changed no']],
    ['type', 'Ex-post', 'ex-post', []],
    ['type', 'Ex-post', '', []],
    ['articles', '1.2 en 13', '1.3 en 13', ['articles-changed no']],
    ['articles', '1.2 en 13', '13, 1.2', []],
    ['articles', '1.2', '', []],
    ['theme', 'Thema 1: Arbeid', 'Thema 2: Arbeid', ['theme-changed no']],
    ['theme', 'Thema 1: Arbeid', null, []],
    ['description', 'Het onderzoek.', 'Een onderzoek.', ['description-changed no']],
    ['description', null, 'Een onderzoek.', []],
  ])('%s from %j to %j tells %j', (field, before, after, changes) => {
    expect(told(inReports({ [field]: before }, { [field]: after }))).toEqual(changes);
  });

  it('never tells a changed footnote', () => {
    const footnote = { mark: '1', on: 'completion', text: 'Verlengd.' } as const;
    const before = { ...study(), footnotes: [footnote] };
    const after = { ...study(), footnotes: [{ ...footnote, mark: '2' }] };
    const comparison = compare(
      edition('XV/2022-jaarverslag', before),
      edition('XV/2023-jaarverslag', after),
    );
    expect(comparison.changes).toEqual([]);
  });

  it('tells each field of one study apart', () => {
    const comparison = inReports(
      { status: 'Te starten', completion: '2025', conclusions: '', articles: '1' },
      { status: 'Lopend', completion: '2027', conclusions: 'Tussenstand.', articles: '2' },
    );
    expect(told(comparison)).toEqual([
      'status-changed light',
      'postponed yes',
      'conclusions-added yes',
      'articles-changed no',
    ]);
  });
});

const running = (completion: string): StudyCells => ({ status: 'Lopend', completion });

const overdueId = (completion: string): string =>
  theChange(inReports(running('2024'), running(completion)), 'overdue').eventId;

describe('overdue', () => {
  it.each([
    ['XV/2023-jaarverslag', '2023', true],
    ['XV/2023-jaarverslag', '2021-2022', true],
    ['XV/2023-jaarverslag', 'uiterlijk 2023', true],
    ['XV/2023-jaarverslag', '2024', false],
    ['XV/2023-jaarverslag', '2023 e.v.', false],
    ['XV/2023-jaarverslag', 'n.t.b.', false],
    ['XV/2023-jaarverslag', '', false],
    ['XV/2024-begroting', '2022', true],
    ['XV/2024-begroting', '2023', false],
  ])('in %s with %j: %s', (id, completion, expected) => {
    const comparison = compare(
      edition('XV/2020-jaarverslag'),
      edition(id, study({ status: 'Lopend', completion })),
    );
    expect(comparison.changes.some(({ kind }) => kind === 'overdue')).toBe(expected);
  });

  it.each(['Afgerond', '', 'N.t.b.', null])('never with status %j', (status) => {
    const comparison = inReports({ completion: '2023' }, { status, completion: '2023' });
    expect(comparison.changes.some(({ kind }) => kind === 'overdue')).toBe(false);
  });

  it('is told once for each year', () => {
    const first = inReports(running('2023'), running('2023'));
    expect(told(first)).toEqual(['overdue yes']);
    expect(theChange(first, 'overdue')).toMatchObject({
      field: 'completion',
      before: '2023',
      after: '2023',
    });
    expect(told(inReports(running('2022'), running('2022')))).toEqual([]);
    expect(told(inReports(running('2022'), running('2023')))).toEqual([
      'postponed yes',
      'overdue yes',
    ]);
  });

  it('has the year in its event id', () => {
    expect(overdueId('2022')).not.toBe(overdueId('2023'));
  });
});
