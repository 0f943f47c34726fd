import type { LineEdition, LineStep } from '../../src/change/line.ts';
import { lineOf, replay } from '../../src/change/line.ts';
import type { StepChange } from '../../src/change/step-change.ts';
import { requireEditionId } from '../../src/edition/edition.ts';
import { study } from './studies.ts';
import type { StudyCells } from './studies.ts';

/** A row of an edition in a line: the study it is, and its cells; its title is the study's id unless given. */
export interface LineRow extends StudyCells {
  readonly is: string;
}

export function lineEdition(id: string, ...rows: readonly LineRow[]): LineEdition {
  return {
    edition: requireEditionId(id),
    studies: rows.map(({ is, ...cells }) => study({ title: `Evaluatie ${is}`, ...cells })),
    ids: rows.map(({ is }) => is),
  };
}

/** What a line of editions tells, in the order given: `XV/2023-jaarverslag s1 postponed yes`. */
export function tellingOf(...editions: readonly LineEdition[]): readonly string[] {
  return stepsOf(...editions).flatMap(({ edition, cause, changes }) =>
    changes.map(
      ({ study: who, kind, news }) =>
        `${edition.edition.id}${cause === 'republished' ? ' again' : ''} ${who} ${kind} ${news}`,
    ),
  );
}

export function stepsOf(...editions: readonly LineEdition[]): readonly LineStep[] {
  return replay(lineOf(editions));
}

/** The one change of this kind in a line. */
export function changeIn(
  kind: StepChange['kind'],
  ...editions: readonly LineEdition[]
): StepChange {
  const found = stepsOf(...editions)
    .flatMap(({ changes }) => changes)
    .filter((change) => change.kind === kind);
  const [only] = found;
  if (found.length !== 1 || !only) throw new Error(`${found.length} changes of kind ${kind}`);
  return only;
}
