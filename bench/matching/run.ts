import { WAYS } from './ways.ts';
import { twoYears } from './year.ts';

// node bench/matching/run.ts WAY SIZE: matches two years of so many studies, and prints how it went as JSON.
// Seconds are those of the processor, so that a busy machine makes no difference.
const [way = '', size = ''] = process.argv.slice(2);
const years = twoYears(Number(size));
const start = process.cpuUsage();
const found = WAYS[way]?.(years) ?? new Map<number, number>();
const { user, system } = process.cpuUsage(start);
const seconds = (user + system) / 1e6;
const right = [...found].filter(([row, other]) => years.truth.get(row) === other).length;
process.stdout.write(
  JSON.stringify({
    seconds,
    right,
    wrong: found.size - right,
    same: years.truth.size,
  }),
);
