import type { Edition } from '../edition/edition.ts';
import { decodeJson } from '../failure/decode.ts';
import type { Annex } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';
import { arrayLines, members, objectLines, onOneLine } from './lines.ts';
import { SNAPSHOT_VERSION, snapshotMigrations } from './migrations.ts';
import { snapshotSchema } from './schema.ts';
import type { Snapshot } from './snapshot.ts';

/** Path of the edition's snapshot below the snapshots folder: `XV/2022-jaarverslag.json`. */
export function snapshotPath(edition: Pick<Edition, 'id'>): string {
  return `${edition.id}.json`;
}

/**
 * Canonical text: one field a line, one fixed order of keys, studies in printed order, LF, a newline
 * at the end. The same snapshot always gives the same bytes; one changed cell is one hunk of a diff.
 */
export function encodeSnapshot(snapshot: Snapshot): string {
  // Parsing puts the keys in the order of the schema and leaves out what does not belong.
  const ordered = snapshotSchema.parse(snapshot);
  const lines = objectLines(
    members(ordered, {
      edition: objectLines(members(ordered.edition)),
      print: objectLines(members(ordered.print)),
      annex: ordered.annex ? annexLines(ordered.annex) : ['null'],
      studies: arrayLines(ordered.studies.map(studyLines)),
      notices: arrayLines(ordered.notices.map((notice) => [onOneLine(notice)])),
    }),
  );
  return `${lines.join('\n')}\n`;
}

function annexLines(annex: Annex): readonly string[] {
  const notes = arrayLines(annex.notes.map((note) => [onOneLine(note)]));
  return objectLines(members(annex, { notes }));
}

function studyLines(study: Study): readonly string[] {
  return objectLines(members(study, { printed: objectLines(members(study.printed)) }));
}

/** Throws a Failure `snapshot-damaged` that names the file, the place in it and the remedy. */
export function decodeSnapshot(text: string, name: string): Snapshot {
  return decodeJson(snapshotSchema, text, name, {
    kind: 'snapshot-damaged',
    what: 'a snapshot',
    versions: { current: SNAPSHOT_VERSION, migrations: snapshotMigrations },
    remedy:
      'Restore the file from git, or delete it so that the next check reads the edition again',
  });
}
