import type { Paper } from './paper.ts';

/** What the search service tells of a paper at a moment. */
export interface SruRecord {
  readonly identifier: string;
  /** dossiertitel; documenttitel. */
  readonly title: string;
  readonly type: 'Kamerstuk' | 'Bijlage';
  readonly dossierTitle: string;
  readonly documentTitle: string;
  readonly documentStatus: 'Onopgemaakt' | 'Opgemaakt na onopgemaakt' | 'Opgemaakt';
  readonly dossiers: readonly string[];
  readonly number: string | null;
  readonly subrubriek: string | null;
  readonly vergaderjaar: string;
  readonly mainDocument: string | null;
  readonly contentArea: string;
  /** ISO dates. */
  readonly published: string;
  readonly modified: string;
  /** ISO instant with more digits of a second than most readers expect. */
  readonly timestamp: string;
  /** Path of the folder of files on the repository host. */
  readonly folder: string;
  readonly manifestations: readonly string[];
  readonly withdrawn: boolean;
  readonly read: () => Promise<Uint8Array>;
  /** null in the first days, and where the XML is not there. */
  readonly readXml: (() => Promise<Uint8Array>) | null;
}

const FOLDERS = '/frbr/officielepublicaties';
const ALL_MANIFESTATIONS = ['html', 'metadata', 'metadataowms', 'odt', 'pdf', 'xml'];
const FIRST_MANIFESTATIONS = ['metadata', 'metadataowms', 'pdf'];

/** The record of a paper at a moment; null while it is not published. */
export function recordAt(paper: Paper, now: Date): SruRecord | null {
  if (!hasCome(paper.published, now)) return null;
  const { unformatted, attachmentOf, revisions = [], chapter, dossier } = paper;
  const first = unformatted && !hasCome(unformatted.until, now) ? unformatted : null;
  const revision = revisions.findLast(({ at }) => hasCome(at, now));
  const identifier = first?.publication ?? paper.publication;
  const mainDossier = chapter === null ? dossier : `${dossier}-${chapter}`;
  const bare = first !== null || attachmentOf !== undefined;
  const area = attachmentOf === undefined ? 'kst' : 'blg';
  const place = bare ? `${area}/onopgemaakt` : `${area}/${mainDossier}`;
  const readXml = bare ? null : ((revision ?? paper).readXml ?? null);
  const modified = day(revision?.at ?? (first ? paper.published : paper.modified));
  return {
    identifier,
    title: `${paper.dossierTitle}; ${paper.documentTitle}`,
    type: attachmentOf === undefined ? 'Kamerstuk' : 'Bijlage',
    dossierTitle: paper.dossierTitle,
    documentTitle: paper.documentTitle,
    documentStatus: documentStatus(paper, bare),
    dossiers: [mainDossier, ...(paper.otherDossiers ?? [])],
    number: attachmentOf === undefined ? paper.number : null,
    subrubriek: paper.subrubriek,
    vergaderjaar: paper.vergaderjaar,
    mainDocument: attachmentOf ?? null,
    contentArea: `officielepublicaties/${place}`,
    published: day(paper.published),
    modified,
    timestamp: `${modified}T10:20:02.1234567+02:00`,
    folder: `${FOLDERS}/${place}/${identifier}/1`,
    manifestations: bare
      ? FIRST_MANIFESTATIONS
      : ALL_MANIFESTATIONS.filter((each) => each !== 'xml' || readXml !== null),
    withdrawn: paper.withdrawn !== undefined && hasCome(paper.withdrawn, now),
    read: revision?.read ?? first?.read ?? paper.read,
    readXml,
  };
}

/** The file name of a manifestation within its folder. */
export function fileName(record: SruRecord, manifestation: string): string {
  if (manifestation === 'metadata') return 'metadata.xml';
  if (manifestation === 'metadataowms') return 'metadata_owms.xml';
  return `${record.identifier}.${manifestation}`;
}

function documentStatus(paper: Paper, bare: boolean): SruRecord['documentStatus'] {
  if (bare) return 'Onopgemaakt';
  return paper.unformatted ? 'Opgemaakt na onopgemaakt' : 'Opgemaakt';
}

function hasCome(moment: string, now: Date): boolean {
  return Date.parse(moment) <= now.getTime();
}

function day(moment: string): string {
  return moment.slice(0, 10);
}
