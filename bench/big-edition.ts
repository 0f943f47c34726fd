import { jaarverslagChapters } from '../fixtures/chapters/jaarverslag.ts';
import { abbreviationParts } from '../fixtures/chapters/annexes.ts';
import { JAARVERSLAG_2022 } from '../fixtures/editions/jaarverslag-2022.ts';
import { draw } from '../fixtures/typesetter/draw.ts';
import type { EditionContent, Part } from '../fixtures/typesetter/edition-content.ts';
import { typeset } from '../fixtures/typesetter/typeset.ts';

export interface BigEdition {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly annexPages: number;
  readonly studies: number;
}

/** A jaarverslag as long as a real one: about 300 pages, the annex of 25 of them near the end. */
export async function bigEdition({ outline }: { readonly outline: boolean }): Promise<BigEdition> {
  const annex = JAARVERSLAG_2022.parts.find((part) => part.kind === 'annex');
  if (annex?.kind !== 'annex') throw new Error('The jaarverslag of 2022 has no annex');
  const chapters: Part[] = [];
  for (let copy = 0; copy < 21; copy += 1) chapters.push(...jaarverslagChapters(2022));
  const tables = Array.from({ length: 6 }, () => annex.annex.tables).flat();
  const content: EditionContent = {
    ...JAARVERSLAG_2022,
    outline,
    parts: [
      ...chapters,
      { kind: 'annex', annex: { ...annex.annex, tables, newPage: true } },
      ...abbreviationParts('Bijlage 4: Lijst van afkortingen'),
    ],
  };
  const { sheets, truth } = typeset(content);
  if (!truth) throw new Error('The big edition has no annex');
  const [first, last] = truth.annex.pages;
  return {
    bytes: await draw(content, sheets),
    pages: sheets.length,
    annexPages: last - first + 1,
    studies: truth.studies.length,
  };
}
