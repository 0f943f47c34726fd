import { format } from 'prettier';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { comparisonSchema } from '../../src/change/schema.ts';
import { deliveriesSchema } from '../../src/ledger/deliveries.ts';
import { ledgerSchema } from '../../src/ledger/ledger.ts';
import { registerSchema } from '../../src/register/codec.ts';
import { extractionSchema, snapshotSchema } from '../../src/snapshot/schema.ts';

// After a change of a schema: npx vitest run test/snapshot/schemas.test.ts --update
it.each<[name: string, title: string, schema: z.ZodType]>([
  ['extraction', 'What "begrotingswacht extract --format json" prints', extractionSchema],
  ['snapshot', 'One edition below the snapshots folder', snapshotSchema],
  ['register', 'snapshots/register.json: who is who', registerSchema],
  ['ledger', 'snapshots/ledger.json: every change that was recorded', ledgerSchema],
  ['deliveries', 'snapshots/deliveries.json: what each channel has told', deliveriesSchema],
  ['comparison', 'What "begrotingswacht diff --format json" prints', comparisonSchema],
])('publishes the schema of an %s', async (name, title, schema) => {
  const published = { title, ...z.toJSONSchema(schema, { io: 'input' }) };
  await expect(
    await format(JSON.stringify(published), { parser: 'json', printWidth: 100 }),
  ).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
});
