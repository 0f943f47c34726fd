import type { Client } from './client.ts';
import { isRequestFault } from './fault.ts';

/** On every issue of a study: by it the issues are listed. */
export const STUDY_LABEL = 'begrotingswacht';

/** GitHub takes no longer names. */
const MAX_NAME = 50;
const COLOR = 'c5def5';
/** At the end of a label's description: the label is ours, so we may take it off an issue again. */
const OWNED = ' (begrotingswacht)';

export interface LabelKeeper {
  /**
   * Labels that an issue should have: the wanted ones and all that people gave it. Labels of ours that
   * are no longer wanted are left out. Makes wanted labels that the repository lacks.
   */
  settle(present: readonly string[], wanted: readonly string[]): Promise<readonly string[]>;
}

/** Reads the repository's labels at most once, and only when some issue needs a change. */
export function createLabelKeeper(client: Client, description: string): LabelKeeper {
  let known: Map<string, boolean> | null = null;

  async function ownership(): Promise<Map<string, boolean>> {
    if (known === null) {
      const labels = await client.labels();
      known = new Map(
        labels.map((label) => [fold(label.name), label.description.endsWith(OWNED)] as const),
      );
    }
    return known;
  }

  async function require(name: string): Promise<void> {
    const labels = await ownership();
    if (labels.has(fold(name))) return;
    await createLabel(client, name, description + OWNED);
    labels.set(fold(name), true);
  }

  return {
    async settle(present, wanted) {
      const names = [...new Map(wanted.map((name) => [fold(name), shortened(name)])).values()];
      const missing = names.filter((name) => !present.some((it) => fold(it) === fold(name)));
      const others = present.filter((name) => !names.some((it) => fold(it) === fold(name)));
      if (missing.length === 0 && others.length === 0) return present;
      for (const name of missing) await require(name);
      const owned = others.length === 0 ? new Map<string, boolean>() : await ownership();
      const kept = present.filter((name) => !others.includes(name) || !owned.get(fold(name)));
      return [...kept, ...missing];
    },
  };
}

export function sameLabels(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(one.map(fold));
  return names.size === new Set(other.map(fold)).size && other.every((it) => names.has(fold(it)));
}

async function createLabel(client: Client, name: string, description: string): Promise<void> {
  try {
    await client.createLabel({ name, description, color: COLOR });
  } catch (error) {
    // Another run, or an earlier try whose reply got lost, made it meanwhile.
    if (!isRequestFault(error) || error.status !== 422) throw error;
  }
}

/** GitHub tells labels apart without regard to case. */
function fold(name: string): string {
  return name.toLowerCase();
}

function shortened(name: string): string {
  return Array.from(name.trim()).slice(0, MAX_NAME).join('').trim();
}

export function hasLabel(labels: readonly string[], name: string): boolean {
  return labels.some((it) => fold(it) === fold(name));
}
