import { Failure } from '../failure/failure.ts';

/** A budget appears in September before its year, an annual report in May after it. */
export type Phase = 'begroting' | 'jaarverslag';

/** One paper of one chapter: `XV/2022-jaarverslag`. Dossier and number are null while not known. */
export interface Edition {
  readonly id: string;
  /** Budget chapter as printed in the dossier number: `XV`, `IIB`, `A`. */
  readonly chapter: string;
  readonly year: number;
  readonly phase: Phase;
  /** Five digits without space: `36360`. */
  readonly dossier: string | null;
  /** Number within the dossier (ondernummer): `1`. */
  readonly number: string | null;
}

/** What a print says of itself; each part null where the print does not say. */
export type StatedEdition = { readonly [Part in keyof Edition]: Edition[Part] | null };

export function editionId(chapter: string, year: number, phase: Phase): string {
  return `${chapter}/${year}-${phase}`;
}

const EDITION_ID = /^(?<chapter>[A-Z]{1,5})\/(?<year>20\d\d)-(?<phase>begroting|jaarverslag)$/;

/** Reads `XV/2022-jaarverslag`; null when the text is no edition id. */
export function parseEditionId(id: string): Edition | null {
  const parts = EDITION_ID.exec(id)?.groups;
  if (!parts) return null;
  const { chapter, year, phase } = parts as { chapter: string; year: string; phase: Phase };
  return { id, chapter, year: Number(year), phase, dossier: null, number: null };
}

/** As parseEditionId, but throws a usage failure. */
export function requireEditionId(id: string): Edition {
  const edition = parseEditionId(id);
  if (edition) return edition;
  throw new Failure('usage', {
    subject: id,
    problem: 'this is not an edition id',
    remedy: 'Write it as chapter/year-phase, such as XV/2022-jaarverslag or XV/2023-begroting',
  });
}
