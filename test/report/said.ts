import type { ChangeKind } from '../../src/change/comparison.ts';
import type { Event } from '../../src/ledger/event.ts';
import type { Mention } from '../../src/report/mention.ts';
import { sentence } from '../../src/report/statement.ts';
import { eventOf, mentionOf } from '../support/report.ts';

interface Example {
  readonly event: Partial<Event>;
  readonly mentions?: readonly Mention[];
}

const PLAN = mentionOf('XV/2023-begroting', { status: null, page: 214, pageLabel: '212' });
const BEFORE = mentionOf('XV/2022-jaarverslag');

const status = (before: string | null, after: string): Example => ({
  event: { field: 'status', before, after },
  mentions: [PLAN],
});
const completion = (before: string | null, after: string): Example => ({
  event: { field: 'completion', before, after },
});
const conclusions = (before: string, after: string): Example => ({
  event: { field: 'conclusions', before, after },
  mentions: [BEFORE],
});
const text = (field: string, before: string, after: string): Example => ({
  event: { field, before, after },
});
const inBegroting: Partial<Event> = { edition: 'XV/2025-begroting', rows: [] };

/** An example of each line of docs/changes.md, by kind and by what the edition states, where that matters. */
const EXAMPLES: Readonly<Record<ChangeKind, Example | Readonly<Record<string, Example>>>> = {
  'new-cycle': completion('2022', '2026'),
  'status-changed': {
    afgerond: status('lopend', 'afgerond'),
    lopend: status('te starten', 'lopend'),
  },
  'reported-finished': status(null, 'afgerond'),
  'reported-unfinished': status(null, 'lopend'),
  'status-first-stated': {
    afgerond: status(null, 'afgerond'),
    'any status': status(null, 'lopend'),
  },
  'status-reverted': {
    'lopend or te starten, no later year': status('afgerond', 'lopend'),
    'te starten': status('lopend', 'te starten'),
  },
  postponed: completion('2023', '2025'),
  conflict: {
    event: { ...completion('2025', '2024').event, against: 'XV/2024-begroting', againstRows: [0] },
    mentions: [mentionOf('XV/2024-begroting')],
  },
  advanced: completion('2025', '2024'),
  'completion-withdrawn': completion('2025', 'n.t.b.'),
  'completion-stated': {
    'later last year, finished': completion('2023', '2024'),
    'a year (within it)': completion('n.t.b.', '2025'),
  },
  'conclusions-added': conclusions('', 'De regeling werkt.'),
  'conclusions-changed': conclusions(
    'De regeling werkt in 12 van de 14 gemeenten.',
    'De regeling werkt in 13 van de 14 gemeenten.',
  ),
  'conclusions-removed': conclusions('De regeling werkt.', ''),
  'report-linked': { event: { field: 'links', after: 'https://open.overheid.nl/r' } },
  'link-changed': {
    event: {
      field: 'links',
      before: 'https://open.overheid.nl/r',
      after: 'https://open.overheid.nl/s',
    },
  },
  retitled: { event: { field: 'title', before: 'Evaluatie WIA', title: 'Evaluatie Wet WIA' } },
  'type-changed': text('type', 'Ex-post', 'Ex-durante'),
  'articles-changed': text('articles', '37.2', '37.4'),
  'theme-changed': text('theme', 'Natuur en visserij', 'Natuur'),
  'description-changed': text('description', 'a', 'b'),
  overdue: completion('2022', '2022'),
  added: { event: {} },
  'aged-out': { event: { rows: [] } },
  'awaiting-report': { event: { ...inBegroting, edition: 'XV/2024-begroting' } },
  vanished: { event: inBegroting, mentions: [PLAN] },
  'theme-absent': {
    event: { ...inBegroting, study: null, title: 'Thema 3: Cultuur', before: 'Thema 3: Cultuur' },
  },
  'not-accounted-for': { event: { rows: [] }, mentions: [PLAN] },
  moved: { event: { edition: 'XX/2026-begroting', against: 'VI/2025-begroting' } },
};

/**
 * The Dutch sentence of a line of docs/changes.md, for the example of its kind.
 * @param now the line's cell “Now stated”; '' for a row that left
 */
export function saidAs(kind: ChangeKind, now: string): string {
  const found = EXAMPLES[kind];
  const example = isExample(found) ? found : found[now];
  if (!example) throw new Error(`no example of ${kind}, ${now}`);
  const { event, mentions = [] } = example;
  const told = eventOf({
    edition: 'XV/2023-jaarverslag',
    against: 'XV/2022-jaarverslag',
    ...event,
    kind,
  });
  return sentence(told, { language: 'nl', mentions, events: [] });
}

function isExample(found: Example | Readonly<Record<string, Example>>): found is Example {
  return 'event' in found;
}
