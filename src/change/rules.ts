import type { ChangeKind, News } from './comparison.ts';
import type { PairFacts } from './facts.ts';
import { isUnfinished } from './state.ts';

/** Field of a study that a rule is about; of one field the first rule that holds is told. */
export type RuleField =
  | 'status'
  | 'completion'
  | 'conclusions'
  | 'links'
  | 'title'
  | 'type'
  | 'articles'
  | 'theme'
  | 'description'
  | 'overdue';

/** One line of the decision table (docs/changes.md); the words are those of the table there. */
export interface PairRule {
  readonly field: RuleField;
  readonly known: string;
  readonly now: string;
  readonly edition: string;
  readonly kind: ChangeKind;
  readonly news: News;
  holds(facts: PairFacts): boolean;
}

/** Rows that are there: state known before × stated now × edition → kind, news. */
export const PAIR_RULES: readonly PairRule[] = [
  {
    field: 'status',
    known: 'afgerond',
    now: 'any status, later year',
    edition: 'any',
    kind: 'new-cycle',
    news: 'light',
    holds: ({ laterRound }) => laterRound,
  },
  {
    field: 'status',
    known: 'te starten or lopend',
    now: 'afgerond',
    edition: 'any',
    kind: 'status-changed',
    news: 'yes',
    holds: ({ statusBefore, statusNow }) => isUnfinished(statusBefore) && statusNow === 'afgerond',
  },
  {
    field: 'status',
    known: 'te starten',
    now: 'lopend',
    edition: 'any',
    kind: 'status-changed',
    news: 'light',
    holds: ({ statusBefore, statusNow }) => statusBefore === 'te starten' && statusNow === 'lopend',
  },
  {
    field: 'status',
    known: 'status never stated',
    now: 'afgerond',
    edition: 'jaarverslag',
    kind: 'reported-finished',
    news: 'yes',
    holds: ({ statusBefore, statusNow, phase }) =>
      statusBefore === null && statusNow === 'afgerond' && phase === 'jaarverslag',
  },
  {
    field: 'status',
    known: 'status never stated',
    now: 'lopend or te starten',
    edition: 'jaarverslag',
    kind: 'reported-unfinished',
    news: 'yes',
    holds: ({ statusBefore, statusNow, phase }) =>
      statusBefore === null && isUnfinished(statusNow) && phase === 'jaarverslag',
  },
  {
    field: 'status',
    known: 'status never stated',
    now: 'afgerond',
    edition: 'begroting',
    kind: 'status-first-stated',
    news: 'light',
    holds: ({ statusBefore, statusNow, phase }) =>
      statusBefore === null && statusNow === 'afgerond' && phase === 'begroting',
  },
  {
    field: 'status',
    known: 'status never stated',
    now: 'any status',
    edition: 'begroting, or not known',
    kind: 'status-first-stated',
    news: 'no',
    holds: ({ statusBefore, statusNow, phase }) =>
      statusBefore === null && statusNow !== null && phase !== 'jaarverslag',
  },
  {
    field: 'status',
    known: 'afgerond',
    now: 'lopend or te starten, no later year',
    edition: 'any',
    kind: 'status-reverted',
    news: 'yes',
    holds: ({ statusBefore, statusNow }) => statusBefore === 'afgerond' && isUnfinished(statusNow),
  },
  {
    field: 'status',
    known: 'lopend',
    now: 'te starten',
    edition: 'any',
    kind: 'status-reverted',
    news: 'yes',
    holds: ({ statusBefore, statusNow }) => statusBefore === 'lopend' && statusNow === 'te starten',
  },
  {
    field: 'completion',
    known: 'last year, not finished',
    now: 'later last year, not finished',
    edition: 'any',
    kind: 'postponed',
    news: 'yes',
    holds: ({ completion, statusBefore, statusNow }) =>
      completion === 'later' && statusBefore !== 'afgerond' && statusNow !== 'afgerond',
  },
  {
    field: 'completion',
    known: 'last year, not finished',
    now: 'later last year, finished',
    edition: 'any',
    kind: 'completion-stated',
    news: 'no',
    holds: ({ completion, statusBefore, statusNow }) =>
      completion === 'later' && statusBefore !== 'afgerond' && statusNow === 'afgerond',
  },
  {
    field: 'completion',
    known: 'last year in a newer begroting',
    now: 'earlier last year or n.t.b., not finished',
    edition: 'jaarverslag',
    kind: 'conflict',
    news: 'no',
    holds: ({ completion, newerPlan, statusNow }) =>
      (completion === 'earlier' || completion === 'withdrawn') &&
      newerPlan &&
      statusNow !== 'afgerond',
  },
  {
    field: 'completion',
    known: 'last year',
    now: 'earlier last year',
    edition: 'any',
    kind: 'advanced',
    news: 'light',
    holds: ({ completion }) => completion === 'earlier',
  },
  {
    field: 'completion',
    known: 'last year',
    now: 'n.t.b.',
    edition: 'any',
    kind: 'completion-withdrawn',
    news: 'yes',
    holds: ({ completion }) => completion === 'withdrawn',
  },
  {
    field: 'completion',
    known: 'nothing, n.t.b., “uiterlijk”, “e.v.” or a range',
    now: 'a year (within it)',
    edition: 'any',
    kind: 'completion-stated',
    news: 'no',
    holds: ({ completion }) => completion === 'stated',
  },
  {
    field: 'conclusions',
    known: 'empty',
    now: 'text',
    edition: 'any',
    kind: 'conclusions-added',
    news: 'yes',
    holds: ({ conclusions }) => conclusions === 'added',
  },
  {
    field: 'conclusions',
    known: 'text',
    now: 'other text',
    edition: 'any',
    kind: 'conclusions-changed',
    news: 'yes',
    holds: ({ conclusions }) => conclusions === 'changed',
  },
  {
    field: 'conclusions',
    known: 'text',
    now: 'empty, same round',
    edition: 'any',
    kind: 'conclusions-removed',
    news: 'yes',
    holds: ({ conclusions, laterRound }) => conclusions === 'removed' && !laterRound,
  },
  {
    field: 'links',
    known: 'no link to the report',
    now: 'link',
    edition: 'any',
    kind: 'report-linked',
    news: 'light',
    holds: ({ links }) => links === 'added',
  },
  {
    field: 'links',
    known: 'link',
    now: 'other link or none',
    edition: 'any',
    kind: 'link-changed',
    news: 'no',
    holds: ({ links }) => links !== 'none',
  },
  ...(['title', 'type', 'articles', 'theme', 'description'] as const).map((field): PairRule => ({
    field,
    known: field,
    now: `other ${field}`,
    edition: 'any',
    kind: field === 'title' ? 'retitled' : `${field}-changed`,
    news: 'no',
    holds: (facts) => facts[field] !== 'none',
  })),
  {
    field: 'overdue',
    known: 'not overdue for this year',
    now: 'unfinished, last year ≤ t (jaarverslag t) or < t−1 (begroting t)',
    edition: 'any',
    kind: 'overdue',
    news: 'yes',
    holds: ({ becameOverdue }) => becameOverdue,
  },
];

/** From this many years later on, a periodieke rapportage is more likely its next round than a slip. */
export const YEARS_BETWEEN_ROUNDS = 4;

/**
 * Why a pair is for a person to judge, so that nothing of it is told; null when it is not. A periodieke
 * rapportage keeps its title from round to round, and one that was never seen finished may be either.
 */
export function pairDoubt({ periodic, statusBefore, slip }: PairFacts): string | null {
  if (!periodic || statusBefore === 'afgerond' || slip < YEARS_BETWEEN_ROUNDS) return null;
  return `periodieke rapportage or beleidsdoorlichting, not known to be finished, ${slip} years later: a slip or the next round`;
}
