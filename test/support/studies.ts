import * as fc from 'fast-check';
import type { ComparedEdition } from '../../src/change/compared-edition.ts';
import type { Change, Comparison } from '../../src/change/comparison.ts';
import { requireEditionId } from '../../src/edition/edition.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { parseArticles } from '../../src/study/articles.ts';
import { parseCompletion } from '../../src/study/completion.ts';
import { parseStatus } from '../../src/study/status.ts';
import type { Link, Place, Printed, Study } from '../../src/study/study.ts';

export interface StudyCells extends Partial<Printed> {
  readonly links?: readonly Link[];
  readonly place?: Partial<Place>;
}

/** One row with these printed cells and what they parse to; a cell left out is one without a column. */
export function study({ links = [], place = {}, ...cells }: StudyCells = {}): Study {
  const printed: Printed = {
    title: 'Evaluatie Programma preventie beroepsziekten',
    type: null,
    completion: null,
    status: null,
    conclusions: null,
    description: null,
    articles: null,
    theme: null,
    subtheme: null,
    ...cells,
  };
  const { title, type, conclusions, description, theme, subtheme } = printed;
  return {
    title: title ?? '',
    type,
    conclusions,
    description,
    theme,
    subtheme,
    completion: parseCompletion(printed.completion),
    ...parseStatus(printed.status),
    articles: parseArticles(printed.articles),
    links,
    footnotes: [],
    printed,
    place: { page: 248, pageLabel: '246', toPage: 248, table: null, row: 1, ...place },
  };
}

export function link(url = 'https://open.overheid.nl/documenten/rapport'): Link {
  return { url, text: 'hier' };
}

export function edition(id: string, ...studies: readonly Study[]): ComparedEdition {
  return { edition: requireEditionId(id), studies };
}

export function snapshot(id: string, ...studies: readonly Study[]): Snapshot {
  return {
    schemaVersion: 2,
    edition: requireEditionId(id),
    print: {
      sha256: '0f'.repeat(32),
      url: 'https://repository.overheid.nl/kst-36360-XV-1.pdf',
      publication: 'kst-36360-XV-1',
      title: 'Jaarverslag',
      unformatted: false,
      published: '2023-05-17',
    },
    extractor: 1,
    annex: {
      heading: 'Bijlage 3: Afgerond evaluatie- en overig onderzoek',
      pages: [233, 249],
      notes: [],
    },
    studies,
    notices: [],
  };
}

/** Kind and news of each change, in the order told. */
export function told({ changes }: Comparison): readonly string[] {
  return changes.map(({ kind, news }) => `${kind} ${news}`);
}

/** The one change of this kind. */
export function theChange({ changes }: Comparison, kind: Change['kind']): Change {
  const found = changes.filter((change) => change.kind === kind);
  const [only] = found;
  if (found.length !== 1 || !only) throw new Error(`${found.length} changes of kind ${kind}`);
  return only;
}

const cell = (...texts: readonly string[]): fc.Arbitrary<string | null> =>
  fc.constantFrom(null, '', ...texts);

/** Printed cells as ministries fill them. */
export const anyCells: fc.Arbitrary<StudyCells> = fc.record({
  type: cell('Ex-post', 'ex-durante', 'Periodieke rapportage'),
  completion: cell('2021', '2022', '2022-2023', '2027', 'n.t.b.', '2023 e.v.', 'uiterlijk 2028'),
  status: cell('Te starten', 'lopend', 'Afgerond', 'N.t.b.', 'Lopend: afronding 2024'),
  conclusions: cell('Het programma werkt.', 'Het programma werkt niet.'),
  description: cell('Een onderzoek.'),
  articles: cell('1', '1.2 en 13'),
  theme: cell('Thema 1: Arbeid', 'Thema 15: Integratie'),
  links: fc.constantFrom([], [link()]),
});

/** An edition of chapter XV whose titles, folded, are all different. */
export function anyEdition(titles: readonly string[], id: string): fc.Arbitrary<ComparedEdition> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...titles), anyCells), { selector: ([title]) => title })
    .map((rows) => edition(id, ...rows.map(([title, cells]) => study({ ...cells, title }))));
}
