import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { confidenceOf, lowestLevel, withReasons } from '../../src/study/confidence.ts';
import type { Level, Reason } from '../../src/study/confidence.ts';
import { PRINTED_KEYS } from '../../src/study/study.ts';
import { study } from '../support/studies.ts';

const LEVELS: readonly Level[] = ['high', 'medium', 'low'];

const anyReasons: fc.Arbitrary<readonly Reason[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('row-start', 'suspicious-value', 'structure-differs'),
    on: fc.constantFrom('row', ...PRINTED_KEYS),
    level: fc.constantFrom(...LEVELS),
    message: fc.constant('is as it is'),
  }),
  { maxLength: 8 },
);

function lowest(reasons: readonly Reason[]): Level {
  return reasons.reduce<Level>(
    (level, reason) =>
      LEVELS.indexOf(reason.level) > LEVELS.indexOf(level) ? reason.level : level,
    'high',
  );
}

it('the lowest reason decides for the row and for each cell, and only cells below high are named', () => {
  fc.assert(
    fc.property(anyReasons, (reasons) => {
      const confidence = confidenceOf(reasons);
      const on = (place: Reason['on']): Level =>
        lowest(reasons.filter((reason) => reason.on === place));
      expect(confidence.row).toBe(on('row'));
      for (const key of PRINTED_KEYS) expect(confidence.cells[key] ?? 'high').toBe(on(key));
      expect(Object.values(confidence.cells)).not.toContain('high');
      expect(lowestLevel(confidence)).toBe(lowest(reasons));
    }),
  );
});

it('a second reading adds its reasons to those of the first', () => {
  fc.assert(
    fc.property(anyReasons, anyReasons, (first, second) => {
      const read = { ...study(), confidence: confidenceOf(first) };
      expect(withReasons(read, second).confidence).toEqual(confidenceOf([...first, ...second]));
    }),
  );
});
