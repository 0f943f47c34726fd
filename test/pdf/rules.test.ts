import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/page/page.ts';
import { createReader } from '../../src/pdf/reader.ts';
import { rawPdf, stream } from '../support/pdf.ts';

async function rulesOf(content: string, entries = ''): Promise<readonly Rule[]> {
  const bytes = rawPdf({
    pages: [{ content, entries, resources: '/XObject << /M 40 0 R >>' }],
    objects: {
      40: stream(
        '/Type /XObject /Subtype /Image /ImageMask true /Width 1 /Height 1 /BitsPerComponent 1 /Decode [0 1]',
        '\0',
      ),
    },
  });
  return createReader().read(bytes, 'lijnen.pdf', async (document) => {
    const { rules } = await document.page(1);
    return rules;
  });
}

describe('rules', () => {
  it('are stroked lines, thin boxes, the sides of a drawn box and stretched pixels', async () => {
    const rules = await rulesOf(`
      0.5 w 50 700 m 550 700 l S
      50 600 500 0.5 re f
      300 500 0.5 80 re f
      q 2 0 0 1 0 0 cm 0.4 w 50 400 m 100 400 l S Q
      1 w 60 310 m 110 310 l 110 340 l 60 340 l h S
      q 200 0 0 1 50 200 cm /M Do Q`);
    expect(rules).toEqual([
      { direction: 'horizontal', x: 50, y: 100, length: 500 },
      { direction: 'horizontal', x: 50, y: 199.75, length: 500 },
      { direction: 'horizontal', x: 100, y: 400, length: 100 },
      { direction: 'horizontal', x: 60, y: 460, length: 50 },
      { direction: 'horizontal', x: 60, y: 490, length: 50 },
      { direction: 'horizontal', x: 50, y: 599.5, length: 200 },
      { direction: 'vertical', x: 60, y: 460, length: 30 },
      { direction: 'vertical', x: 110, y: 460, length: 30 },
      { direction: 'vertical', x: 300.25, y: 220, length: 80 },
    ]);
  });

  it('are one where pieces of a border touch, and two where columns are set apart', async () => {
    const rules = await rulesOf(`
      50 700 0.48 0.48 re f 50.48 700 99.52 0.48 re f 150 700 0.48 0.48 re f 150.48 700 60 0.48 re f
      50 600 100 0.48 re f 154 600 100 0.48 re f`);
    expect(rules).toEqual([
      { direction: 'horizontal', x: 50, y: 99.76, length: 160.48 },
      { direction: 'horizontal', x: 50, y: 199.76, length: 100 },
      { direction: 'horizontal', x: 154, y: 199.76, length: 100 },
    ]);
  });

  it('are not filled cells, thick bars, slanted or curved lines, dots, or paths that only clip', async () => {
    const rules = await rulesOf(`
      50 600 200 12 re f
      5 w 50 500 m 550 500 l S 1 w
      50 400 m 550 430 l S
      50 300 m 100 350 150 350 200 300 c S
      50 200 3 0.5 re f
      50 100 500 0.5 re W n`);
    expect(rules).toEqual([]);
  });

  it('turn with the page and end at its edge', async () => {
    const rules = await rulesOf(
      '0.5 w 300 0 m 300 800 l S 10 5 m 500 5 l S',
      '/Rotate 90 /CropBox [0 50 600 750]',
    );
    expect(rules).toEqual([{ direction: 'horizontal', x: 0, y: 300, length: 700 }]);
  });
});
