/**
 * Hidden markers: an HTML comment as the last line of a body, by which a channel finds its own
 * issues and comments again, as in `<!-- begrotingswacht:1 study=s00042 told=e1,e2 -->`. Only the
 * last line counts, and only when the whole of it is exactly what we would have written; so no text
 * quoted in a body can pass for a marker once ours stands below it.
 */

/** On the body of a study's issue. */
export interface StudyMarker {
  readonly study: string;
  /** Ids of the events that the body announced when the issue was made; no comment is due for them. */
  readonly told: readonly string[];
}

/** On the text of a study that stands in a file with its comments below it. */
export interface FileMarker extends StudyMarker {
  /** Characters from the start of the file to where the comments begin. */
  readonly head: number;
}

/** What a comment says about the state of its issue. */
export type Flip = 'closed' | 'reopened';

type Fields = readonly (readonly [name: string, values: readonly string[]])[];

const OPENING = '<!-- begrotingswacht:1 ';
const CLOSING = ' -->';

export function withStudyMarker(body: string, { study, told }: StudyMarker): string {
  return withMarker(body, [
    ['study', [study]],
    ['told', told],
  ]);
}

export function readStudyMarker(body: string): StudyMarker | null {
  const fields = readMarker(body, ['study', 'told']);
  const study = fields?.[0]?.[0];
  return fields && study ? { study, told: fields[1] ?? [] } : null;
}

export function withFileMarker(text: string, { study, told, head }: FileMarker): string {
  return withMarker(text, [
    ['study', [study]],
    ['told', told],
    ['head', [String(head)]],
  ]);
}

export function readFileMarker(text: string): FileMarker | null {
  const fields = readMarker(text, ['study', 'told', 'head']);
  const study = fields?.[0]?.[0];
  const head = fields?.[2]?.[0] ?? '';
  if (!fields || !study || !/^\d+$/.test(head)) return null;
  return { study, told: fields[1] ?? [], head: Number(head) };
}

/** Marks a comment as the news of an event, and with `flip` as the reason why the issue is closed too. */
export function withEventMarker(body: string, event: string, flip?: Flip): string {
  const state: Fields = flip === undefined ? [] : [['state', [flip]]];
  return withMarker(body, [['event', [event]], ...state]);
}

export function readEventMarker(body: string): string | null {
  const fields = readMarker(body, ['event']) ?? readMarker(body, ['event', 'state']);
  return fields?.[0]?.[0] ?? null;
}

/** Marks a comment that does no more than say why the issue is closed or reopened. */
export function withFlipMarker(body: string, flip: Flip): string {
  return withMarker(body, [['state', [flip]]]);
}

/** The flip that a comment gives the reason for, alone or together with an event. */
export function readFlipMarker(body: string): Flip | null {
  const flip = (readMarker(body, ['state']) ?? readMarker(body, ['event', 'state']))?.at(-1)?.[0];
  return flip === 'closed' || flip === 'reopened' ? flip : null;
}

/** Marks an issue, and the comment that says so, as the double of another issue. */
export function withDuplicateMarker(body: string, original: number): string {
  return withMarker(body, [['duplicate', [String(original)]]]);
}

export function readDuplicateMarker(body: string): number | null {
  const original = readMarker(body, ['duplicate'])?.[0]?.[0] ?? '';
  return /^\d+$/.test(original) ? Number(original) : null;
}

/** Marks a comment as the digest of that name. */
export function withDigestMarker(body: string, name: string): string {
  return withMarker(body, [['digest', [name]]]);
}

export function readDigestMarker(body: string): string | null {
  return readMarker(body, ['digest'])?.[0]?.[0] ?? null;
}

/** Marks the one issue that bears the digests. */
export function withDigestIssueMarker(body: string): string {
  return withMarker(body, [['issue', ['digest']]]);
}

export function isDigestIssue(body: string): boolean {
  return readMarker(body, ['issue'])?.[0]?.[0] === 'digest';
}

function withMarker(body: string, fields: Fields): string {
  const text = body.trimEnd();
  return text === '' ? markerLine(fields) : `${text}\n\n${markerLine(fields)}`;
}

function markerLine(fields: Fields): string {
  const words = fields.map(
    ([name, values]) => `${name}=${values.map(encodeURIComponent).join(',')}`,
  );
  return OPENING + words.join(' ') + CLOSING;
}

/** The values of a marker with exactly these fields in this order; null when there is no such marker. */
function readMarker(body: string, names: readonly string[]): readonly (readonly string[])[] | null {
  // GitHub stores what its own editor sends with CR LF, and a file may end in a line feed.
  const line = body.split(/\r\n|\r|\n/).findLast((it) => it !== '') ?? '';
  if (!line.startsWith(OPENING) || !line.endsWith(CLOSING)) return null;
  const words = line.slice(OPENING.length, -CLOSING.length).split(' ');
  const fields = words.map((word): Fields[number] => {
    const [name = '', values = ''] = word.split('=');
    return [name, values === '' ? [] : values.split(',').map(decode)];
  });
  if (fields.map(([name]) => name).join(' ') !== names.join(' ')) return null;
  if (markerLine(fields) !== line) return null;
  return fields.map(([, values]) => values);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
