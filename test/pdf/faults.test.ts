import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { isFailure } from '../../src/failure/failure.ts';
import type { Failure } from '../../src/failure/failure.ts';
import { createReader } from '../../src/pdf/reader.ts';
import type { ReaderLimits } from '../../src/pdf/reader.ts';
import type { PdfDocument } from '../../src/port/reader.ts';
import { temporaryFolder } from '../support/folders.ts';
import { kitPdf, rawPdf } from '../support/pdf.ts';
import type { Kit } from '../support/pdf.ts';
import { childrenRunning, isRunning } from '../support/processes.ts';

const NAME = 'kst-36360-XV-1.pdf';
const CHILD = 'src/pdf/child.ts';
const WHOLE = rawPdf({ pages: [{ content: 'BT /F1 10 Tf 50 700 Td (Lopend) Tj ET' }] });

async function failureOf(
  bytes: Uint8Array,
  use: (document: PdfDocument) => Promise<unknown> = async () => {},
  limits: Partial<ReaderLimits> = {},
): Promise<Failure> {
  try {
    await createReader(limits).read(bytes, NAME, use);
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
  throw new Error('this was read without failure');
}

function draw(kit: Kit): void {
  kit.text('Lopend', 50, 50);
}

function source(path: string): string {
  return new URL(`../../src/${path}`, import.meta.url).href;
}

/** A content stream that says the same over and over: small in the file, megabytes when unpacked. */
function repeated(text: string, times: number): { stream: string; content: Uint8Array } {
  const chunk = Buffer.from(text.repeat(Math.ceil(1e6 / text.length)));
  const packed = deflateRawSync(chunk, { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const parts = [Buffer.from([0x78, 0x9c]), ...Array.from({ length: times }, () => packed), end];
  return { stream: '/Filter /FlateDecode', content: new Uint8Array(Buffer.concat(parts)) };
}

describe('a file that cannot be read', () => {
  it.each([
    ['text', 'Beste lezer, het document is niet gevonden', 'not-a-pdf'],
    ['a web page', '<!DOCTYPE html><html><body>Even geduld</body></html>', 'html-instead-of-pdf'],
    ['half a download', Buffer.from(WHOLE.subarray(0, 900)), 'truncated-pdf'],
    ['a header and an end', '%PDF-1.7\nniets\n%%EOF', 'damaged-pdf'],
  ])('is refused: %s', async (_, content, kind) => {
    const failure = await failureOf(new Uint8Array(Buffer.from(content)));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(/^kst-36360-XV-1\.pdf: .+\. .+\.$/);
  });

  it('is refused when it takes a password, and read when only changing it does', async () => {
    const locked = await failureOf(await kitPdf({ userPassword: 'geheim' }, draw));
    expect(locked.kind).toBe('encrypted-pdf');
    expect(locked.remedy).toMatch(/without password/);
    const open = await kitPdf({ ownerPassword: 'geheim' }, draw);
    const found = await createReader().read(open, NAME, (document) => document.text(1));
    expect(found).toBe('Lopend');
  });

  it('is refused when bits of it have changed, though it could be read', async () => {
    const bytes = await kitPdf({}, (kit) => kit.text('Afgerond in 2023, artikel 13. '.repeat(9)));
    const start = Buffer.from(bytes).indexOf('stream\n') + 'stream\n'.length;
    const failure = await failureOf(bytes.with(start + 60, (bytes[start + 60] ?? 0) ^ 1));
    expect(failure.kind).toBe('damaged-pdf');
    expect(failure.message).toContain('1 part of it does not match the checksum');
  });

  const packed = new Uint8Array(
    deflateSync(
      Array.from({ length: 99 }, (_, n) => `BT /F1 10 Tf 50 ${n} Td (regel ${n}) Tj ET`).join(' '),
    ),
  );
  it.each([
    ['ends in the middle of an operator', '50 700 T'],
    ['lacks the operands of one', 'BT Tj ET'],
    ['shows text in a font that is not there', 'BT /F9 10 Tf 50 700 Td (Afgerond) Tj ET'],
    ['has a stream that breaks off', packed.subarray(0, -20), '/Filter /FlateDecode'],
  ])(
    'is not read in part, unlike its other pages: a page that %s',
    async (_, content, entries = '') => {
      const whole = { content: 'BT /F1 10 Tf 50 700 Td (Te starten) Tj ET' };
      const bytes = rawPdf({ pages: [{ content, stream: entries }, whole] });
      await createReader().read(bytes, NAME, async (document) => {
        const failure = { kind: 'damaged-pdf', subject: NAME };
        await expect(document.text(1)).rejects.toMatchObject(failure);
        await expect(document.page(1)).rejects.toMatchObject(failure);
        await expect(document.page(1)).rejects.toThrow('page 1');
        expect((await document.page(2)).runs.map((run) => run.text)).toEqual(['Te', 'starten']);
      });
    },
  );

  it('is not read in part: letters that only one of two readings finds are lost text', async () => {
    // A shading that is not there ends the list of operators, but not the text.
    const content = 'BT /F1 10 Tf 50 700 Td (voor) Tj ET /S sh BT /F1 10 Tf 50 600 Td (na) Tj ET';
    const bytes = rawPdf({ pages: [{ content }] });
    const failure = await failureOf(bytes, (document) => document.page(1));
    expect(failure.kind).toBe('text-lost');
    expect(failure.message).toMatch(
      /page 1 .* 6 \(voorna\) only in its text, none only in its glyphs/,
    );
    // Nor when it is found out last, after a page whose fault shows at once, or by whoever asks for it ahead.
    const broken = rawPdf({ pages: [{ content }, { content: '50 700 T' }] });
    const late = await failureOf(broken, async (document) => {
      await document.page(1);
      await expect(document.page(2)).rejects.toThrow(failure.problem);
      await expect(document.check()).rejects.toThrow(failure.problem);
    });
    expect(late.message).toBe(failure.message);
  });
});

describe('limits', () => {
  it('end a file that is too big or has too many pages before it is read', async () => {
    const big = await failureOf(WHOLE, undefined, { bytes: 100 });
    expect(big).toMatchObject({ kind: 'limit-exceeded', subject: NAME });
    expect(big.message).toContain('more than the 100 that are read');
    const two = rawPdf({ pages: [{ content: '' }, { content: '' }] });
    const long = await failureOf(two, undefined, { pages: 1 });
    expect(long.kind).toBe('limit-exceeded');
    expect(long.message).toContain('2 pages');
  });

  it('end a stream that unpacks to more memory than there is', async () => {
    const bomb = rawPdf({ pages: [repeated(' ', 1500)] });
    expect(bomb.length).toBeLessThan(3e6);
    const failure = await failureOf(bomb, (document) => document.page(1), { megabytes: 250 });
    expect(failure.kind).toBe('limit-exceeded');
    expect(failure.message).toContain('more than 250 MB of memory');
  });

  it('end a page that takes too long, in the middle of its work', async () => {
    const endless = rawPdf({ pages: [repeated('q Q\n', 60)] });
    const failure = await failureOf(endless, (document) => document.text(1), { seconds: 0.6 });
    expect(failure.kind).toBe('limit-exceeded');
    expect(failure.message).toContain('more than 0.6 seconds');
  });

  it('count only the time of reading', async () => {
    const now = performance.now.bind(performance);
    await createReader().read(WHOLE, NAME, async (document) => {
      // An hour in which nothing is asked.
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 3_600_000);
      try {
        expect(await document.text(1)).toBe('Lopend');
      } finally {
        clock.mockRestore();
      }
    });
  });
});

describe.skipIf(process.platform !== 'linux')('the process that reads', () => {
  it('is gone after the last question, also when its user throws', async () => {
    const reader = createReader();
    const seen: number[] = [];
    await reader.read(WHOLE, NAME, async () => void seen.push(...childrenRunning(CHILD)));
    await expect(
      reader.read(WHOLE, NAME, () => {
        seen.push(...childrenRunning(CHILD));
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(seen).toHaveLength(2);
    expect(seen.filter(isRunning)).toEqual([]);
  });

  it('may be killed: what waits fails, and so does what is asked after', async () => {
    await createReader().read(WHOLE, NAME, async (document) => {
      const [pid] = childrenRunning(CHILD);
      const answers = Promise.allSettled([document.page(1), document.text(1)]);
      process.kill(pid ?? Number.NaN, 'SIGKILL');
      for (const answer of await answers) {
        expect(answer.status === 'rejected' && answer.reason).toMatchObject({
          kind: 'limit-exceeded',
          subject: NAME,
        });
      }
      await expect(document.outline()).rejects.toThrow(/ended from outside \(SIGKILL\)/);
    });
  });

  it('ends with its parent, even while it is busy', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'endless.pdf');
    await writeFile(file, rawPdf({ pages: [repeated('q Q\n', 300)] }));
    const script = join(folder, 'parent.ts');
    await writeFile(
      script,
      `import { readFileSync } from 'node:fs';
      import { createReader } from '${source('pdf/reader.ts')}';
      await createReader().read(readFileSync('${file}'), 'endless.pdf', (document) => {
        process.stdout.write('reading');
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300);
        return document.text(1);
      });`,
    );
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const output = readAll(parent.stdout);
    await expect.poll(() => childrenRunning(CHILD, parent.pid)).toHaveLength(1);
    const [child = Number.NaN] = childrenRunning(CHILD, parent.pid);
    expect(await output).toBe('reading');
    await expect.poll(() => isRunning(child)).toBe(false);
  });
});
