import { describe, expect, it } from 'vitest';
import type { Box, Rule } from '../../src/page/page.ts';
import { readInProcess } from '../support/in-process.ts';
import { rawPdf, stream } from '../support/pdf.ts';

async function rulesOf(content: string, entries = ''): Promise<readonly Rule[]> {
  return (await drawnBy(content, entries)).rules;
}

async function boxesOf(content: string): Promise<readonly Box[]> {
  return (await drawnBy(content, '')).boxes;
}

async function drawnBy(
  content: string,
  entries: string,
): Promise<{ readonly rules: readonly Rule[]; readonly boxes: readonly Box[] }> {
  const bytes = rawPdf({
    pages: [{ content, entries, resources: '/XObject << /M 40 0 R >>' }],
    objects: {
      40: stream(
        '/Type /XObject /Subtype /Image /ImageMask true /Width 1 /Height 1 /BitsPerComponent 1 /Decode [0 1]',
        '\0',
      ),
    },
  });
  return readInProcess(bytes, 'lijnen.pdf', async (document) => {
    const { rules, boxes } = await document.page(1);
    return { rules, boxes };
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

  it('are whole where they are drawn as dashes, one by one', async () => {
    const dashes = Array.from({ length: 20 }, (_, dash) => `${50 + dash * 5} 700 3 0.5 re f`);
    const rules = await rulesOf(dashes.join('\n'));
    expect(rules).toEqual([{ direction: 'horizontal', x: 50, y: 99.75, length: 98 }]);
  });

  it('end where a clipping path ends', async () => {
    const rules = await rulesOf(`
      q 100 0 100 800 re W n 0.5 w 50 700 m 550 700 l S Q
      q 50 600 200 0.5 re W n 0 0 600 800 re f Q
      q 50 500 200 10 re W n 0.5 w 50 300 m 550 300 l S Q`);
    expect(rules).toEqual([
      { direction: 'horizontal', x: 100, y: 100, length: 100 },
      { direction: 'horizontal', x: 50, y: 199.75, length: 200 },
    ]);
  });
});

describe('boxes', () => {
  it('are filled rectangles, drawn whole or as what a clipping path leaves of the page', async () => {
    const boxes = await boxesOf(`
      50 600 200 12 re f
      q 300 600 100 12 re W n 0 0 600 800 re f Q
      q 2 0 0 1 0 0 cm 25 500 50 20 re f Q`);
    expect(boxes).toEqual([
      { x: 50, y: 188, right: 250, bottom: 200 },
      { x: 300, y: 188, right: 400, bottom: 200 },
      { x: 50, y: 280, right: 150, bottom: 300 },
    ]);
  });

  it('are not the background of the page, frames, lines, or shapes of another form', async () => {
    const boxes = await boxesOf(`
      0 0 600 800 re f
      50 600 200 12 re S
      50 500 200 1 re f
      50 400 m 250 400 l 150 450 l h f
      50 300 m 250 320 l 250 350 l 50 330 l h f`);
    expect(boxes).toEqual([]);
  });
});
