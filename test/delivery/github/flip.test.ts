import { expect, test } from 'vitest';
import { flipOf } from '../../../src/delivery/github/flip.ts';
import type { Flip } from '../../../src/report/marker.ts';

const OPEN = { open: true } as const;
const CLOSED = { open: false, reason: 'Afgerond' } as const;

type Case = readonly [
  what: string,
  state: typeof OPEN | typeof CLOSED,
  issue: { open: boolean; stateReason: string | null; labels?: readonly string[] },
  lastFlip: Flip | null,
  news: boolean,
  flip: Flip | null,
];

const CASES: readonly Case[] = [
  ['open stays open', OPEN, { open: true, stateReason: null }, null, true, null],
  ['closed stays closed', CLOSED, { open: false, stateReason: 'completed' }, 'closed', true, null],
  ['an answer closes', CLOSED, { open: true, stateReason: null }, null, false, 'closed'],
  [
    'a crash before closing is made good',
    CLOSED,
    { open: true, stateReason: null },
    'closed',
    false,
    'closed',
  ],
  [
    'what a person reopened stays open',
    CLOSED,
    { open: true, stateReason: 'reopened' },
    'closed',
    false,
    null,
  ],
  [
    'until there is news',
    CLOSED,
    { open: true, stateReason: 'reopened' },
    'closed',
    true,
    'closed',
  ],
  [
    'what we reopened is closed',
    CLOSED,
    { open: true, stateReason: 'reopened' },
    'reopened',
    false,
    'closed',
  ],
  ['news reopens', OPEN, { open: false, stateReason: 'completed' }, 'closed', true, 'reopened'],
  [
    'news reopens what a person closed as done',
    OPEN,
    { open: false, stateReason: 'completed' },
    null,
    true,
    'reopened',
  ],
  [
    'what a person closed as done stays closed without news',
    OPEN,
    { open: false, stateReason: 'completed' },
    null,
    false,
    null,
  ],
  [
    'what a person closed after us stays closed',
    OPEN,
    { open: false, stateReason: 'completed' },
    'reopened',
    false,
    null,
  ],
  [
    'what we closed reopens with its question',
    OPEN,
    { open: false, stateReason: 'completed' },
    'closed',
    false,
    'reopened',
  ],
  [
    'not planned is for good',
    OPEN,
    { open: false, stateReason: 'not_planned' },
    'closed',
    true,
    null,
  ],
  ['so is duplicate', OPEN, { open: false, stateReason: 'duplicate' }, null, true, null],
  [
    'so is the label',
    OPEN,
    { open: false, stateReason: 'completed', labels: ['No-Reopen'] },
    'closed',
    true,
    null,
  ],
];

test.each(CASES)('%s', (_, state, issue, lastFlip, news, flip) => {
  expect(flipOf(state, { labels: [], ...issue }, lastFlip, news)).toBe(flip);
});
