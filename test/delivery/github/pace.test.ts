import { expect, test } from 'vitest';
import { createPaces, SYSTEM_CLOCK } from '../../../src/delivery/github/pace.ts';
import type { Pace } from '../../../src/delivery/github/pace.ts';
import {
  channelTo,
  createTestClock,
  REPOSITORY,
  studies,
  study,
  TOKEN,
} from '../../support/delivery.ts';
import { startGitHub } from '../../support/github-server.ts';

const PAUSES = { betweenWrites: 1, betweenNotifications: 3 };

test('writes begin one after another, each the pause after the one before', async () => {
  const clock = createTestClock();
  const { writes, notifications } = createPaces(PAUSES, clock);
  const now = async () => clock.now();
  const begin = (pace: Pace) => pace.key('any').schedule({}, now);
  expect(await Promise.all([writes, writes, writes].map(begin))).toEqual([0, 1_000, 2_000]);
  expect(await Promise.all([notifications, notifications].map(begin))).toEqual([2_000, 5_000]);
  expect(await begin(writes)).toBe(6_000);
  await clock.wait(10_000);
  expect(await begin(notifications)).toBe(16_000);
});

test('a write that fails does not stop the next one', async () => {
  const pace = createPaces(PAUSES, createTestClock()).writes.key('any');
  await expect(pace.schedule({}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await pace.schedule({}, async () => 'yes')).toBe('yes');
});

test('writes that notify keep the pause of the config, other writes a second', async () => {
  const server = await startGitHub({ token: TOKEN, repository: REPOSITORY });
  const clock = createTestClock();
  const channel = channelTo(server, { secondsBetweenWrites: 3, clock });
  await channel.deliverStudies(studies(3), 20);
  // Two labels, a second apart; issues a second after them, then three seconds apart.
  expect(clock.now()).toBe(1_000 + 1_000 + 3_000 + 3_000);
  const before = clock.now();
  const changed = studies(3).map((it) => study(it.study, [], { body: 'Nieuwe stand' }));
  await channel.deliverStudies(changed, 20);
  expect(clock.now() - before).toBe(3_000);
  await server.close();
});

test('no pause is no wait at all', async () => {
  const server = await startGitHub({ token: TOKEN, repository: REPOSITORY });
  const clock = createTestClock();
  await channelTo(server, { secondsBetweenWrites: 0, clock }).deliverStudies(studies(3), 20);
  expect(clock.waits).toEqual([]);
  await server.close();
});

test("the system's clock goes forward while it waits", async () => {
  const start = SYSTEM_CLOCK.now();
  await SYSTEM_CLOCK.wait(2);
  expect(SYSTEM_CLOCK.now()).toBeGreaterThan(start);
});
