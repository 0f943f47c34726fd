import { describe, expect, it } from 'vitest';
import {
  accept,
  decodeAcceptances,
  encodeAcceptances,
  isAccepted,
  NO_ACCEPTANCES,
} from '../../src/gate/acceptance.ts';
import { decodeQuarantine, encodeQuarantine } from '../../src/gate/quarantine.ts';
import type { Quarantine } from '../../src/gate/quarantine.ts';
import { confidenceOf } from '../../src/study/confidence.ts';
import { failureOf } from '../support/failure.ts';
import { snapshot, study } from '../support/studies.ts';

const { edition, print, annex } = snapshot('XV/2022-jaarverslag');
const studies = [{ ...study({ status: 'Ex-post' }), confidence: confidenceOf([]) }];
const REFUSED: Quarantine = {
  schemaVersion: 1,
  edition,
  print,
  extractor: 1,
  recorded: '2023-05-18T04:17:00.000Z',
  gates: [{ gate: 'known-status', message: '1 of 1 statuses' }],
  extraction: { schemaVersion: 1, edition, annex, account: null, studies, notices: [] },
};

describe('what is kept of a refused reading', () => {
  it('comes back whole, confidence and all', () => {
    expect(decodeQuarantine(encodeQuarantine(REFUSED))).toEqual(REFUSED);
    const contradicted = { ...REFUSED, extraction: null };
    expect(decodeQuarantine(encodeQuarantine(contradicted))).toEqual(contradicted);
  });

  it.each([
    '',
    '{}',
    encodeQuarantine(REFUSED).slice(0, 200),
    encodeQuarantine({ ...REFUSED, gates: [] }),
  ])('counts as absent when it is damaged', (text) => {
    expect(decodeQuarantine(text)).toBeNull();
  });
});

describe('what a person accepted', () => {
  it('is one print of one edition, and kept with its date and gates', () => {
    const decided = accept(NO_ACCEPTANCES, REFUSED, '2023-05-19T09:00:00.000Z');
    expect(decodeAcceptances(encodeAcceptances(decided), 'accepted.json')).toEqual({
      schemaVersion: 1,
      accepted: [
        {
          edition: 'XV/2022-jaarverslag',
          print: print.sha256,
          extractor: 1,
          gates: REFUSED.gates,
          decided: '2023-05-19T09:00:00.000Z',
        },
      ],
    });
    expect(isAccepted(decided, edition.id, print.sha256)).toBe(true);
    expect(isAccepted(decided, edition.id, 'ab'.repeat(32))).toBe(false);
    expect(isAccepted(decided, 'XV/2021-jaarverslag', print.sha256)).toBe(false);
  });

  it('cannot be read from a damaged file', async () => {
    const failure = await failureOf(() => decodeAcceptances('{"accepted":1}', 'accepted.json'));
    expect(failure.kind).toBe('snapshot-damaged');
    expect(failure.message).toContain('accepted.json');
  });
});
