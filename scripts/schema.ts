/**
 * Writes the published JSON Schemas into schema/. With --check it writes nothing, and fails when one
 * of the files is not what the code says.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { configSchemas } from '../src/config/schema.ts';
import { judgementSchemas } from '../src/register/judgements.ts';
import { exportSchemas } from '../src/report/export-schema.ts';
import { reportSchemas } from '../src/report/edition-record-schema.ts';

/** File name in schema/ → zod schema. Each part of the project exports its own map; list it here. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...configSchemas,
  ...judgementSchemas,
  ...exportSchemas,
  ...reportSchemas,
};

const FOLDER = new URL('../schema/', import.meta.url);

const check = process.argv.includes('--check');
await mkdir(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const file = new URL(name, FOLDER);
  const text = await schemaText(schema);
  const present = await readFile(file, 'utf8').catch(() => null);
  if (present === text) continue;
  if (check) {
    console.error(`schema/${name} is out of date: run npm run schema and commit the result.`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`schema/${name}`);
  }
}

/** As a person writes the data: keys with a default may be left out. */
async function schemaText(schema: z.ZodType): Promise<string> {
  const json = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }));
  const style = await resolveConfig(new URL('../package.json', import.meta.url));
  return format(json, { ...style, parser: 'json' });
}
