import { diffLines, structuredPatch } from 'diff';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSnapshot, encodeSnapshot, snapshotPath } from '../../src/snapshot/codec.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import type { Study } from '../../src/study/study.ts';
import { failureOf } from '../support/failure.ts';
import { anyCells, link, snapshot, study } from '../support/studies.ts';

const FULL = study({
  type: 'Ex-post evaluatie',
  completion: '2022-2023',
  status: 'Lopend',
  conclusions: 'Het programma werkt.',
  description: 'Een onderzoek.',
  articles: '1.2 en 13',
  theme: 'Thema 15: Integratie',
  subtheme: 'Subthema 1',
  links: [link()],
});

/** Hunks that `git diff` shows with its three lines of context. */
function hunks(before: Snapshot, after: Snapshot): number {
  const patch = structuredPatch('a', 'b', encodeSnapshot(before), encodeSnapshot(after), '', '', {
    context: 3,
  });
  return patch.hunks.length;
}

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('“é” — \u2028', '"\\\n'));
const anyStudy: fc.Arbitrary<Study> = fc
  .tuple(anyCells, anyText, anyText)
  .map(([cells, title, conclusions]) => study({ ...cells, title, conclusions }));
const anySnapshot = fc
  .array(anyStudy, { maxLength: 4 })
  .map((studies) => snapshot('XV/2022-jaarverslag', ...studies));

describe('encodeSnapshot', () => {
  it('stands below its chapter', () => {
    expect(snapshotPath({ id: 'XV/2022-jaarverslag' })).toBe('XV/2022-jaarverslag.json');
  });

  it('writes one field a line in one fixed order', () => {
    const footnotes = [{ mark: '1', on: 'completion', text: null }] as const;
    const notes = [{ text: 'Niet doorgegaan.', place: FULL.place }];
    const held = snapshot('XV/2022-jaarverslag', { ...FULL, footnotes });
    const annex = held.annex && { ...held.annex, notes };
    expect(encodeSnapshot({ ...held, annex })).toMatchSnapshot();
  });

  it('does not depend on the order in which an object got its keys', () => {
    const held = snapshot('XV/2022-jaarverslag', FULL);
    const turned = Object.fromEntries(Object.entries(held).toReversed()) as unknown as Snapshot;
    expect(encodeSnapshot(turned)).toBe(encodeSnapshot(held));
  });

  it.each([
    ['title', 'Iets anders'],
    ['type', 'Ex-durante'],
    ['completion', '2025'],
    ['status', 'Lopend: afronding 2024'],
    ['conclusions', 'Het programma werkt niet.'],
    ['description', 'Een ander onderzoek.'],
    ['articles', '1.3'],
    ['theme', 'Thema 1: Arbeid'],
    ['subtheme', null],
  ])('a changed %s is one hunk', (field, text) => {
    const other = study({ ...FULL.printed, links: FULL.links, [field]: text });
    const around = study({ ...FULL.printed, title: 'Een ander' });
    expect(
      hunks(
        snapshot('XV/2022-jaarverslag', around, FULL, around),
        snapshot('XV/2022-jaarverslag', around, other, around),
      ),
    ).toBe(1);
  });

  it('a study more is one block of added lines', () => {
    const one = encodeSnapshot(snapshot('XV/2022-jaarverslag', FULL, FULL));
    const two = encodeSnapshot(snapshot('XV/2022-jaarverslag', FULL, study(), FULL));
    const changes = diffLines(one, two).filter(({ added, removed }) => added || removed);
    expect(changes.map(({ added }) => added)).toEqual([true]);
  });

  it('reads back what it wrote, byte by byte', () => {
    fc.assert(
      fc.property(anySnapshot, (held) => {
        const text = encodeSnapshot(held);
        expect(decodeSnapshot(text, 'a.json')).toEqual(held);
        expect(encodeSnapshot(decodeSnapshot(text, 'a.json'))).toBe(text);
        expect(text).toMatch(/^\{\n[^\r]*\n\}\n$/);
      }),
    );
  });
});

describe('decodeSnapshot', () => {
  it.each([
    ['a status that is none', '"lopend"', '"gestart"', 'studies[0].status'],
    ['a hash that is none', '0f0f', 'zzzz', 'print.sha256'],
    ['half a file', ']\n}\n', '', 'not a snapshot'],
  ])('refuses %s and says where', async (_case, from, to, place) => {
    const text = encodeSnapshot(snapshot('XV/2022-jaarverslag', FULL)).replace(from, to);
    const failure = await failureOf(() => decodeSnapshot(text, 'XV/2022-jaarverslag.json'));
    expect(failure.kind).toBe('snapshot-damaged');
    expect(failure.message).toContain(place);
    expect(failure.message).toContain('XV/2022-jaarverslag.json');
    expect(failure.remedy).toContain('git');
  });
});
