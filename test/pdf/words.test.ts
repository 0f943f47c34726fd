import { beforeAll, describe, expect, it } from 'vitest';
import type { Page, Run } from '../../src/page/page.ts';
import { readInProcess } from '../support/in-process.ts';
import { rawPdf, stream } from '../support/pdf.ts';
import type { RawPage } from '../support/pdf.ts';

// One document with one case a page.
const CASES = {
  words: { content: 'BT /F1 10 Tf 50 700 Td (Stand van zaken) Tj ET' },
  kerned: {
    content: `BT /F1 10 Tf 50 700 Td [(Af) 20 (ge) -15 (rond)] TJ
      14.73 -20 Td (Lo) Tj 11.12 0 Td (pend) Tj
      1 0 0 1 50 600 Tm (To) Tj 11 0 Td (taal) Tj ET`,
  },
  gutter: {
    // “Overig” ends at 79.45: text extraction takes both for one word.
    content: `BT /F1 10 Tf 1 0 0 1 50 700 Tm (Overig) Tj ET
      BT /F1 10 Tf 1 0 0 1 80.45 700 Tm (2024) Tj ET`,
  },
  // Cells that touch, moved within one string: “Afgerond” ends at 88.91.
  touching: { content: 'BT /F1 10 Tf 50 700 Td [(Afgerond) -40 (Het) 15 (oordeel)] TJ ET' },
  tight: { content: 'BT /F1 10 Tf 50 700 Td [(uit) -148 (te) -148 (voeren)] TJ ET' },
  noBlanks: { content: 'BT /F1 10 Tf 50 700 Td [(in) -250 (twee) -100 (delen)] TJ ET' },
  spaced: { content: 'BT /F1 10 Tf 3 Tc 50 700 Td (THEMA EEN) Tj ET' },
  superscript: {
    content: `BT /F1 10 Tf 50 700 Td (2024) Tj /F1 6 Tf 3.5 Ts (1) Tj 0 Ts /F1 10 Tf ( en) Tj ET`,
  },
  fonts: { content: 'BT /F1 10 Tf 50 700 Td (gewoon) Tj /F2 10 Tf (vet) Tj ET' },
  thickened: { content: 'BT /F1 10 Tf 2 Tr 0.3 w 50 700 Td (vet) Tj 0 Tr ( niet) Tj ET' },
  overprinted: {
    content: `BT /F1 10 Tf 50 700 Td (dubbel) Tj ET BT /F1 10 Tf 50.3 700 Td (dubbel) Tj ET
      BT /F1 10 Tf 50 680 Td (dubbel) Tj ET`,
  },
  matrices: {
    content: `q 2 0 0 2 10 20 cm BT /F1 5 Tf 1 0 0 1 20 300 Tm 14 TL (een) Tj T* (twee) Tj (drie) ' ET Q
      BT /F1 10 Tf 50 500 TD 150 Tz (breed) Tj ET`,
  },
  cropped: {
    entries: '/MediaBox [0 0 600 800] /CropBox [18.5 35.5 577 780]',
    content: `BT /F1 10 Tf 50 700 Td (binnen) Tj ET BT /F1 10 Tf 50 20 Td (drukkersmerk) Tj ET
      BT /F1 10 Tf 5 600 Td (half) Tj ET`,
  },
  rotated: {
    entries: '/Rotate 90',
    content: 'BT /F1 10 Tf 0 1 -1 0 300 100 Tm (gedraaid blad) Tj ET',
  },
  sideways: {
    content: `BT /F1 10 Tf 0 1 -1 0 300 100 Tm (een brede tabel op zijn kant) Tj ET
      BT /F1 10 Tf 50 50 Td (blz. 7) Tj ET`,
  },
  upended: {
    content: `BT /F1 10 Tf 50 700 Td (een gewone bladzijde met veel tekst) Tj ET
      BT /F1 10 Tf 0 1 -1 0 300 100 Tm (kantlijn) Tj ET`,
  },
  form: {
    resources: '/XObject << /X 40 0 R >>',
    content: 'q 1 0 0 1 100 0 cm /X Do Q BT /F1 10 Tf 50 600 Td (na) Tj ET',
  },
  invisible: { content: 'BT /F1 10 Tf 3 Tr 50 700 Td (tekstlaag van een scan) Tj ET' },
  covered: {
    content: `BT /F1 10 Tf 50 700 Td (zichtbaar) Tj ET BT 3 Tr /F1 10 Tf 50 700.5 Td (zichtbaer) Tj
      0 -100 Td (elders) Tj ET`,
  },
  layers: {
    resources: '/Properties << /Off 50 0 R /On 51 0 R >>',
    content: `/OC /Off BDC BT /F1 10 Tf 50 700 Td (uit) Tj ET EMC
      /OC /On BDC BT /F1 10 Tf 50 680 Td (aan) Tj ET EMC`,
  },
  letters: {
    content: `BT /F3 10 Tf 50 700 Td (e\\001ciency) Tj 0 -20 Td (b\\002zonder) Tj 0 -20 Td (caf\\003) Tj
      0 -20 Td (m\\004) Tj 0 -20 Td (\\007fout) Tj ET`,
  },
  softHyphen: {
    content: `BT /F3 10 Tf 50 700 Td (onder\\005) Tj 0 -12 Td (zoek) Tj
      0 -12 Td (be\\005leid) Tj 0 -12 Td (los) Tj /F1 10 Tf /F3 10 Tf 14 0 Td (\\005) Tj ET`,
  },
} satisfies Record<string, RawPage>;

