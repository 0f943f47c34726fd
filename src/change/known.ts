import type { StatedEdition } from '../edition/edition.ts';
import type { StatedCompletion } from './completion.ts';
import type { StatedStatus } from './state.ts';

/** A row of an edition: where something is stated. */
export interface Source {
  readonly edition: StatedEdition;
  /** 0-based index in the edition's `studies`. */
  readonly row: number;
}

/** The last value that any edition stated, and the row that stated it. */
export interface Stated<Value> extends Source {
  readonly value: Value;
}

/** A year of completion that a begroting planned. */
export interface Plan extends Stated<StatedCompletion> {
  /** False when the year was over already when a begroting first named it: nothing was planned then. */
  readonly ahead: boolean;
}

/**
 * What is known of one round of a study, field by field; null where no edition stated anything. A column
 * that is not there, an empty cell and a placeholder state nothing (docs/changes.md).
 */
export interface KnownRound {
  readonly title: Stated<string>;
  readonly status: Stated<StatedStatus> | null;
  readonly completion: Stated<StatedCompletion> | null;
  /** "" states that there are none (yet). */
  readonly conclusions: Stated<string> | null;
  readonly type: Stated<string> | null;
  readonly description: Stated<string> | null;
  readonly theme: Stated<string> | null;
  /** Never empty: a row without articles states nothing about them. */
  readonly articles: Stated<readonly string[]> | null;
  /** Empty only after an edition of the same phase had taken the links away. */
  readonly links: Stated<readonly string[]> | null;
  /** The newest row of a jaarverslag that is about this round. */
  readonly reported: Source | null;
  /** The newest completion that a begroting stated. */
  readonly plan: Plan | null;
  /** The oldest definite year of this round. */
  readonly firstPlan: Stated<StatedCompletion> | null;
  /** How often this round was postponed. */
  readonly slips: number;
  /** Planned years that were told to have passed. */
  readonly overdue: readonly number[];
  /** Planned years of which a jaarverslag was told to give no account. */
  readonly unaccounted: readonly number[];
}

/** A study in one of its places: a study that one edition lists twice is known in two. */
export interface KnownStudy {
  /** Id in the register; null where there is no register. */
  readonly study: string | null;
  readonly round: KnownRound;
  /** The round before: a jaarverslag still lists it for some years. */
  readonly former: KnownRound | null;
  /** Newest row of all, and newest row by phase. */
  readonly listed: {
    readonly last: Source;
    readonly begroting: Source | null;
    readonly jaarverslag: Source | null;
  };
  /** The begrotingen that listed it, oldest first. */
  readonly begrotingen: readonly Source[];
  /**
   * A later row may be this study or another one, which is for a person to say. Until it is listed
   * again its absence is told to nobody.
   */
  readonly inDoubt: boolean;
  /** Register ids of studies that may be the same one: while one of them is listed this one is not missing. */
  readonly mayBe: readonly string[];
}

/** Known studies by key: the register's id, with `/2`, `/3` behind it for further places. */
export type KnownState = ReadonlyMap<string, KnownStudy>;

export const NOTHING_KNOWN: KnownState = new Map();
