import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requireEditionId } from '../../src/edition/edition.ts';
import { decodeRegister, emptyRegister, encodeRegister } from '../../src/register/codec.ts';
import type { Enrolment } from '../../src/register/enroll.ts';
import { applyJudgements } from '../../src/register/judge.ts';
import { enrollJudged } from '../../src/register/judged.ts';
import {
  decodeJudgements,
  encodeJudgements,
  NO_JUDGEMENTS,
} from '../../src/register/judgements.ts';
import type { Judgement, Judgements, Verdict } from '../../src/register/judgements.ts';
import type { Register } from '../../src/register/register.ts';
import { failureOf } from '../support/failure.ts';

function judged(...list: readonly (readonly [Verdict, ...string[]])[]): Judgements {
  const judgements = list.map(([verdict, ...studies]): Judgement => ({
    verdict,
    studies,
    date: '2024-06-01',
    reason: 'nagevraagd bij het ministerie',
    who: 'J. de Vries',
  }));
  return { schemaVersion: 1, judgements };
}

function enrolled(
  editions: Readonly<Record<string, readonly string[]>>,
  judgements: Judgements = NO_JUDGEMENTS,
  from: Register = emptyRegister(),
): Enrolment {
  let enrolment: Enrolment = { register: from, ids: [], unsure: new Map() };
  for (const [id, titles] of Object.entries(editions)) {
    const edition = {
      edition: requireEditionId(id),
      studies: titles.map((title) => ({ title })),
    };
    enrolment = enrollJudged(enrolment.register, edition, judgements, () => null);
  }
  return enrolment;
}

const THREE_TITLES = {
  'X/2021-begroting': ['Doorlichting IGO KMAR'],
  'X/2022-jaarverslag': ['Beleidsdoorlichting artikel 5 Koninklijke Marechaussee'],
  'X/2024-begroting': ['Beleidsdoorlichting artikel 5 Koninklijke Marechaussee'],
};

describe('judgements', () => {
  it('join two studies under the oldest id, also in later editions', () => {
    const same = judged(['same', 's00001', 's00002']);
    const { register, ids } = enrolled(THREE_TITLES, same);
    expect(ids).toEqual(['s00001']);
    expect(register.studies[0]?.editions).toMatchObject([
      { edition: 'X/2021-begroting' },
      { edition: 'X/2022-jaarverslag', by: 'judgement', formerly: 's00002' },
      { edition: 'X/2024-begroting' },
    ]);
    expect(register.studies[1]).toMatchObject({ mergedInto: 's00001', editions: [] });
  });

  it('name a row as one edition prints it', () => {
    const same = judged([
      'same',
      'X/2021-begroting Doorlichting IGO KMAR',
      'X/2022-jaarverslag Beleidsdoorlichting artikel 5 Koninklijke Marechaussee',
    ]);
    expect(enrolled(THREE_TITLES, same).ids).toEqual(['s00001']);
  });

  it('are applied once and taken back', () => {
    const { register } = enrolled(THREE_TITLES);
    const same = judged(['same', 's00001', 's00002']);
    const once = applyJudgements(register, same);
    expect(applyJudgements(once, same)).toEqual(once);
    expect(applyJudgements(once, NO_JUDGEMENTS)).toEqual(register);
    expect(decodeRegister(encodeRegister(once), 'register.json')).toEqual(once);
  });

  it('part equal titles from an edition on', () => {
    const title = 'Beleidsdoorlichting artikel 5 Koninklijke Marechaussee';
    const other = judged(['not-same', 'X/2021-begroting Iets', `X/2024-begroting ${title}`]);
    const editions = {
      'X/2021-begroting': ['Iets'],
      'X/2022-begroting': [title],
      'X/2024-begroting': [title],
      'X/2025-begroting': [title],
    };
    const apart = judged(['not-same', `X/2022-begroting ${title}`, `X/2024-begroting ${title}`]);
    expect(enrolled(editions, other).register.studies).toHaveLength(2);
    const { register, ids } = enrolled(editions, apart);
    expect(ids).toEqual(['s00003']);
    expect(register.studies.map(({ editions: seen }) => seen.length)).toEqual([1, 1, 2]);
  });

  const NEAR = {
    'XV/2022-begroting': ['Evaluatie Wet kinderopvang toezicht kwaliteit'],
    'XV/2023-begroting': ['Evaluatie Wet kinderopvang toezicht kwaliteit BES'],
  };

  it.each(['unsure', 'split', 'merged'] as const)(
    '%s leaves both ids and says no more',
    (verdict) => {
      const { register, unsure } = enrolled(NEAR, judged([verdict, 's00001', 's00002']));
      expect(register.studies[1]?.doubts).toMatchObject([{ study: 's00001', settled: verdict }]);
      expect([...unsure.values()]).toEqual([['s00001']]);
    },
  );

  it('that two are not the same answer the question', () => {
    const { unsure } = enrolled(NEAR, judged(['not-same', 's00001', 's00002']));
    expect(unsure.size).toBe(0);
  });

  it('that two are the same beat every guard', () => {
    const series = {
      'X/2018-begroting': ['Evaluatie missies in 2017'],
      'X/2019-begroting': ['Evaluatie missies in 2018'],
    };
    expect(enrolled(series).ids).toEqual(['s00002']);
    expect(enrolled(series, judged(['same', 's00001', 's00002'])).ids).toEqual(['s00001']);
  });
});

