import type { Draws } from './draws.ts';

/** Changes the bytes of a file from `at` up to `end`. */
type ByteChange = (file: Buffer, at: number, end: number, draws: Draws) => Uint8Array;

export const BYTE_CHANGES: Readonly<Record<string, ByteChange>> = {
  flip(file, at, _end, draws) {
    const changed = Buffer.from(file);
    changed[at] = (changed[at] ?? 0) ^ (1 << draws.below(8));
    return changed;
  },
  scatter(file, at, end, draws) {
    const changed = Buffer.from(file);
    for (let count = at; count < end; count += 1)
      changed[draws.below(file.length)] = draws.below(256);
    return changed;
  },
  delete: (file, at, end) => Buffer.concat([file.subarray(0, at), file.subarray(end)]),
  blank: (file, at, end) => Buffer.from(file).fill(0, at, end),
  repeat: (file, at, end) => Buffer.concat([file.subarray(0, end), file.subarray(at)]),
  cut: (file, at) => file.subarray(0, at),
  copy(file, at, end, draws) {
    const changed = Buffer.from(file);
    const from = draws.below(file.length);
    file.copy(changed, at, from, from + end - at);
    return changed;
  },
};
