import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Edition } from '../edition/edition.ts';
import type { Paper } from './standin/paper.ts';

/** The bundled editions, from src/ and from dist/ alike. */
const FIXTURES = new URL('../../fixtures/', import.meta.url);

const Catalogue = z.object({
  editions: z.array(
    z.object({
      edition: z.object({
        id: z.string(),
        chapter: z.string(),
        year: z.number(),
        phase: z.enum(['begroting', 'jaarverslag']),
        dossier: z.string(),
        number: z.string(),
      }),
      publication: z.string(),
      dossierTitle: z.string(),
      documentTitle: z.string(),
      subrubriek: z.string().nullable(),
      vergaderjaar: z.string(),
      published: z.string(),
      modified: z.string(),
      file: z.string(),
      xml: z.string().optional(),
    }),
  ),
});

/** A paper of the catalogue with the edition it is and the file it stands in. */
export interface BundledPaper extends Paper {
  readonly edition: Edition;
  /** Path of the PDF. */
  readonly file: string;
}

/** The editions bundled with the package, in order of publication, ready for the stand-in. */
export async function bundledPapers(
  folder: string | URL = FIXTURES,
): Promise<readonly BundledPaper[]> {
  const base = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const path = (name: string): string => `${base.replace(/[/\\]$/u, '')}/${name}`;
  const catalogue = Catalogue.parse(JSON.parse(await readFile(path('editions.json'), 'utf8')));
  const papers = catalogue.editions.map(({ edition, file, xml, ...described }): BundledPaper => {
    const { chapter, dossier, number } = edition;
    const stored = { file: path(file), read: async () => readFile(path(file)) };
    const beside = xml === undefined ? {} : { readXml: async () => readFile(path(xml)) };
    return Object.assign(described, { edition, chapter, dossier, number }, stored, beside);
  });
  return papers.sort((one, other) => one.published.localeCompare(other.published));
}
