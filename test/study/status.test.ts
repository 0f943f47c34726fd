import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStatusPlaceholder, parseStatus } from '../../src/study/status.ts';

describe('parseStatus', () => {
  it.each([
    ['Afgerond', { status: 'afgerond' }],
    ['afgerond', { status: 'afgerond' }],
    ['Afgerond3', { status: 'afgerond' }],
    ['Afgerond.', { status: 'afgerond' }],
    ['Lopend', { status: 'lopend' }],
    ['lopend', { status: 'lopend' }],
    ['Te starten', { status: 'te starten' }],
    ['te  starten', { status: 'te starten' }],
    ['Lopend: afronding 2022', { status: 'lopend', statusCompletion: 2022 }],
    ['Lopend: afronding 20221', { status: 'lopend', statusCompletion: 2022 }],
    ['Lopend (verwachte afronding in 2024)', { status: 'lopend', statusCompletion: 2024 }],
    ['Afgerond in 2021', { status: 'afgerond', statusCompletion: 2021 }],
    ['N.t.b.', { status: 'onbekend' }],
    ['[te starten/lopend/afgerond]', { status: 'onbekend' }],
    ['Lopend/afgerond', { status: 'onbekend' }],
    ['Nog niet afgerond', { status: 'onbekend' }],
    ['Nog te starten', { status: 'onbekend' }],
    ['Afgerond, maar nog niet aangeboden', { status: 'onbekend' }],
    ['Vertraagd', { status: 'onbekend' }],
    ['', { status: null }],
    [' ', { status: null }],
    [null, { status: null }],
  ])('%s', (printed, expected) => {
    expect(parseStatus(printed)).toEqual(expected);
  });

  it('never throws, and states one of the three only where its word leads the cell', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { status } = parseStatus(text);
        const lead = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
        const stated = status === null || status === 'onbekend' ? '' : status;
        expect(lead.startsWith(stated)).toBe(true);
        expect(status === null).toBe(lead === '');
      }),
    );
  });
});

describe('isStatusPlaceholder', () => {
  it.each([
    ['[te starten/lopend/afgerond]', true],
    ['te starten / lopend / afgerond', true],
    ['Te starten', false],
    ['N.t.b.', false],
  ])('%s: %s', (printed, expected) => {
    expect(isStatusPlaceholder(printed)).toBe(expected);
  });
});
