import { expect, test } from 'vitest';
import type { Event } from '../../src/ledger/event.ts';
import { DUTCH } from '../../src/report/dutch.ts';
import { ENGLISH } from '../../src/report/english.ts';
import type { Mention } from '../../src/report/mention.ts';
import { sentence } from '../../src/report/statement.ts';
import { eventOf, mentionOf, year } from '../support/report.ts';

const PLAN = mentionOf('XV/2023-begroting', { status: null, page: 214, pageLabel: '212' });
const BEFORE = mentionOf('XV/2022-jaarverslag', { page: 248, pageLabel: '246' });
const NOW = mentionOf('XV/2023-jaarverslag', { completion: year(2026), status: 'te starten' });

type Sample = readonly [
  Pick<Event, 'kind'> & Partial<Event>,
  mentions?: readonly Mention[],
  events?: readonly Event[],
];

const REPORT = { edition: 'XV/2023-jaarverslag', against: 'XV/2022-jaarverslag' } as const;

function status(kind: Event['kind'], before: string | null, after: string): Sample {
  return [{ kind, field: 'status', before, after }, [PLAN]];
}

function completion(kind: Event['kind'], before: string | null, after: string | null): Sample {
  return [{ kind, field: 'completion', before, after }];
}

function conclusions(kind: Event['kind'], before: string, after: string): Sample {
  return [{ kind, field: 'conclusions', before, after }, [BEFORE, NOW]];
}

/** The same change of several studies: the texts are what was replaced by what. */
function group(kind: Event['kind'], field: string, before: string, after: string): Sample {
  const studies = ['s1', 's2', 's3', 's4', 's5'];
  return [{ kind, field, before, after, study: null, studies, rows: [0, 1, 2, 3, 4] }];
}

/** What correctionsOf makes of what was told on 16 May. */
function corrections(): readonly Sample[] {
  const told = eventOf({ kind: 'status-changed', ...REPORT });
  const takenBack = (
    kind: Event['kind'],
    event: Partial<Event>,
    mentions: readonly Mention[] = [{ ...NOW, row: 0 }],
  ): Sample => [
    { kind, cause: 'correction', corrects: told.id, against: null, againstRows: [], ...event },
    mentions,
    [told],
  ];
  const finished = { field: 'status', before: 'afgerond' } as const;
  return [
    takenBack('status-changed', { ...finished, after: 'lopend' }),
    takenBack('status-changed', { ...finished, after: 'lopend', edition: 'XV/2022-jaarverslag' }),
    takenBack('status-changed', { ...finished, after: null }, [
      { ...mentionOf('XV/2023-jaarverslag', { status: null }), row: 0 },
    ]),
    takenBack('status-changed', { ...finished, after: null, rows: [] }),
    takenBack('status-changed', { ...finished, after: null }),
    takenBack('postponed', { field: 'completion', before: '2026', after: '2025' }),
    takenBack('vanished', { after: 'Evaluatie Wet WIA' }),
    takenBack('vanished', { after: null, rows: [] }),
    takenBack('added', { after: null, rows: [] }),
    takenBack('added', { after: 'Evaluatie Wet WIA' }),
    takenBack('moved', { after: null }),
  ];
}

