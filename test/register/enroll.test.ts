import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireEditionId } from '../../src/edition/edition.ts';
import { decodeRegister, emptyRegister, encodeRegister } from '../../src/register/codec.ts';
import { enroll } from '../../src/register/enroll.ts';
import type { EnrolledEdition } from '../../src/register/enroll.ts';
import type { Register } from '../../src/register/register.ts';
import { failureOf } from '../support/failure.ts';

function edition(id: string, ...titles: readonly string[]): EnrolledEdition {
  return { edition: requireEditionId(id), studies: titles.map((title) => ({ title })) };
}

/** Enrols editions one after another; gives the last one's ids. */
function idsAfter(...editions: readonly EnrolledEdition[]): readonly string[] {
  let register = emptyRegister();
  let ids: readonly string[] = [];
  for (const enrolled of editions) ({ register, ids } = enroll(register, enrolled));
  return ids;
}

describe('enroll', () => {
  it('mints running ids in printed order', () => {
    expect(idsAfter(edition('XV/2023-begroting', 'A', 'B'))).toEqual(['s00001', 's00002']);
    expect(
      idsAfter(edition('XV/2023-begroting', 'A', 'B'), edition('VI/2023-begroting', 'A')),
    ).toEqual(['s00003']);
  });

  it('knows a study by its title, exact or folded, in any phase', () => {
    expect(
      idsAfter(
        edition('XV/2023-begroting', 'Evaluatie Wet X', 'Monitor Y', 'Pilot Z'),
        edition('XV/2022-jaarverslag', 'monitor y.', 'Evaluatie Wet X', 'Nieuw'),
      ),
    ).toEqual(['s00002', 's00001', 's00004']);
  });

  it('keeps yearly series and equal titles of other chapters apart', () => {
    expect(
      idsAfter(
        edition('XV/2022-jaarverslag', 'Jaarevaluatie campagnes 2022'),
        edition('XV/2023-jaarverslag', 'Jaarevaluatie campagnes 2023'),
      ),
    ).toEqual(['s00002']);
  });

  it('holds rows with equal titles for one study, and no others', () => {
    const { register, ids } = enroll(
      emptyRegister(),
      edition('XIV/2021-jaarverslag', 'Energietransitie', 'energietransitie', 'Energietransitie'),
    );
    expect(ids).toEqual(['s00001', 's00002', 's00001']);
    expect(register.studies[0]?.editions).toEqual([
      { edition: 'XIV/2021-jaarverslag', title: 'Energietransitie', rows: [0, 2] },
    ]);
  });

  it('gives a new id to what could be two studies, and says so', () => {
    const { register } = enroll(emptyRegister(), edition('XV/2021-jaarverslag', 'Wet X', 'wet x'));
    const later = enroll(register, edition('XV/2022-jaarverslag', 'WET X'));
    expect(later.ids).toEqual(['s00003']);
    expect(later.unsure).toEqual(new Map([['WET X', ['s00001', 's00002']]]));
  });

  it('lets neither of two wordings be the one study they both resemble', () => {
    const { register } = enroll(emptyRegister(), edition('XV/2021-jaarverslag', 'WET X'));
    const later = enroll(register, edition('XV/2022-jaarverslag', 'Wet X', 'wet x'));
    expect(later.ids).toEqual(['s00002', 's00003']);
    expect([...later.unsure.keys()]).toEqual(['Wet X', 'wet x']);
  });

  it('follows the study that bore the very title last', () => {
    let { register } = enroll(emptyRegister(), edition('XV/2021-jaarverslag', 'Wet X'));
    ({ register } = enroll(register, edition('XV/2022-jaarverslag', 'wet x')));
    const both = enroll(register, edition('XV/2023-jaarverslag', 'Wet X', 'wet x'));
    expect(new Set(both.ids).size).toBe(2);
    const next = enroll(both.register, edition('XV/2024-jaarverslag', 'Wet X', 'wet x'));
    expect(next.ids).toEqual(both.ids);
  });

  it('notes each wording with the first edition that showed it, also when that comes late', () => {
    let { register } = enroll(emptyRegister(), edition('XV/2023-begroting', 'Wet X'));
    ({ register } = enroll(register, edition('XV/2024-begroting', 'wet x')));
    ({ register } = enroll(register, edition('XV/2022-begroting', 'Wet X')));
    expect(register.studies).toEqual([
      {
        id: 's00001',
        chapter: 'XV',
        titles: [
          { title: 'Wet X', since: 'XV/2022-begroting' },
          { title: 'wet x', since: 'XV/2024-begroting' },
        ],
        editions: [
          { edition: 'XV/2022-begroting', title: 'Wet X', rows: [0] },
          { edition: 'XV/2023-begroting', title: 'Wet X', rows: [0] },
          { edition: 'XV/2024-begroting', title: 'wet x', rows: [0] },
        ],
      },
    ]);
  });

  it('replaces the sightings of an edition that is read again and reuses no id', () => {
    const first = enroll(
      emptyRegister(),
      edition('XV/2023-begroting', 'A', 'Verkeerd gelezen', 'C'),
    );
    const again = enroll(first.register, edition('XV/2023-begroting', 'C', 'A', 'Goed gelezen'));
    expect(again.ids).toEqual(['s00003', 's00001', 's00004']);
    expect(again.register.studies[1]).toMatchObject({ id: 's00002', editions: [] });
  });

  it('knows a study by a similar title, and notes how', () => {
    const { register } = enroll(
      emptyRegister(),
      edition('XV/2022-begroting', 'Evaluatie Programma preventie beroepszieken:'),
    );
    const later = enroll(
      register,
      edition('XV/2023-begroting', 'Evaluatie programma preventie beroepsziekten'),
    );
    expect(later.ids).toEqual(['s00001']);
    expect(later.register.studies[0]?.editions[1]).toMatchObject({ by: 'similar' });
  });

  it('asks about a near one, and gives it a new id until then', () => {
    const { register } = enroll(
      emptyRegister(),
      edition('XV/2022-begroting', 'Evaluatie Wet kinderopvang toezicht kwaliteit'),
    );
    const later = enroll(
      register,
      edition('XV/2023-begroting', 'Evaluatie Wet kinderopvang toezicht kwaliteit BES'),
    );
    expect(later.ids).toEqual(['s00002']);
    expect([...later.unsure.values()]).toEqual([['s00001']]);
    expect(later.register.studies[1]?.doubts).toMatchObject([
      { study: 's00001', reasons: ['narrower-on-one-side'] },
    ]);
  });

  it('follows a study to the other chapter of its family', () => {
    const { register } = enroll(
      emptyRegister(),
      edition('VI/2025-begroting', 'Evaluatie spreidingswet', 'Evaluatie politiewet'),
    );
    const moved = enroll(register, edition('XX/2026-begroting', 'Evaluatie spreidingswet'));
    expect(moved.ids).toEqual(['s00001']);
    expect(moved.register.studies.map(({ chapter }) => chapter)).toEqual(['XX', 'VI']);
  });

  it('keeps the id when a better extractor reads more of a title', () => {
    const { register } = enroll(
      emptyRegister(),
      edition('XV/2023-begroting', 'Evaluatie van de regeling vermogens', 'Monitor Y'),
    );
    const again = enroll(
      register,
      edition(
        'XV/2023-begroting',
        'Monitor Y',
        'Evaluatie van de regeling vermogenstoets jongeren',
      ),
    );
    expect(again.ids).toEqual(['s00002', 's00001']);
  });

  it('keeps stages of one law apart that stand in one edition under one title', () => {
    const law = { title: 'Omgevingswet' };
    const { ids } = enroll(emptyRegister(), {
      edition: requireEditionId('XV/2023-begroting'),
      studies: [
        { ...law, type: 'Ex ante' },
        { ...law, type: 'Ex post' },
        { ...law, type: 'Ex-ante evaluatie' },
      ],
    });
    expect(ids).toEqual(['s00001', 's00002', 's00001']);
  });
});

