/**
 * Kills a check with SIGKILL at each of its steps, one after the other, and shows that the next check ends
 * in the same bytes and the same git history as one that was never killed. `npm run kills`; takes minutes.
 * Exits 1 when it found a step behind which something else is left.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  checkIn,
  copyOf,
  folderWithNews,
  killedCheckIn,
  outcomeIn,
  stepsIn,
} from '../test/support/killed.ts';

const top = mkdtempSync(join(tmpdir(), 'begrotingswacht-kills-'));
const start = await folderWithNews(top);
const whole = copyOf(start, 'whole');
await killedCheckIn(whole, Infinity);
const steps = stepsIn(whole);
const expected = await outcomeIn(whole);
let faults = 0;
for (const [index, name] of steps.entries()) {
  const folder = copyOf(start, 'killed');
  const killed = await killedCheckIn(folder, index + 1);
  const last = stepsIn(folder).at(-1);
  const next = await checkIn(folder);
  const same = isDeepStrictEqual(await outcomeIn(folder), expected);
  const fine = killed.code === null && last === name && next.code === 0 && same;
  if (!fine) faults += 1;
  console.log(`${fine ? 'same ' : 'OTHER'} ${index + 1}/${steps.length} killed ${name}`);
  if (!fine) console.log(JSON.stringify({ killed: killed.code, last, next }, null, 2));
}
console.log(`${steps.length} steps, ${faults} behind which something else is left`);
rmSync(top, { recursive: true, force: true });
process.exitCode = faults === 0 ? 0 : 1;
