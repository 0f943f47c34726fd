/** One published paper, as the catalogue of the stand-in holds it. */
export interface Paper {
  /** Final id: `kst-36360-XV-1`, or `kst-34350-XV-1-n1` where a correction took its place. */
  readonly publication: string;
  /** Five digits. */
  readonly dossier: string;
  /** `XV`; null for a paper on the whole budget. */
  readonly chapter: string | null;
  /** Ondernummer: `1`, or `A` for a paper of the Eerste Kamer. */
  readonly number: string;
  readonly dossierTitle: string;
  readonly documentTitle: string;
  /** Null where the record leaves it out. */
  readonly subrubriek: string | null;
  readonly vergaderjaar: string;
  /** ISO date or instant from which it can be found. */
  readonly published: string;
  /** ISO date as the record states it. */
  readonly modified: string;
  readonly read: () => Promise<Uint8Array>;
  /** The XML edition of the final paper; left out: none is listed. */
  readonly readXml?: () => Promise<Uint8Array>;
  /** First stage: a bare number as id, PDF only, until the final id takes its place. */
  readonly unformatted?: {
    /** `kst-1259252`. */
    readonly publication: string;
    /** ISO instant from which the final id is there and this one is gone. */
    readonly until: string;
    /** The ministry's own print. @default the same bytes */
    readonly read?: () => Promise<Uint8Array>;
  };
  /** Same id, new bytes, from that ISO instant on; in order of time. */
  readonly revisions?: readonly {
    readonly at: string;
    readonly read: () => Promise<Uint8Array>;
    readonly readXml?: () => Promise<Uint8Array>;
  }[];
  /** Further dossiers that the record names, such as `36410-XV`. */
  readonly otherDossiers?: readonly string[];
  /** An attachment: the paper it belongs to. Its own id is a `blg-…`. */
  readonly attachmentOf?: string;
  /** From this ISO instant on there is a notice in place of the files. */
  readonly withdrawn?: string;
}
