import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders.ts';
import {
  checkIn,
  copyOf,
  folderWithNews,
  killedCheckIn,
  outcomeIn,
  stepsIn,
} from '../support/killed.ts';

/**
 * Each check is killed some steps later than the one before, until one comes to its end: what each leaves is
 * what the next one starts from. `npm run kills` kills at every step and looks behind each.
 */
test.skipIf(process.platform === 'win32')(
  'checks that are killed again and again end in the bytes and the history of one that was not',
  async () => {
    const start = await folderWithNews(temporaryFolder());
    const whole = copyOf(start, 'whole');
    expect(await checkIn(whole)).toMatchObject({ code: 0 });
    const folder = copyOf(start, 'killed');
    const last: string[] = [];
    for (let step = 4; ; step += 5) {
      const { code } = await killedCheckIn(folder, step);
      if (code !== null) break;
      last.push(stepsIn(folder).at(-1) ?? '');
    }
    expect(last.length).toBeGreaterThan(3);
    expect(await checkIn(folder)).toMatchObject({ code: 0, stderr: '' });
    expect(await outcomeIn(folder)).toEqual(await outcomeIn(whole));
  },
);
