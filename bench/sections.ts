import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/**
 * Replaces what stands in a document between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`, laid out as
 * the rest of it. Throws when the document has no such markers: where a table stands is for its author to say.
 * @param document path below the top folder
 */
export async function writeSection(
  name: string,
  markdown: string,
  document = 'docs/extraction.md',
): Promise<void> {
  const file = new URL(`../${document}`, import.meta.url);
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from === -1 || to < from) {
    throw new Error(`${document} has no place for "${name}": add ${open} and ${close}`);
  }
  const before = text.slice(0, from + open.length);
  const whole = `${before}\n\n${markdown.trim()}\n\n${text.slice(to)}`;
  const style = await resolveConfig(file);
  writeFileSync(file, await format(whole, { ...style, parser: 'markdown' }));
}
