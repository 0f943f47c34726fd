import * as fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countDamagedStreams } from '../../src/pdf/checksums.ts';
import { rawPdf } from '../support/pdf.ts';

const flate = '/Filter /FlateDecode';
const text = 'BT /F1 10 Tf 50 700 Td (Afgerond in 2023) Tj ET ';

function packed(content: string): Uint8Array {
  return new Uint8Array(deflateSync(content));
}

function altered(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.with(at, (bytes.at(at) ?? 0) ^ 1);
}

describe('checksums', () => {
  it('agree in a file that is whole, whatever its filters', () => {
    const trailing = new Uint8Array([...packed(text), 0x0d, 0x0a]);
    const pages = [
      { content: text },
      { content: packed(text), stream: flate },
      { content: trailing, stream: '/Filter [/FlateDecode]' },
      { content: 'endstream in words, a stream of them' },
    ];
    expect(countDamagedStreams(rawPdf({ pages }))).toBe(0);
  });

  it('tell of any checksum that changed, and of how many streams', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.boolean()), { maxLength: 6 }), (streams) => {
        const pages = streams.map(([content, isAltered]) => {
          const data = packed(text + content);
          return { content: isAltered ? altered(data, data.length - 1) : data, stream: flate };
        });
        const expected = streams.filter(([, isAltered]) => isAltered).length;
        expect(countDamagedStreams(rawPdf({ pages }))).toBe(expected);
      }),
    );
  });

  it('are not looked at in images and in encrypted files, which pdf.js decodes itself', () => {
    const data = packed(text);
    const content = altered(data, data.length - 1);
    const image = { content, stream: `/Type /XObject /Subtype /Image ${flate}` };
    expect(countDamagedStreams(rawPdf({ pages: [image] }))).toBe(0);
    const page = { content, stream: flate };
    expect(countDamagedStreams(rawPdf({ pages: [page] }))).toBe(1);
    expect(countDamagedStreams(rawPdf({ pages: [page], catalog: '/Encrypt 40 0 R' }))).toBe(0);
  });
});