const TITLES = ['Wet X', 'wet x', 'Wet-X', 'WET X', 'Monitor 2017', 'Monitor 2018', 'Pilot', ''];
const anyEdition = fc
  .tuple(
    fc.constantFrom('XV', 'VI'),
    fc.integer({ min: 2021, max: 2024 }),
    fc.constantFrom('begroting', 'jaarverslag'),
    fc.array(fc.constantFrom(...TITLES), { maxLength: 6 }),
  )
  .map(([chapter, year, phase, titles]) => edition(`${chapter}/${year}-${phase}`, ...titles));
const anyHistory = fc.array(anyEdition, { maxLength: 8 });

function registerOf(history: readonly EnrolledEdition[]): Register {
  let register = emptyRegister();
  for (const enrolled of history) ({ register } = enroll(register, enrolled));
  return register;
}

/** Id of each row by what the register keeps of the edition. */
function sightedIds(
  { studies }: Register,
  { edition: { id } }: EnrolledEdition,
): readonly string[] {
  const ids: string[] = [];
  for (const study of studies) {
    for (const sighting of study.editions.filter(({ edition: seen }) => seen === id)) {
      for (const row of sighting.rows) ids[row] = study.id;
    }
  }
  return ids;
}

describe('laws of the register', () => {
  it('enrolling an edition twice is enrolling it once', () => {
    fc.assert(
      fc.property(anyHistory, anyEdition, (history, last) => {
        const once = enroll(registerOf(history), last);
        const twice = enroll(once.register, last);
        expect(twice.register).toEqual(once.register);
        expect(twice.ids).toEqual(once.ids);
      }),
    );
  });

  it('each row has one id, equal titles the same, other titles another', () => {
    fc.assert(
      fc.property(anyHistory, anyEdition, (history, last) => {
        const { register, ids } = enroll(registerOf(history), last);
        expect(ids).toHaveLength(last.studies.length);
        expect(sightedIds(register, last)).toEqual(ids);
        const byTitle = new Map(last.studies.map(({ title }, row) => [title, ids[row]]));
        expect(last.studies.map(({ title }) => byTitle.get(title))).toEqual(ids);
        expect(new Set(byTitle.values()).size).toBe(byTitle.size);
      }),
    );
  });

  it('ids are unique and never taken back', () => {
    fc.assert(
      fc.property(anyHistory, anyEdition, (history, last) => {
        const before = registerOf(history).studies.map(({ id, chapter }) => `${id} ${chapter}`);
        const after = registerOf([...history, last]).studies.map(
          ({ id, chapter }) => `${id} ${chapter}`,
        );
        expect(after.slice(0, before.length)).toEqual(before);
        expect(new Set(after).size).toBe(after.length);
      }),
    );
  });

  it('a register reads back as it was written', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const register = registerOf(history);
        const text = encodeRegister(register);
        expect(decodeRegister(text, 'register.json')).toEqual(register);
      }),
    );
  });
});

