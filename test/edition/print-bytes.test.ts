import { describe, expect, it } from 'vitest';
import { checkPrintBytes } from '../../src/edition/print-bytes.ts';
import { Failure } from '../../src/failure/failure.ts';

function failureOf(text: string): Failure {
  try {
    checkPrintBytes(Buffer.from(text, 'latin1'), 'kst-36360-XV-1.pdf');
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('these bytes were accepted');
}

describe('checkPrintBytes', () => {
  it('accepts a PDF with its header and end mark, also with bytes around them', () => {
    const body = 'x'.repeat(5000);
    const accepted = [
      `%PDF-1.4\n${body}\n%%EOF`,
      `${'\n'.repeat(900)}%PDF-1.7\n${body}\n%%EOF\r\n${'\0'.repeat(1500)}`,
    ];
    for (const text of accepted) {
      expect(() => checkPrintBytes(Buffer.from(text, 'latin1'), 'a.pdf')).not.toThrow();
    }
  });

  it.each([
    ['an empty file', '', 'not-a-pdf'],
    ['text', 'Beste lezer', 'not-a-pdf'],
    ['a header that comes too late', `${' '.repeat(2000)}%PDF-1.4\n%%EOF`, 'not-a-pdf'],
    ['an error page', '\n<!DOCTYPE html><html><body>503</body></html>', 'html-instead-of-pdf'],
    ['a page without doctype', '<HTML lang="nl"><head></head></HTML>', 'html-instead-of-pdf'],
    ['half a download', `%PDF-1.4\n${'x'.repeat(5000)}`, 'truncated-pdf'],
    ['an end mark that is not at the end', `%PDF-1.4\n%%EOF\n${'x'.repeat(5000)}`, 'truncated-pdf'],
  ])('refuses %s', (_, text, kind) => {
    const failure = failureOf(text);
    expect(failure.kind).toBe(kind);
    expect(failure.subject).toBe('kst-36360-XV-1.pdf');
    expect(failure.message).toMatch(/^kst-36360-XV-1\.pdf: .+\. .+\.$/);
  });
});
