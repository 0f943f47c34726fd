import { parseArgs } from 'node:util';
import { writeSection } from './sections.ts';

export interface PartOptions {
  /** Seeds of the fixtures to measure, “0-99”. */
  readonly seeds: string | undefined;
  /** Folder with truth files of real tables beside those at hand: bench/real/truth-files.ts. */
  readonly truth: string | undefined;
  /** Show each row that did not come back. */
  readonly misses: boolean;
}

/** One part of the bench: what it measured, as Markdown. */
export interface Part {
  /** One line for the list of parts. */
  readonly title: string;
  /** Where its table stands, below the top folder; left out: docs/extraction.md. */
  readonly document?: string;
  /** Measures and gives Markdown; progress goes to stderr. */
  run(options: PartOptions): Promise<string>;
}

// npm run bench                  speed
// npm run bench -- layouts       one part; several names run one after the other; --seeds 0-99 for many
// npm run bench -- real          real tables; --truth DIR for more of them, --misses to list what is wrong
// npm run bench -- determinism   the same bytes on other versions of Node
// npm run bench -- matching      studies under drifted titles
// npm run bench -- speed --write puts the result into the part's document, between the part's markers
const PARTS: Readonly<Record<string, () => Promise<Part>>> = {
  real: async () => (await import('./real.ts')).real,
  speed: async () => (await import('./speed.ts')).speed,
  matching: async () => (await import('./matching.ts')).matching,
  determinism: async () => (await import('./determinism.ts')).determinism,
  peers: async () => (await import('./peers.ts')).peers,
  layouts: async () => (await import('./layouts.ts')).layouts,
  pictures: async () => (await import('./pictures.ts')).pictures,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    seeds: { type: 'string' },
    truth: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});
const names = positionals.length === 0 ? ['speed'] : positionals;
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of names) {
    const part = await PARTS[name]?.();
    if (part === undefined) continue;
    console.error(`${name}: ${part.title}`);
    const markdown = await part.run({ ...values, seeds: values.seeds, truth: values.truth });
    console.log(markdown);
    if (values.write) await writeSection(name, markdown, part.document);
  }
}