describe('the file of the register', () => {
  const { register } = enroll(emptyRegister(), edition('XV/2023-begroting', 'A', 'B'));

  it('is one study a block', () => {
    expect(encodeRegister(register)).toBe(`{
  "schemaVersion": 1,
  "studies": [
    {
      "id": "s00001",
      "chapter": "XV",
      "titles": [
        { "title": "A", "since": "XV/2023-begroting" }
      ],
      "editions": [
        { "edition": "XV/2023-begroting", "title": "A", "rows": [0] }
      ]
    },
    {
      "id": "s00002",
      "chapter": "XV",
      "titles": [
        { "title": "B", "since": "XV/2023-begroting" }
      ],
      "editions": [
        { "edition": "XV/2023-begroting", "title": "B", "rows": [1] }
      ]
    }
  ]
}
`);
    expect(encodeRegister(emptyRegister())).toBe('{\n  "schemaVersion": 1,\n  "studies": []\n}\n');
  });

  it.each([
    ['an id twice', 's00002', 's00001', 's00001 stands here twice'],
    ['an id that is none', '"s00002"', '"2"', 'studies[1].id'],
  ])('with %s is refused', async (_case, from, to, problem) => {
    const text = encodeRegister(register).replace(from, to);
    const failure = await failureOf(() => decodeRegister(text, 'register.json'));
    expect(failure).toMatchObject({ kind: 'snapshot-damaged', subject: 'register.json' });
    expect(failure.message).toContain(problem);
  });
});
