/** Where the keys of a JSON text stand. Keys are joined by dots, items by their index: `source.hosts.0`. */
export interface KeyLines {
  /** 1-based line of each key and list item. */
  readonly lines: ReadonlyMap<string, number>;
  /** Keys that stand twice in one object; JSON.parse takes the last without a word. */
  readonly repeated: readonly string[];
}

interface Container {
  readonly path: string;
  /** Index of the present item; null in an object. */
  index: number | null;
  /** Whether the next string is a key. */
  expectsKey: boolean;
}

const TOKEN = /\n|"(?:[^"\\]|\\.)*"|[{}[\],]|[^\s{}[\],:"]+/gu;

/** Scans a text that JSON.parse has accepted. */
export function keyLines(text: string): KeyLines {
  const lines = new Map<string, number>();
  const repeated: string[] = [];
  const containers: Container[] = [];
  let line = 1;
  let path = '';

  const note = (at: string): void => {
    if (lines.has(at)) repeated.push(at);
    lines.set(at, line);
  };

  for (const [token] of text.matchAll(TOKEN)) {
    const container = containers.at(-1);
    if (token === '\n') {
      line += 1;
    } else if (token === '}' || token === ']') {
      containers.pop();
    } else if (token === ',') {
      if (container) {
        container.expectsKey = container.index === null;
        if (container.index !== null) container.index += 1;
      }
    } else if (container?.expectsKey) {
      container.expectsKey = false;
      path = join(container.path, JSON.parse(token) as string);
      note(path);
    } else {
      if (container && container.index !== null) {
        path = join(container.path, String(container.index));
        note(path);
      }
      if (token === '{') containers.push({ path, index: null, expectsKey: true });
      if (token === '[') containers.push({ path, index: 0, expectsKey: false });
    }
  }
  return { lines, repeated };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
