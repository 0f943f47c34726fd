import { describe, expect, it } from 'vitest';
import { changeIn, lineEdition, stepsOf, tellingOf } from '../support/lines.ts';
import type { StudyCells } from '../support/studies.ts';

const finishedWith = (conclusions: string): StudyCells => ({
  status: 'Afgerond',
  completion: '2023',
  conclusions,
});

/** What is told of one study that stands in each of these editions. */
function story(...steps: readonly (readonly [string, StudyCells])[]): readonly string[] {
  return tellingOf(...steps.map(([id, cells]) => lineEdition(id, { is: 's1', ...cells }))).map(
    (line) => line.replace('XV/', '').replace(' s1', ''),
  );
}

describe('one change is told once, at the first edition that shows it', () => {
  it('a slip that the begroting told in September is not told again in May', () => {
    expect(
      story(
        ['XV/2024-begroting', { completion: '2024' }],
        ['XV/2025-begroting', { completion: '2026' }],
        ['XV/2023-jaarverslag', { completion: '2024' }],
        ['XV/2024-jaarverslag', { completion: '2025-2026' }],
        ['XV/2026-begroting', { completion: '2026' }],
        ['XV/2025-jaarverslag', { completion: '2027' }],
      ),
    ).toEqual(['2025-begroting postponed yes', '2025-jaarverslag postponed yes']);
  });

  it('what was told otherwise in between is told again', () => {
    expect(
      story(
        ['XV/2021-jaarverslag', { status: 'Lopend' }],
        ['XV/2022-jaarverslag', { status: 'Afgerond' }],
        ['XV/2025-begroting', { status: 'Lopend' }],
        ['XV/2024-jaarverslag', { status: 'Afgerond' }],
      ),
    ).toEqual([
      '2022-jaarverslag status-changed yes',
      '2025-begroting status-reverted yes',
      '2024-jaarverslag status-changed yes',
    ]);
  });

  it('a year that passed is told once over both phases, and apart from the year that was moved', () => {
    expect(
      story(
        ['XV/2022-jaarverslag', { status: 'Lopend', completion: '2023' }],
        ['XV/2024-begroting', { status: 'Lopend', completion: '2023' }],
        ['XV/2023-jaarverslag', { status: 'Lopend', completion: '2023' }],
        ['XV/2025-begroting', { status: 'Lopend', completion: '2023' }],
        ['XV/2024-jaarverslag', { status: 'Lopend', completion: '2024' }],
      ),
    ).toEqual([
      '2023-jaarverslag overdue yes',
      '2024-jaarverslag postponed yes',
      '2024-jaarverslag overdue yes',
    ]);
  });

  it('a column that an edition lacks and a placeholder keep what was known', () => {
    expect(
      story(
        ['XV/2022-jaarverslag', { status: 'Lopend', completion: '2024', conclusions: '' }],
        ['XV/2024-begroting', { status: null, completion: '-' }],
        ['XV/2025-begroting', { status: '[te starten/lopend/afgerond]', completion: '' }],
        ['XV/2024-jaarverslag', { status: 'Afgerond', completion: '2024', conclusions: 'Goed.' }],
      ),
    ).toEqual(['2024-jaarverslag status-changed yes', '2024-jaarverslag conclusions-added yes']);
  });

  it('the link of a jaarverslag is not gone because the begroting prints none', () => {
    const links = [{ url: 'https://open.overheid.nl/rapport', text: 'hier' }];
    expect(
      story(
        ['XV/2022-jaarverslag', { status: 'Afgerond' }],
        ['XV/2023-jaarverslag', { status: 'Afgerond', links }],
        ['XV/2025-begroting', { status: 'Afgerond' }],
        ['XV/2024-jaarverslag', { status: 'Afgerond', links }],
        ['XV/2025-jaarverslag', { status: 'Afgerond' }],
      ),
    ).toEqual(['2023-jaarverslag report-linked light', '2025-jaarverslag link-changed no']);
  });
});

describe('planned in a begroting, reported in a jaarverslag', () => {
  it.each([
    ['Afgerond', ['2022-jaarverslag reported-finished yes']],
    ['Lopend', ['2022-jaarverslag reported-unfinished yes', '2022-jaarverslag overdue yes']],
    ['Te starten', ['2022-jaarverslag reported-unfinished yes', '2022-jaarverslag overdue yes']],
    ['N.t.b.', []],
  ])('with status %j', (status, expected) => {
    expect(
      story(
        ['XV/2022-begroting', { completion: '2022' }],
        ['XV/2022-jaarverslag', { status, completion: '2022' }],
      ),
    ).toEqual(expected);
  });

  it('stands against the edition and the row that planned it', () => {
    const change = changeIn(
      'reported-finished',
      lineEdition('XV/2023-begroting', { is: 's2' }, { is: 's1', completion: '2022' }),
      lineEdition('XV/2022-jaarverslag', { is: 's1', status: 'Afgerond', completion: '2022' }),
    );
    expect(change).toMatchObject({
      row: 0,
      against: { edition: { id: 'XV/2023-begroting' }, row: 1 },
    });
  });
});

