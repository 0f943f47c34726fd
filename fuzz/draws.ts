import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that are the same for the same seed. */
export interface Draws {
  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number;
  /** One of the values. Throws when there is none. */
  one<Value>(values: readonly Value[]): Value;
}

export function drawsFrom(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  function below(limit: number): number {
    return limit <= 1 ? 0 : uniformInt(generator, 0, limit - 1);
  }
  return {
    below,
    one(values) {
      if (values.length === 0) throw new Error('nothing to choose from');
      return values[below(values.length)] as (typeof values)[number];
    },
  };
}