describe('the file of judgements', () => {
  it('is one judgement a line and reads back', () => {
    const judgements = judged(['same', 's00001', 's00002'], ['unsure', 's00003', 's00004']);
    const text = encodeJudgements(judgements);
    expect(text.split('\n')).toHaveLength(8);
    expect(decodeJudgements(text, 'judgements.json')).toEqual(judgements);
  });

  const CONTRADICTIONS: readonly {
    readonly name: string;
    readonly said: readonly (readonly [Verdict, ...string[]])[];
    readonly lines: string;
  }[] = [
    {
      name: 'directly',
      said: [
        ['same', 's00001', 's00002'],
        ['not-same', 's00002', 's00001'],
      ],
      lines: 'line 4 and line 5',
    },
    {
      name: 'by way of a third',
      said: [
        ['same', 's00001', 's00002'],
        ['not-same', 's00001', 's00003'],
        ['same', 's00002', 's00003'],
      ],
      lines: 'line 5 and line 6',
    },
    {
      name: 'unsure and not',
      said: [
        ['unsure', 's00001', 's00002'],
        ['not-same', 's00001', 's00002'],
      ],
      lines: 'line 4 and line 5',
    },
  ];

  it.each(CONTRADICTIONS)(
    'with a contradiction, $name, names both lines',
    async ({ said, lines }) => {
      const text = encodeJudgements(judged(...said));
      const failure = await failureOf(() => decodeJudgements(text, 'snapshots/judgements.json'));
      expect(failure).toMatchObject({ kind: 'config', subject: 'snapshots/judgements.json' });
      expect(failure.message).toContain(`${lines} contradict each other`);
    },
  );

  it.each([
    ['another verdict', '"same"', '"zelfde"', 'verdict'],
    ['one study', '["s00001", "s00002"]', '["s00001"]', 'studies'],
    ['a study twice', '"s00002"', '"s00001"', 'names one study twice'],
    ['no date', '"2024-06-01"', '"vorige week"', 'date'],
    ['a reference that is none', '"s00002"', '"Evaluatie X"', 'expected an id such as s00042'],
  ])('with %s is refused', async (_case, from, to, problem) => {
    const text = encodeJudgements(judged(['same', 's00001', 's00002'])).replace(from, to);
    const failure = await failureOf(() => decodeJudgements(text, 'judgements.json'));
    expect(failure.kind).toBe('config');
    expect(failure.message).toContain(problem);
  });

  it('has a published schema', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../schema/judgements.schema.json', import.meta.url), 'utf8'),
    ) as { properties: object };
    expect(Object.keys(schema.properties)).toContain('judgements');
  });
});