describe('a jaarverslag against the newer begroting', () => {
  const planned = ['XV/2024-begroting', { completion: '2025' }] as const;

  it.each([
    ['Lopend', '2024', '2023-jaarverslag conflict no'],
    [null, '2024', '2023-jaarverslag conflict no'],
    ['Lopend', 'n.t.b.', '2023-jaarverslag conflict no'],
    ['Lopend', '2026', '2023-jaarverslag postponed yes'],
    ['Afgerond', '2023', '2023-jaarverslag advanced light'],
  ])('%j for %j: %s', (status, completion, expected) => {
    const report = ['XV/2023-jaarverslag', { status, completion }] as const;
    expect(story(planned, report)).toContain(expected);
  });

  it('keeps the plan of the begroting, so that its repetition is no slip', () => {
    expect(
      story(
        planned,
        ['XV/2023-jaarverslag', { completion: '2024' }],
        ['XV/2025-begroting', { completion: '2025' }],
        ['XV/2024-jaarverslag', { completion: '2024' }],
        ['XV/2026-begroting', { completion: '2026' }],
      ),
    ).toEqual([
      '2023-jaarverslag conflict no',
      '2024-jaarverslag conflict no',
      '2026-begroting postponed yes',
    ]);
  });

  it('is an earlier year where the begroting is not newer', () => {
    expect(story(planned, ['XV/2024-jaarverslag', { completion: '2024' }])).toEqual([
      '2024-jaarverslag advanced light',
    ]);
  });
});

describe('rounds', () => {
  const finished = ['XV/2023-jaarverslag', { status: 'Afgerond', completion: '2023' }] as const;
  const announced = ['XV/2025-begroting', { status: 'Te starten', completion: '2028' }] as const;

  it('the finished round that jaarverslagen go on to list is not the new one', () => {
    expect(
      story(
        finished,
        announced,
        ['XV/2024-jaarverslag', { status: 'Afgerond', completion: '2023' }],
        ['XV/2025-jaarverslag', { status: 'Afgerond' }],
        ['XV/2027-begroting', { status: 'Lopend', completion: '2028' }],
      ),
    ).toEqual(['2025-begroting new-cycle light', '2027-begroting status-changed light']);
  });

  it('its conclusions are compared with its own', () => {
    expect(
      story(
        ['XV/2023-jaarverslag', finishedWith('')],
        announced,
        ['XV/2024-jaarverslag', finishedWith('Het werkt.')],
        ['XV/2025-jaarverslag', finishedWith('Het werkt.')],
      ),
    ).toEqual(['2025-begroting new-cycle light', '2024-jaarverslag conclusions-added yes']);
  });

  it('begin without slips, and without a status when none is stated', () => {
    const steps = stepsOf(
      lineEdition('XV/2023-begroting', { is: 's1', completion: '2022' }),
      lineEdition('XV/2024-begroting', { is: 's1', completion: '2023' }),
      lineEdition('XV/2023-jaarverslag', { is: 's1', status: 'Afgerond', completion: '2023' }),
      lineEdition('XV/2025-begroting', { is: 's1', completion: '2028' }),
      lineEdition('XV/2026-begroting', { is: 's1', completion: '2029' }),
      lineEdition('XV/2027-begroting', { is: 's1', completion: '2031' }),
    );
    const { round, former } = steps.at(-1)?.known.get('s1') ?? {};
    expect(round).toMatchObject({ status: null, slips: 2, firstPlan: { value: { to: 2028 } } });
    expect(former).toMatchObject({ slips: 1, firstPlan: { value: { to: 2022 } } });
  });

  it('a begroting that repeats its old plan of what was finished early announces none', () => {
    expect(
      story(
        ['XV/2024-begroting', { completion: '2024' }],
        ['XV/2023-jaarverslag', { status: 'Afgerond', completion: '2023' }],
        ['XV/2025-begroting', { completion: '2024' }],
        ['XV/2024-jaarverslag', { status: 'Afgerond', completion: '2023' }],
      ),
    ).toEqual(['2023-jaarverslag reported-finished yes', '2023-jaarverslag advanced light']);
  });

  it('a periodieke rapportage that may have slipped or begun anew tells nothing, and stays known', () => {
    const type = 'Periodieke rapportage';
    const editions = [
      lineEdition('XV/2023-begroting', { is: 's1', type, completion: '2023' }),
      lineEdition('XV/2024-begroting', { is: 's1', type, completion: '2028' }),
      lineEdition('XV/2023-jaarverslag', {
        is: 's1',
        type,
        status: 'Afgerond',
        completion: '2023',
      }),
    ];
    expect(tellingOf(...editions)).toEqual(['XV/2023-jaarverslag s1 reported-finished yes']);
    expect(stepsOf(...editions)[1]?.doubts).toMatchObject([{ row: 0 }]);
  });
});

describe('years under model 3.45 of 2021', () => {
  it('are not compared with those of later models, and do not take their place', () => {
    expect(
      story(
        ['XV/2021-begroting', { completion: '2021' }],
        ['XV/2020-jaarverslag', { completion: '2023' }],
        ['XV/2022-begroting', { completion: '2022' }],
      ),
    ).toEqual(['2022-begroting postponed yes']);
    expect(
      story(
        ['XV/2020-jaarverslag', { completion: '2021' }],
        ['XV/2021-jaarverslag', { completion: '2022' }],
      ),
    ).toEqual([]);
  });
});

describe('what a jaarverslag gives no account of', () => {
  const other = { is: 's9', status: 'Afgerond', completion: '2020' };

  it('is told with the begroting that planned it, also when no jaarverslag ever listed it', () => {
    const editions = [
      lineEdition('XV/2022-begroting', { is: 's1', completion: '2022' }, { is: 's2' }),
      lineEdition('XV/2021-jaarverslag', other),
      lineEdition('XV/2023-begroting', { is: 's2' }),
      lineEdition('XV/2022-jaarverslag', other),
      lineEdition('XV/2023-jaarverslag', other),
    ];
    expect(tellingOf(...editions)).toEqual([
      'XV/2023-begroting s1 awaiting-report no',
      'XV/2022-jaarverslag s1 not-accounted-for yes',
    ]);
    expect(changeIn('not-accounted-for', ...editions).against).toMatchObject({
      edition: { id: 'XV/2022-begroting' },
      row: 0,
    });
  });
});
