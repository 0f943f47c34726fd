import { describe, expect, it } from 'vitest';
import { changeIn, lineEdition, stepsOf, tellingOf } from '../support/lines.ts';
import type { LineEdition } from '../../src/change/line.ts';
import type { LineRow } from '../support/lines.ts';
import { study } from '../support/studies.ts';
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

const OTHER = { is: 's9', status: 'Afgerond', completion: '2020' };

const planned = (year: string): LineRow => ({ is: 's1', completion: year });

const reportOn = (year: number): LineEdition => lineEdition(`XV/${year}-jaarverslag`, OTHER);

const budgetOf = (year: number, ...rows: readonly LineRow[]): LineEdition =>
  lineEdition(`XV/${year}-begroting`, OTHER, ...rows);

const twice = (status: string): readonly LineRow[] => [
  { is: 's1', status, theme: 'Thema 1: Arbeid' },
  { is: 's1', status, theme: 'Thema 2: Zorg' },
];

const told = (...editions: readonly LineEdition[]): readonly string[] =>
  stepsOf(...editions)
    .slice(-2)
    .flatMap(({ changes }) => changes.map(({ eventId }) => eventId));

describe('what a jaarverslag gives no account of', () => {
  it('is told with the begroting that planned it, once, also when no jaarverslag ever listed it', () => {
    const editions = [
      budgetOf(2022, planned('2022')),
      budgetOf(2023),
      reportOn(2021),
      reportOn(2022),
      reportOn(2023),
    ];
    expect(tellingOf(...editions)).toEqual([
      'XV/2023-begroting s1 awaiting-report no',
      'XV/2022-jaarverslag s1 not-accounted-for yes',
    ]);
    expect(changeIn('not-accounted-for', ...editions).against).toMatchObject({
      edition: { id: 'XV/2022-begroting' },
      row: 1,
    });
  });

  it('is told again when it was planned again and is missing again', () => {
    expect(
      tellingOf(
        budgetOf(2022, planned('2022')),
        reportOn(2022),
        budgetOf(2024, planned('2023')),
        reportOn(2023),
        reportOn(2024),
      ),
    ).toEqual([
      'XV/2022-jaarverslag s1 not-accounted-for yes',
      'XV/2024-begroting s1 postponed yes',
      'XV/2023-jaarverslag s1 not-accounted-for yes',
    ]);
  });

  it.each([
    [2019, '2019', true],
    [2022, '2019', false],
    [2021, '2019', false],
    [2022, '2022', true],
    [2022, '2023', false],
    [2022, '2022 e.v.', false],
    [2022, 'n.t.b.', false],
  ])('of begroting %i for %j in the window of jaarverslag 2022: %s', (year, text, expected) => {
    const kinds = stepsOf(budgetOf(year, planned(text)), reportOn(2022)).at(-1)?.changes;
    expect(kinds?.map(({ kind }) => kind)).toEqual(expected ? ['not-accounted-for'] : []);
  });

  it.each([
    [2017, 2021, false],
    [2018, 2021, true],
    [2015, 2020, false],
    [2016, 2020, true],
  ])(
    'reaches from %i to jaarverslag %i: %s (t-3, under model 2021 t-4)',
    (year, report, expected) => {
      const steps = stepsOf(budgetOf(year, planned(String(year))), reportOn(report));
      expect(steps.at(-1)?.changes.length).toBe(expected ? 1 : 0);
    },
  );

  it('is nothing when the newest begroting plans it later, or when it was finished', () => {
    const report = { is: 's1', status: 'Lopend', completion: '2022' };
    expect(
      tellingOf(
        lineEdition('XV/2021-jaarverslag', report),
        budgetOf(2023, planned('2025')),
        reportOn(2022),
      ),
    ).toEqual(['XV/2023-begroting s1 postponed yes']);
    expect(
      tellingOf(
        budgetOf(2022, planned('2022')),
        budgetOf(2023, { ...planned('2022'), status: 'Afgerond' }),
        reportOn(2022),
      ),
    ).toEqual(['XV/2023-begroting s1 status-first-stated light']);
  });

  it('is nothing of a row without a status in a former jaarverslag, which may well be finished', () => {
    expect(
      tellingOf(
        budgetOf(2022, planned('2022')),
        lineEdition('XV/2021-jaarverslag', OTHER),
        lineEdition('XV/2022-jaarverslag', OTHER, planned('2022')),
        reportOn(2023),
      ),
    ).toEqual([]);
  });

  it('is nothing in a paper without an annex, which is passed over', () => {
    const nothing = { ...lineEdition('XV/2022-jaarverslag'), withoutAnnex: true } as const;
    expect(
      tellingOf(budgetOf(2022, planned('2022')), reportOn(2021), nothing, reportOn(2023)),
    ).toEqual(['XV/2023-jaarverslag s1 not-accounted-for yes']);
  });

  it('is nothing of what may be another row, until it is listed again', () => {
    const doubtful = {
      ...lineEdition('XV/2022-jaarverslag', OTHER, { is: 's2', status: 'Lopend' }),
      unsure: new Map([[1, ['s1']]]),
    };
    expect(
      tellingOf(budgetOf(2022, planned('2022')), reportOn(2021), doubtful, reportOn(2023)),
    ).toEqual([]);
    const listed = { is: 's1', status: 'Lopend', completion: '2023' };
    expect(
      tellingOf(
        budgetOf(2022, planned('2022')),
        reportOn(2021),
        {
          ...doubtful,
          studies: doubtful.studies.with(1, study({ status: 'Lopend', completion: '2022' })),
        },
        lineEdition('XV/2023-jaarverslag', OTHER, listed),
      ),
    ).toEqual([
      'XV/2023-jaarverslag s1 reported-unfinished yes',
      'XV/2023-jaarverslag s1 postponed yes',
      'XV/2023-jaarverslag s1 overdue yes',
    ]);
    expect(
      tellingOf(
        budgetOf(2022, planned('2022')),
        doubtful,
        budgetOf(2024, planned('2023')),
        reportOn(2023),
      ),
    ).toEqual([
      'XV/2024-begroting s1 postponed yes',
      'XV/2023-jaarverslag s1 not-accounted-for yes',
    ]);
  });
});