type Case = keyof typeof CASES;
const names = Object.keys(CASES) as Case[];
const pages = new Map<Case, Page>();

beforeAll(async () => {
  const bytes = rawPdf({
    pages: names.map((name) => CASES[name]),
    letters: ['FB03', '0133', '00650301', '00B2', '00AD', '0020', '0003'],
    catalog: '/OCProperties << /OCGs [50 0 R 51 0 R] /D << /OFF [50 0 R] >> >>',
    objects: {
      40: stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 0 50]
         /Resources << /Font << /F1 3 0 R >> >>`,
        'BT /F1 10 Tf 50 650 Td (formulier) Tj ET',
      ),
      50: '<< /Type /OCG /Name (Uit) >>',
      51: '<< /Type /OCG /Name (Aan) >>',
    },
  });
  await readInProcess(bytes, 'woorden.pdf', async (document) => {
    for (const [index, name] of names.entries()) pages.set(name, await document.page(index + 1));
  });
});

function page(name: Case): Page {
  const found = pages.get(name);
  if (found === undefined) throw new Error(`no page ${name}`);
  return found;
}

function texts(name: Case): string[] {
  return page(name).runs.map(({ text }) => text);
}

function run(name: Case, word: string): Run {
  const found = page(name).runs.find(({ text }) => text === word);
  if (found === undefined) throw new Error(`no run ${word} in ${texts(name).join(' ')}`);
  return found;
}

describe('words', () => {
  it('are parted by blanks and measured from the upper left corner', () => {
    expect(page('words')).toMatchObject({ width: 600, height: 800, rules: [], links: [] });
    expect(texts('words')).toEqual(['Stand', 'van', 'zaken']);
    const stand = run('words', 'Stand');
    expect(stand).toMatchObject({ x: 50, baseline: 100, size: 10, font: 'Helvetica', bold: false });
    expect(stand).toMatchObject({ contentId: null, artifact: false, softHyphen: false });
    // S 667 + t 278 + a 556 + n 556 + d 556 thousandths of an em.
    expect(stand.right).toBeCloseTo(50 + 26.13, 2);
    expect(run('words', 'van').x).toBeCloseTo(50 + 26.13 + 2.78, 2);
  });

  it('stay whole when they are kerned, in one operator or with new positions', () => {
    expect(texts('kerned')).toEqual(['Afgerond', 'Lopend', 'Totaal']);
  });

  it('part where cells stand a point from each other', () => {
    expect(texts('gutter')).toEqual(['Overig', '2024']);
  });

  it('part where a capital or number is moved against small letters, however little', () => {
    expect(texts('touching')).toEqual(['Afgerond', 'Hetoordeel']);
  });

  it('part at the blanks of a line that is set tight', () => {
    expect(texts('tight')).toEqual(['uit', 'te', 'voeren']);
  });

  it('part at a wide gap without a blank, and not at a narrow one', () => {
    expect(texts('noBlanks')).toEqual(['in', 'tweedelen']);
  });

  it('stay whole when they are letterspaced', () => {
    expect(texts('spaced')).toEqual(['THEMA', 'EEN']);
  });

  it('part from a superscript, which stands higher and is smaller', () => {
    expect(texts('superscript')).toEqual(['2024', '1', 'en']);
    const mark = run('superscript', '1');
    expect(mark).toMatchObject({ size: 6, baseline: 96.5 });
    expect(mark.x).toBeCloseTo(run('superscript', '2024').right, 2);
  });

  it('part at a change of font', () => {
    expect(texts('fonts')).toEqual(['gewoon', 'vet']);
    expect(run('fonts', 'vet')).toMatchObject({ font: 'Helvetica-Bold', bold: true });
  });

  it('are bold when they are outlined as well as filled', () => {
    expect(page('thickened').runs.map(({ text, bold }) => [text, bold])).toEqual([
      ['vet', true],
      ['niet', false],
    ]);
  });

  it('are one bold word when printed over themselves', () => {
    expect(page('overprinted').runs.map(({ text, bold }) => [text, bold])).toEqual([
      ['dubbel', true],
      ['dubbel', false],
    ]);
  });

  it('follow all matrices, leading and horizontal scale', () => {
    const { runs } = page('matrices');
    expect(runs.map(({ text, x, baseline, size }) => [text, x, baseline, size])).toEqual([
      ['een', 50, 180, 10],
      ['twee', 50, 208, 10],
      ['drie', 50, 236, 10],
      ['breed', 50, 300, 10],
    ]);
    // b 556 + r 333 + e 556 + e 556 + d 556, half as wide again.
    expect(run('matrices', 'breed').right).toBeCloseTo(50 + 25.57 * 1.5, 2);
  });
});

describe('the visible page', () => {
  it('begins at the crop box, and what is wholly outside it is not there', () => {
    expect(page('cropped')).toMatchObject({ width: 558.5, height: 744.5 });
    expect(texts('cropped')).toEqual(['binnen', 'half']);
    expect(run('cropped', 'binnen')).toMatchObject({ x: 31.5, baseline: 80 });
  });

  it('is turned as the file says', () => {
    expect(page('rotated')).toMatchObject({ width: 800, height: 600 });
    expect(texts('rotated')).toEqual(['gedraaid', 'blad']);
    expect(run('rotated', 'gedraaid')).toMatchObject({ x: 100, baseline: 300 });
  });

  it('is turned until most letters stand upright; the others take their bounding box', () => {
    expect(page('sideways')).toMatchObject({ width: 800, height: 600 });
    expect(run('sideways', 'een')).toMatchObject({ x: 100, baseline: 300, size: 10 });
    const number = run('sideways', '7');
    expect(number.size).toBe(10);
    expect(number.right - number.x).toBeCloseTo(9.5, 1);
  });

  it('keeps a few words on their side as one run each, read at the height of their middle', () => {
    expect(page('upended')).toMatchObject({ width: 600, height: 800 });
    const margin = run('upended', 'kantlijn');
    expect(margin).toMatchObject({ x: 292.5, right: 302, turned: { axis: 300, from: 700 } });
    const middle = (700 + (margin.turned?.to ?? 0)) / 2;
    expect(margin.baseline).toBeCloseTo(middle + 0.3 * margin.size, 2);
  });

  it('has what forms draw, at its place', () => {
    expect(texts('form')).toEqual(['formulier', 'na']);
    expect(run('form', 'formulier')).toMatchObject({ x: 150, baseline: 100 });
    expect(run('form', 'na')).toMatchObject({ x: 50, baseline: 200 });
  });

  it('has the text layer of a scan, but not below text that one sees', () => {
    expect(texts('invisible')).toEqual(['tekstlaag', 'van', 'een', 'scan']);
    expect(texts('covered')).toEqual(['zichtbaar', 'elders']);
  });

  it('has no text of a layer that is switched off', () => {
    expect(texts('layers')).toEqual(['aan']);
  });
});

describe('letters', () => {
  it('are spelled out and composed, and else as printed', () => {
    expect(texts('letters')).toEqual(['efficiency', 'bijzonder', 'café', 'm²', '\ufffdfout']);
  });

  it('lose soft hyphens, which are told when the line ends there', () => {
    expect(page('softHyphen').runs.map(({ text, softHyphen }) => [text, softHyphen])).toEqual([
      ['onder', true],
      ['zoek', false],
      ['beleid', false],
      ['los', true],
    ]);
  });
});
