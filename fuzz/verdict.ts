import { isDeepStrictEqual } from 'node:util';
import { confidenceOf } from '../src/study/confidence.ts';
import type { Extraction } from '../src/study/extraction.ts';
import type { Study } from '../src/study/study.ts';

/**
 * What became of a mutant. `refused` (a typed failure), `true` and `told` (another reading, with a notice
 * that the whole file does not give) are right. `altered` has every study, with other letters and no
 * notice: a file may say something else. `shorter` and `longer` change the number of studies without a
 * word, and are faults of ours.
 */
export type Verdict = 'refused' | 'true' | 'told' | 'altered' | 'shorter' | 'longer';

/** @param truth what the whole file gives */
export function verdictOn(found: Extraction, truth: Extraction): Verdict {
  if (isDeepStrictEqual(found.studies.map(withoutConfidence), truth.studies.map(withoutConfidence)))
    return 'true';
  if (isTold(found, truth)) return 'told';
  const more = found.studies.length - truth.studies.length;
  if (more === 0) return 'altered';
  return more < 0 ? 'shorter' : 'longer';
}

/** A file that lost its structure tree may say the same with less confidence. */
function withoutConfidence(study: Study): Study {
  return { ...study, confidence: confidenceOf([]) };
}

function isTold(found: Extraction, truth: Extraction): boolean {
  const known = new Set(truth.notices.map(({ kind, message }) => `${kind} ${message}`));
  return found.notices.some(({ kind, message }) => !known.has(`${kind} ${message}`));
}
