import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ABSENCE_RULES } from '../../src/change/absence-rules.ts';
import { PAIR_RULES } from '../../src/change/rules.ts';
import { saidAs } from '../report/said.ts';

/** Cells of the table under a heading, without its two lines of header. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL('../../docs/changes.md', import.meta.url), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

it('docs/changes.md shows the rules for rows that are there', () => {
  expect(tableUnder('Rows that are there\n')).toEqual(
    PAIR_RULES.map(({ known, now, edition, kind, news }) => [
      known,
      now,
      edition,
      `\`${kind}\``,
      news,
      saidAs(kind, now),
    ]),
  );
});

it('docs/changes.md shows the rules for rows that left', () => {
  expect(tableUnder('Rows that are no longer there\n')).toEqual(
    ABSENCE_RULES.map(({ edition, known, kind, news }) => [
      edition,
      known,
      `\`${kind}\``,
      news,
      saidAs(kind, ''),
    ]),
  );
});
