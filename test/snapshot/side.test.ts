import { describe, expect, it } from 'vitest';
import { encodeSnapshot } from '../../src/snapshot/codec.ts';
import { decodeSide } from '../../src/snapshot/side.ts';
import { failureOf } from '../support/failure.ts';
import { link, snapshot, study } from '../support/studies.ts';

const side = (value: unknown): ReturnType<typeof decodeSide> =>
  decodeSide(JSON.stringify(value), 'oud.json');

describe('decodeSide', () => {
  it('parses what studies with no more than printed leave out', () => {
    const printed = {
      title: 'Evaluatie Wet X',
      type: 'Ex-post',
      completion: '2022-2023',
      status: 'Lopend: afronding 2024',
      conclusions: '',
      description: null,
      articles: '1.2 en 13',
      theme: 'Thema 1',
      subtheme: null,
    };
    const read = side({ edition: { id: 'XV/2022-jaarverslag' }, studies: [{ printed }] });
    expect(read.edition).toMatchObject({ chapter: 'XV', year: 2022, phase: 'jaarverslag' });
    expect(read.studies).toEqual([
      {
        title: 'Evaluatie Wet X',
        type: 'Ex-post',
        conclusions: '',
        description: null,
        theme: 'Thema 1',
        subtheme: null,
        completion: { from: 2022, to: 2023, open: false, latest: false, unknown: false },
        status: 'lopend',
        statusCompletion: 2024,
        articles: ['1.2', '13'],
        links: [],
        footnotes: [],
        printed,
        place: { page: 0, pageLabel: null, toPage: 0, table: null, row: null },
      },
    ]);
  });

  it('takes a cell that is left out as one without a column, a title that is nowhere as none', () => {
    const [first] = side({ studies: [{ printed: { status: 'Afgerond' } }] }).studies;
    expect(first).toMatchObject({ title: '', conclusions: null, completion: null });
    expect(first?.printed).toMatchObject({ title: null, status: 'Afgerond', conclusions: null });
  });

  it('keeps what is given, null among it', () => {
    const given = { printed: { title: 'Hoofd', theme: 'Thema 1' }, title: 'Eigen', theme: null };
    expect(side({ studies: [given] }).studies[0]).toMatchObject({ title: 'Eigen', theme: null });
  });

  it('reads a whole snapshot', () => {
    const held = snapshot('XV/2023-begroting', study({ status: 'Lopend', links: [link()] }));
    const read = decodeSide(encodeSnapshot(held), 'XV/2023-begroting.json');
    const { edition, annex, studies, notices } = held;
    expect(read).toEqual({ schemaVersion: 1, edition, annex, account: null, studies, notices });
  });

  it('makes the id of the parts, and leaves the rest unknown', () => {
    const parts = { chapter: 'VI', year: 2025, phase: 'begroting' };
    expect(side({ edition: parts, studies: [] }).edition.id).toBe('VI/2025-begroting');
    expect(side({ edition: { year: 2025 }, studies: [] }).edition).toMatchObject({
      id: null,
      chapter: null,
      year: 2025,
    });
  });

  it.each([
    [{ studies: [{ title: 'A' }] }, 'studies[0].printed'],
    [{}, 'studies'],
    [[], 'the whole'],
  ])('refuses %j and says where', async (value, place) => {
    const failure = await failureOf(() => side(value));
    expect(failure).toMatchObject({ kind: 'usage', subject: 'oud.json' });
    expect(failure.message).toContain(place);
  });
});