/** A sentence for each line of the decision table, and for what the table leaves open. */
const SAMPLES: readonly Sample[] = [
  status('status-changed', 'lopend', 'afgerond'),
  status('status-changed', 'te starten', 'lopend'),
  status('status-first-stated', null, 'lopend'),
  status('status-reverted', 'afgerond', 'lopend'),
  status('status-reverted', 'lopend', 'te starten'),
  status('reported-finished', null, 'afgerond'),
  [{ kind: 'reported-finished', field: 'status', before: null, after: 'afgerond' }, []],
  status('reported-unfinished', null, 'lopend'),
  [{ kind: 'reported-unfinished', field: 'status', before: null, after: 'lopend' }, []],
  completion('new-cycle', '2022', '2026'),
  completion('new-cycle', '2022', null),
  completion('postponed', '2023', '2024'),
  completion('postponed', '2022-2023', 'uiterlijk 2025'),
  completion('postponed', '2012', '2024'),
  completion('postponed', '2010', '2023'),
  [
    { kind: 'postponed', field: 'completion', before: '2023', after: '2025' },
    [mentionOf('XV/2022-begroting', { completion: year(2022) })],
    [
      eventOf({ kind: 'postponed', before: '2022', after: '2023', edition: 'XV/2023-begroting' }),
      // The same slip, seen in the other phase: counted once.
      eventOf({ kind: 'postponed', before: '2022', after: '2023', edition: 'XV/2022-jaarverslag' }),
    ],
  ],
  [
    { kind: 'postponed', field: 'completion', before: '2026', after: '2027' },
    [mentionOf('XV/2022-begroting', { completion: year(2022) })],
    [
      eventOf({ kind: 'postponed', before: '2022', after: '2023', edition: 'XV/2023-begroting' }),
      eventOf({ kind: 'new-cycle', before: '2023', after: '2026', edition: 'XV/2022-jaarverslag' }),
    ],
  ],
  completion('advanced', '2025', '2024'),
  completion('conflict', '2025', 'n.t.b.'),
  completion('conflict', '2025', '2024'),
  [
    {
      kind: 'conflict',
      field: 'completion',
      before: '2025',
      after: '2024',
      against: 'XV/2024-begroting',
    },
    [mentionOf('XV/2024-begroting', { completion: year(2025) })],
  ],
  completion('completion-withdrawn', '2025', 'n.t.b.'),
  completion('completion-stated', 'n.t.b.', '2025'),
  completion('completion-stated', null, '2025'),
  conclusions('conclusions-added', '', 'De regeling werkt.'),
  conclusions(
    'conclusions-changed',
    'De regeling werkt in 12 van de 14 gemeenten.',
    'De regeling werkt in 13 van de 14 gemeenten.',
  ),
  conclusions('conclusions-changed', 'De regeling werkt.', 'Geen effect op arbeidsdeelname.'),
  conclusions('conclusions-removed', 'De regeling werkt.', ''),
  [{ kind: 'report-linked', field: 'links', after: 'https://rijk.nl/r' }],
  [{ kind: 'link-changed', field: 'links', before: 'https://rijk.nl/r', after: null }],
  [
    {
      kind: 'link-changed',
      field: 'links',
      before: 'https://rijk.nl/r',
      after: 'https://rijk.nl/s',
    },
  ],
  [{ kind: 'retitled', field: 'title', before: 'Evaluatie WIA', title: 'Evaluatie Wet WIA' }],
  [{ kind: 'type-changed', field: 'type', before: 'Ex-post', after: 'Ex-durante' }],
  [{ kind: 'articles-changed', field: 'articles', before: '37.2', after: '37.4' }],
  [{ kind: 'theme-changed', field: 'theme', before: 'Thema 1', after: null }],
  [{ kind: 'description-changed', field: 'description', before: 'a', after: 'b' }],
  completion('overdue', '2022', '2022'),
  [{ kind: 'added' }],
  [{ kind: 'aged-out' }],
  [{ kind: 'awaiting-report', edition: 'XV/2024-begroting' }],
  [{ kind: 'vanished', edition: 'XV/2025-begroting', rows: [] }, [PLAN]],
  [{ kind: 'vanished', edition: 'XV/2025-begroting', rows: [] }],
  [
    {
      kind: 'theme-absent',
      study: null,
      title: 'Thema 3: Cultuur',
      before: 'Thema 3: Cultuur',
      rows: [],
      againstRows: [1, 2, 3],
      studies: ['s1', 's2', 's3'],
    },
  ],
  [{ kind: 'not-accounted-for', rows: [] }, [PLAN]],
  [{ kind: 'not-accounted-for', rows: [] }],
  [{ kind: 'moved' }],
  [{ kind: 'moved', edition: 'XX/2026-begroting', against: 'VI/2025-begroting' }],
  group('articles-changed', 'articles', '37', '38'),
  group('articles-changed', 'articles', '', '4'),
  group('type-changed', 'type', 'beleidsdoorlichting', 'periodieke rapportage'),
  group('theme-changed', 'theme', 'Natuur, visserij en gebiedsgericht werken', 'Natuur'),
  group('retitled', 'title', 'LNV', 'LVVN'),
  group('retitled', 'title', '(pilot)', ''),
  group('retitled', 'title', '', 'Periodieke rapportage:'),
  ...corrections(),
  [
    {
      kind: 'status-changed',
      field: 'status',
      before: 'lopend',
      after: 'afgerond',
      cause: 'republished',
    },
  ],
  [{ kind: 'vanished', rows: [], cause: 'republished' }],
];

const titleOf = (id: string): string => `Evaluatie ${id}`;

test('every kind of change has a sentence that reads well, in both languages', async () => {
  const lines = SAMPLES.map(([event, mentions = [], events = []]) => {
    const told = eventOf({ ...REPORT, ...event });
    const dutch = sentence(told, { language: 'nl', mentions, events, titleOf });
    const english = sentence(told, { language: 'en', mentions, events, titleOf });
    return `- ${told.kind}\n  - ${dutch}\n  - ${english}\n`;
  });
  const kinds = new Set(SAMPLES.map(([{ kind }]) => kind));
  expect([...kinds].sort()).toEqual(Object.keys(DUTCH.statements).sort());
  await expect(lines.join('')).toMatchFileSnapshot('golden/zinnen.md');
});

test('labels fit GitHub and no two kinds share one', () => {
  for (const { labels } of [DUTCH, ENGLISH]) {
    const names = Object.values(labels);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 50)).toEqual([]);
  }
});
