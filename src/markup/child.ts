/** Runs in a process of its own: takes the bytes of one file, sends what it holds, and ends. */
import { parseMarkup } from './parse.ts';

const chunks: Uint8Array[] = [];
process.stdin.on('data', (chunk: Uint8Array) => chunks.push(chunk));
process.stdin.once('end', () => {
  process.send?.(parseMarkup(Buffer.concat(chunks)), () => process.exit());
});
process.once('disconnect', () => process.exit());
