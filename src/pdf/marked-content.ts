import type { Content, Surroundings } from './drawing.ts';

interface OpenContent {
  id: string | null;
  readonly artifact: boolean;
  readonly hidden: boolean;
}

/** Follows the nesting of marked content through a page and the forms it draws. */
export interface Contents {
  /** `name` and `property` are the operands: a tag, and an MCID or a layer or null. */
  begin(name: unknown, property: unknown): void;
  end(): void;
  enterForm(): void;
  leaveForm(): void;
  current(): Content;
  /** All ids that were opened so far. */
  ids(): ReadonlySet<string>;
  /** Call at the end: takes the ids away that turned out to be ambiguous. */
  settle(): void;
}

/**
 * An MCID is unique within one stream only: a form may number its own sequences from 0 again, and the
 * structure tree as pdf.js gives it names both alike. Such an id says nothing and becomes null.
 */
export function createContents({ pageId, isVisible }: Surroundings): Contents {
  const all: OpenContent[] = [];
  const open: OpenContent[] = [{ id: null, artifact: false, hidden: false }];
  const streams: number[] = [0];
  let streamCount = 1;
  const streamOf = new Map<string, number>();
  const ambiguous = new Set<string>();

  function innermost(): OpenContent {
    return open.at(-1) as OpenContent;
  }
  function identify(mcid: unknown): string | null {
    if (!Number.isInteger(mcid)) return null;
    const id = `${pageId}_mc${mcid as number}`;
    const stream = streams.at(-1) ?? 0;
    if (streamOf.has(id) && streamOf.get(id) !== stream) ambiguous.add(id);
    streamOf.set(id, stream);
    return id;
  }

  return {
    begin(name, property) {
      const tag = tagOf(name);
      const outer = innermost();
      const content: OpenContent = {
        id: identify(property) ?? outer.id,
        artifact: outer.artifact || tag === 'Artifact',
        hidden: outer.hidden || (tag === 'OC' && property !== null && !isVisible(property)),
      };
      all.push(content);
      open.push(content);
    },
    end() {
      if (open.length > 1) open.pop();
    },
    enterForm() {
      streams.push(streamCount++);
    },
    leaveForm() {
      streams.pop();
    },
    current: innermost,
    ids: () => new Set(streamOf.keys()),
    settle() {
      for (const content of all) {
        if (content.id !== null && ambiguous.has(content.id)) content.id = null;
      }
    },
  };
}

function tagOf(name: unknown): string {
  if (typeof name === 'string') return name;
  return (name as { readonly name?: string } | null)?.name ?? '';
}
