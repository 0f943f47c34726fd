import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { WrittenConfig } from '../../src/config/schema.ts';

it('published in schema/ is what the code says', async () => {
  const run = promisify(execFile)(process.execPath, ['scripts/schema.ts', '--check']);
  await expect(run).resolves.toMatchObject({ stdout: '' });
});

it('describes every key, since mistakes are told with these words', () => {
  const undescribed: string[] = [];
  const visit = (path: string, schema: z.core.JSONSchema.BaseSchema): void => {
    if (!schema.description) undescribed.push(path);
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      if (typeof inner === 'object') visit(`${path}.${key}`, inner);
    }
  };
  visit('config', z.toJSONSchema(WrittenConfig, { io: 'input' }));
  expect(undescribed).toStrictEqual([]);
});