describe('rows that are new', () => {
  it('are studies that no edition of the line listed', () => {
    const plan = { is: 's1', completion: '2022' };
    const report = { ...plan, status: 'Afgerond' };
    expect(
      tellingOf(
        lineEdition('XV/2022-begroting', plan),
        lineEdition('XV/2021-jaarverslag', { is: 's3' }),
        lineEdition('XV/2023-begroting', plan, { is: 's2', completion: '2025' }),
        lineEdition('XV/2022-jaarverslag', { is: 's3' }, report, { is: 's4' }),
      ),
    ).toEqual([
      'XV/2023-begroting s2 added no',
      'XV/2022-jaarverslag s1 reported-finished yes',
      'XV/2022-jaarverslag s4 added no',
    ]);
  });

  it('are compared with what was last stated when they come back after a gap', () => {
    expect(
      tellingOf(
        lineEdition('XV/2023-begroting', { is: 's1', completion: '2026' }, OTHER),
        lineEdition('XV/2024-begroting', OTHER),
        lineEdition('XV/2025-begroting', { is: 's1', completion: '2027' }, OTHER),
      ),
    ).toEqual(['XV/2024-begroting s1 vanished yes', 'XV/2025-begroting s1 postponed yes']);
  });
});

describe('a study that one edition lists twice', () => {
  it('is one study in two places, whose change is one event', () => {
    const steps = stepsOf(
      lineEdition('XV/2022-jaarverslag', ...twice('Lopend')),
      lineEdition('XV/2024-begroting', { is: 's1', theme: 'Thema 1: Arbeid' }),
      lineEdition('XV/2023-jaarverslag', ...twice('Afgerond')),
    );
    const changes = steps.flatMap((step) => step.changes);
    expect(changes.map(({ kind, row }) => `${kind} ${row}`)).toEqual([
      'status-changed 0',
      'status-changed 1',
    ]);
    expect(new Set(changes.map(({ eventId }) => eventId)).size).toBe(1);
  });

  it('is told once when it is listed once in between', () => {
    expect(
      tellingOf(
        lineEdition('XV/2022-jaarverslag', ...twice('Lopend')),
        lineEdition('XV/2025-begroting', { is: 's1', status: 'Afgerond' }),
        lineEdition('XV/2024-jaarverslag', ...twice('Afgerond')),
      ),
    ).toEqual(['XV/2025-begroting s1 status-changed yes']);
  });
});

