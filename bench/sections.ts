import { readFileSync, writeFileSync } from 'node:fs';

const DOCUMENT = new URL('../docs/extraction.md', import.meta.url);

/**
 * Replaces what stands in docs/extraction.md between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`.
 * Throws when the document has no such markers: where a table stands is for its author to say.
 */
export function writeSection(name: string, markdown: string): void {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const text = readFileSync(DOCUMENT, 'utf8');
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from === -1 || to < from) {
    throw new Error(`docs/extraction.md has no place for "${name}": add ${open} and ${close}`);
  }
  const before = text.slice(0, from + open.length);
  writeFileSync(DOCUMENT, `${before}\n\n${markdown.trim()}\n\n${text.slice(to)}`);
}
