import type { Draws } from './draws.ts';
import { BYTE_CHANGES } from './byte-changes.ts';
import { OBJECT_CHANGES } from './object-changes.ts';
import { contentOf, parsePdf, withContent, writePdf } from './pdf-objects.ts';
import type { PdfFile } from './pdf-objects.ts';
import { STREAM_CHANGES } from './stream-changes.ts';

/** A changed file, and what was done to it in words. */
export interface Mutant {
  readonly bytes: Uint8Array;
  readonly change: string;
}

/**
 * Changes a PDF in one of three ways: its bytes (as a bad disk or connection does), its objects (as a
 * faulty or hostile producer does, with a right cross-reference table so that no reader has to mend it),
 * or what its streams hold (operators, numbers, letters; packed again with a right checksum).
 */
export function mutate(bytes: Uint8Array, draws: Draws): Mutant {
  const way = draws.one(['bytes', 'object', 'object', 'stream', 'stream'] as const);
  if (way === 'bytes') return mutateBytes(bytes, draws);
  const file = parsePdf(bytes);
  return way === 'object' ? mutateObjects(file, draws) : mutateStream(file, draws);
}

function mutateBytes(bytes: Uint8Array, draws: Draws): Mutant {
  const file = Buffer.from(bytes);
  const at = draws.below(file.length);
  const end = Math.min(file.length, at + 1 + draws.below(draws.one([4, 64, 4096])));
  const [name, change] = draws.one(Object.entries(BYTE_CHANGES));
  return { bytes: change(file, at, end, draws), change: `${name} bytes ${at} to ${end}` };
}

function mutateObjects(file: PdfFile, draws: Draws): Mutant {
  const object = draws.one(file.objects);
  const [name, change] = draws.one(Object.entries(OBJECT_CHANGES));
  const changed = change(file, object, draws);
  return { bytes: writePdf(changed), change: `${name} object ${object.number}` };
}

/** The content of pages three times as often as all else: fonts, maps of letters, metadata. */
function mutateStream(file: PdfFile, draws: Draws): Mutant {
  const streams = file.objects.flatMap((object) => {
    const content = contentOf(object);
    return content === null || content.length < 8 ? [] : [{ object, content }];
  });
  const pages = streams.filter(({ content }) => /\b(?:Tj|TJ)\b/.test(content));
  const { object, content } = draws.one(draws.below(4) > 0 && pages.length > 0 ? pages : streams);
  const [name, change] = draws.one(Object.entries(STREAM_CHANGES));
  const objects = file.objects.with(
    file.objects.indexOf(object),
    withContent(object, change(content, draws)),
  );
  return { bytes: writePdf({ ...file, objects }), change: `${name} in stream ${object.number}` };
}
