import { abbreviationParts } from '../fixtures/chapters/annexes.ts';
import { jaarverslagChapters } from '../fixtures/chapters/jaarverslag.ts';
import { JAARVERSLAG_2022 } from '../fixtures/editions/jaarverslag-2022.ts';
import { paper } from '../fixtures/editions/papers.ts';
import type { AnnexTruth } from '../fixtures/typesetter/annex.ts';
import { draw } from '../fixtures/typesetter/draw.ts';
import type { EditionContent, Part } from '../fixtures/typesetter/edition-content.ts';
import { rich } from '../fixtures/typesetter/rich-text.ts';
import { typeset } from '../fixtures/typesetter/typeset.ts';
import { editionHtml } from './edition-html.ts';
import { printHtml } from './print-html.ts';

export type Study = AnnexTruth['studies'][number];

/** A jaarverslag as long as a real one: about 300 pages, some 25 of them the annex near the end. */
export interface BigEdition {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly studies: readonly Study[];
}

/** Set by pdfkit: untagged, hairlines, each line of text placed by itself. */
export async function kitEdition({ outline, year }: Wanted): Promise<BigEdition> {
  const content = bigContent({ outline, year, chapters: 21, prose: 0, annexes: 6 });
  const { sheets, truth } = typeset(content);
  const name = `pdfkit, ${outline ? 'with' : 'without'} outline`;
  const bytes = await draw(content, sheets);
  return { name, bytes, pages: sheets.length, studies: truth?.studies ?? [] };
}

/** Printed by Chromium: tagged, ruled, fonts embedded as subsets. Null where there is no Chromium. */
export async function chromiumEdition({ outline, year }: Wanted): Promise<BigEdition | null> {
  const content = bigContent({ outline, year, chapters: 18, prose: 42, annexes: 9 });
  const bytes = await printHtml(editionHtml(content), { outline });
  if (bytes === null) return null;
  const name = `Chromium, ${outline ? 'with' : 'without'} outline`;
  const pages =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return { name, bytes, pages, studies: typeset(content).truth?.studies ?? [] };
}

export interface Wanted {
  readonly outline: boolean;
  readonly year: number;
}

interface Size extends Wanted {
  /** How often the chapters stand in it, each time with so many paragraphs of further prose. */
  readonly chapters: number;
  readonly prose: number;
  readonly annexes: number;
}

function bigContent({ outline, year, chapters, prose, annexes }: Size): EditionContent {
  const annex = JAARVERSLAG_2022.parts.find((part) => part.kind === 'annex');
  if (annex?.kind !== 'annex') throw new Error('The jaarverslag of 2022 has no annex');
  const body: Part[] = [];
  for (let copy = 0; copy < chapters; copy += 1) {
    const own = jaarverslagChapters(2022);
    body.push(...own, { kind: 'prose', paragraphs: furtherProse(own, prose) });
  }
  const tables = Array.from({ length: annexes }, () => annex.annex.tables).flat();
  return {
    ...JAARVERSLAG_2022,
    ...paper('jaarverslag', year, String(34_000 + year)),
    vergaderjaar: `${year}-${year + 1}`,
    outline,
    parts: [
      ...body,
      { kind: 'annex', annex: { ...annex.annex, tables, newPage: true } },
      ...abbreviationParts('Bijlage 4: Lijst van afkortingen'),
    ],
  };
}

/** The sentences of these chapters, each time in another order, a dozen to a paragraph. */
function furtherProse(parts: readonly Part[], paragraphs: number): string[] {
  const sentences = parts
    .flatMap((part) => (part.kind === 'prose' ? part.paragraphs : []))
    .flatMap((paragraph) => rich(paragraph).text.split(/(?<=\.) (?=\p{Lu})/u));
  return Array.from({ length: paragraphs }, (_, paragraph) =>
    Array.from(
      { length: 12 },
      (__, at) => sentences[(paragraph * 7 + at * 5) % sentences.length] ?? '',
    ).join(' '),
  );
}
