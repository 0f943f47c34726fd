import { requireEditionId } from '../../src/edition/edition.ts';
import type { Edition } from '../../src/edition/edition.ts';
import type { Event } from '../../src/ledger/event.ts';
import type { Mention } from '../../src/report/mention.ts';
import type { EditionSource, StudyInput } from '../../src/report/study-input.ts';
import type { PrintReference } from '../../src/snapshot/snapshot.ts';
import type { Completion, Study } from '../../src/study/study.ts';

const NUMBERS: Readonly<Record<string, readonly [dossier: string, number: string]>> = {
  'XV/2022-begroting': ['35925', '2'],
  'XV/2021-jaarverslag': ['36100', '1'],
  'XV/2023-begroting': ['36200', '2'],
  'XV/2022-jaarverslag': ['36360', '1'],
  'XV/2024-begroting': ['36410', '2'],
  'XV/2023-jaarverslag': ['36560', '1'],
  'XV/2025-begroting': ['36600', '2'],
};

/** An edition with the number of its real paper. */
export function editionOf(id: string): Edition {
  const [dossier, number] = NUMBERS[id] ?? [null, null];
  return { ...requireEditionId(id), dossier, number };
}

export function printOf(id: string, print: Partial<PrintReference> = {}): PrintReference {
  const { dossier, chapter, number } = editionOf(id);
  const publication = `kst-${dossier ?? '99999'}-${chapter}-${number ?? '1'}`;
  return {
    sha256: '0'.repeat(64),
    url: `https://zoek.officielebekendmakingen.nl/${publication}.pdf`,
    publication,
    title: 'Jaarverslag en slotwet',
    unformatted: false,
    published: null,
    ...print,
  };
}

export function sourceOf(id: string, source: Partial<EditionSource> = {}): EditionSource {
  const annex = { heading: 'Bijlage 3: Afgerond evaluatie- en overig onderzoek', notes: [] };
  return {
    edition: editionOf(id),
    print: printOf(id),
    annex: { ...annex, pages: [235, 253] },
    ...source,
  };
}

export function year(value: number): Completion {
  return { from: value, to: value, open: false, latest: false, unknown: false };
}

interface Row extends Partial<Omit<Study, 'printed' | 'place'>> {
  readonly page?: number;
  readonly pageLabel?: string | null;
}

/** A row of the annex; printed cells follow from the parsed values. */
export function studyOf({ page = 253, pageLabel = '251', ...row }: Row = {}): Study {
  const study = {
    title: 'Brede studie Achterstand en evenredigheid monitoring',
    type: 'Ex-durante',
    conclusions: '',
    description: null,
    theme: 'Thema 15: Integratie en maatschappelijke samenhang',
    subtheme: null,
    completion: year(2023),
    status: 'lopend' as Study['status'],
    articles: ['13'],
    links: [],
    footnotes: [],
    ...row,
  };
  const { title, type, conclusions, description, theme, subtheme, status, completion } = study;
  return {
    ...study,
    printed: {
      title,
      type,
      conclusions,
      description,
      theme,
      subtheme,
      status: status === null ? null : status.slice(0, 1).toUpperCase() + status.slice(1),
      completion: completion === null ? null : String(completion.to ?? 'n.t.b.'),
      articles: study.articles.join(' en '),
    },
    place: { page, pageLabel, toPage: page, table: 'Thema 15', row: 1 },
  };
}

export function mentionOf(id: string, row: Row = {}, mention: Partial<Mention> = {}): Mention {
  return { edition: editionOf(id), print: printOf(id), study: studyOf(row), row: 0, ...mention };
}

/** An event told for the first time; `edition` and `kind` make its id. */
export function eventOf(event: Pick<Event, 'kind' | 'edition'> & Partial<Event>): Event {
  return {
    id: `${event.kind} ${event.edition} ${event.study ?? 's00001'}`,
    study: 's00001',
    title: 'Brede studie Achterstand en evenredigheid monitoring',
    field: null,
    before: null,
    after: null,
    news: 'yes',
    against: null,
    rows: [0],
    againstRows: [0],
    cause: 'successor',
    told: 'tell',
    recorded: '2024-05-16T04:17:00.000Z',
    ...event,
  };
}

/** The issue of one study; all events are told now unless `untold` says otherwise. */
export function inputOf(
  input: Pick<StudyInput, 'records' | 'events'> & Partial<StudyInput>,
): StudyInput {
  return {
    study: { id: 's00001', chapter: 'XV', titles: [], editions: [] },
    chapterLabel: 'SZW (XV)',
    untold: input.events,
    links: {
      snapshotUrl: (id) =>
        `https://github.com/voorbeeld/begrotingswacht/blob/4c1d2e3/snapshots/${id}.json`,
    },
    language: 'nl',
    ...input,
  };
}
