import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extractPrint } from '../../src/app/extract.ts';
import { createReaders } from '../../src/cli/readers.ts';

// node digests.ts FILE...   one line a file: the sha256 of its extraction as JSON, with the Node that runs this.
const readers = createReaders();
for (const file of process.argv.slice(2)) {
  const extraction = await extractPrint(readers, readFileSync(file), file);
  const digest = createHash('sha256').update(JSON.stringify(extraction)).digest('hex');
  process.stdout.write(`${digest} ${file}\n`);
}