describe('another chapter of the same family', () => {
  const asylum = { is: 's1', completion: '2027', status: 'Te starten' };
  const police = { is: 's2', completion: '2027', status: 'Te starten' };
  const before = lineEdition('VI/2024-begroting', police, asylum);
  const left = lineEdition('VI/2025-begroting', police);
  const found = lineEdition('XX/2025-begroting', { ...asylum, completion: '2028' });

  it('in which a study is found is where it moved to; the one it left tells nothing', () => {
    expect(tellingOf(before, left, found)).toEqual([
      'XX/2025-begroting s1 postponed yes',
      'XX/2025-begroting s1 moved no',
    ]);
    expect(changeIn('moved', before, left, found)).toMatchObject({
      row: 0,
      against: { edition: { id: 'VI/2024-begroting' }, row: 1 },
    });
  });

  it('is not moved to while both list it, nor told again in the next year', () => {
    expect(tellingOf(before, lineEdition('VI/2025-begroting', police, asylum), found)).toEqual([
      'XX/2025-begroting s1 postponed yes',
    ]);
    const next = [
      lineEdition('VI/2026-begroting', police),
      lineEdition('XX/2026-begroting', { ...asylum, completion: '2028' }),
      lineEdition('XX/2025-jaarverslag', { ...asylum, completion: '2028' }),
    ];
    const former = lineEdition('VI/2024-jaarverslag', police, asylum);
    expect(tellingOf(before, left, found, former, ...next)).toEqual([
      'XX/2025-begroting s1 postponed yes',
      'XX/2025-begroting s1 moved no',
      'VI/2024-jaarverslag s1 conflict no',
    ]);
  });

  it('gives account of it only for the years it planned', () => {
    const plan = { is: 's1', completion: '2024' };
    expect(
      tellingOf(
        lineEdition('VI/2024-begroting', plan, police),
        lineEdition('VI/2025-begroting', police),
        lineEdition('XX/2025-begroting', plan),
        lineEdition('VI/2024-jaarverslag', police),
        lineEdition('XX/2025-jaarverslag', OTHER),
      ),
    ).toEqual(['XX/2025-begroting s1 moved no', 'VI/2024-jaarverslag s1 not-accounted-for yes']);
  });
});

describe('a later print of an edition', () => {
  const before = lineEdition('XV/2022-jaarverslag', { is: 's1', status: 'Lopend' }, OTHER);
  const first = lineEdition('XV/2023-jaarverslag', { is: 's1', status: 'Lopend' }, OTHER);

  it('is compared with the former print, and only with that', () => {
    const second = lineEdition('XV/2023-jaarverslag', { is: 's1', status: 'Afgerond' }, OTHER);
    expect(tellingOf(before, first, second)).toEqual([
      'XV/2023-jaarverslag again s1 status-changed yes',
    ]);
  });

  it('takes its place: what it leaves out was never stated', () => {
    const wrong = lineEdition('XV/2023-jaarverslag', { is: 's1', status: 'Afgerond' }, OTHER);
    const second = lineEdition('XV/2023-jaarverslag', { is: 's1', status: '' }, OTHER);
    const next = lineEdition('XV/2025-begroting', { is: 's1', status: 'Lopend' });
    expect(tellingOf(before, wrong, second, next)).toEqual([
      'XV/2023-jaarverslag s1 status-changed yes',
    ]);
  });

  it('lists what the former one left out: it is compared with what was known', () => {
    const without = lineEdition('XV/2023-jaarverslag', OTHER);
    const second = lineEdition('XV/2023-jaarverslag', OTHER, { is: 's1', status: 'Afgerond' });
    expect(tellingOf(before, without, second)).toEqual([
      'XV/2023-jaarverslag again s1 status-changed yes',
    ]);
  });

  it('no longer mentions a row, be it finished or not', () => {
    const second = lineEdition('XV/2023-jaarverslag', { is: 's1', status: 'Lopend' });
    expect(tellingOf(before, first, second)).toEqual(['XV/2023-jaarverslag again s9 vanished yes']);
  });

  it('of the same text tells nothing', () => {
    expect(tellingOf(before, first, structuredClone(first))).toEqual([]);
  });
});

describe('an older edition that is put in', () => {
  it('changes nothing of what its own phase tells later', () => {
    const later = [
      lineEdition('XV/2023-jaarverslag', { is: 's1', status: 'Lopend', completion: '2023' }),
      lineEdition('XV/2025-begroting', { is: 's1', completion: '2026' }),
      lineEdition('XV/2024-jaarverslag', { is: 's1', status: 'Afgerond', completion: '2024' }),
    ];
    const late = lineEdition('XV/2022-jaarverslag', { is: 's1', status: 'Lopend' });
    expect(told(late, ...later)).toEqual(told(...later));
  });
});
