import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Summary } from '../../src/app/summary.ts';
import { runCommand } from '../support/command.ts';
import type { CommandResult } from '../support/command.ts';
import { contents, temporaryFolder } from '../support/folders.ts';
import { HEADERS, plainRows, smallEdition } from '../support/small-editions.ts';

const EDITION = 'XV/2022-jaarverslag';

test('an operator sees why an edition is in quarantine, looks, and takes it in', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'stukken'));
  const config = { source: { folder: 'stukken' } };
  writeFileSync(join(folder, 'begrotingswacht.config.json'), JSON.stringify(config));
  const run = async (...args: readonly string[]): Promise<CommandResult> =>
    runCommand(args, { cwd: folder, env: { BEGROTINGSWACHT_NOW: '2023-05-18T06:17:00+02:00' } });
  const publish = async (year: 2021 | 2022, count: number): Promise<void> => {
    const bytes = await smallEdition(year, [{ headers: HEADERS, rows: plainRows(count) }]);
    writeFileSync(join(folder, 'stukken', `XV-${year}-jaarverslag.pdf`), bytes);
  };

  await publish(2021, 8);
  expect(await run('check')).toMatchObject({ code: 0 });
  await publish(2022, 3);
  const refused = await run('check');
  expect(refused.code).toBe(3);
  const why =
    'study-count: 3 studies, where XV/2021-jaarverslag has 8; at least 50 % of that is expected';
  expect(refused.stdout).toContain(
    `${EDITION}: in quarantine, nothing of it is told, 3 studies\n  ${why}`,
  );
  expect(refused.stderr).toContain(
    `then take it in with "begrotingswacht check --accept ${EDITION}"`,
  );
  expect(Object.keys(contents(join(folder, 'outbox')))).toEqual([
    'stand-bij-aanvang-XV-jaarverslag.md',
  ]);

  const doctor = await run('doctor');
  expect(doctor.code).toBe(1);
  expect(doctor.stdout).toContain(`MEND quarantine: ${EDITION}: in quarantine`);

  const print = /begrotingswacht extract (\S+\.pdf)/.exec(refused.stderr)?.[1] ?? '';
  expect(await run('extract', print)).toMatchObject({ code: 0 });

  const before = contents(folder);
  for (const wrong of ['XV/2021-jaarverslag', 'XV-2022'])
    expect(await run('check', '--accept', wrong)).toMatchObject({ code: 2, stdout: '' });
  expect(contents(folder)).toEqual(before);

  const accepted = await run('check', '--accept', EDITION, '--format', 'json');
  expect(accepted.code).toBe(0);
  const { editions, errors } = JSON.parse(accepted.stdout) as Summary;
  expect(errors).toEqual([]);
  expect(editions.find(({ id }) => id === EDITION)).toMatchObject({ outcome: 'new', studies: 3 });
  expect((await run('doctor')).stdout).toContain('ok   quarantine: no edition is in quarantine');
  expect(await run('check', '--accept', EDITION)).toMatchObject({ code: 2 });
});
