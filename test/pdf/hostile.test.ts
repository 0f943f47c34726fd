import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isFailure } from '../../src/failure/failure.ts';
import { createReader } from '../../src/pdf/reader.ts';
import type { PageSign } from '../../src/page/page.ts';
import { rawPdf, stream } from '../support/pdf.ts';
import type { RawPdf } from '../support/pdf.ts';

const NAME = 'kst-36360-XV-1.pdf';
const LIMITS = { seconds: 10, megabytes: 400, pages: 2000 };
const TEXT = 'BT /F1 10 Tf 50 700 Td (Lopend) Tj ET';
const WHOLE: RawPdf = { pages: [{ content: TEXT }] };

/** Everything that a pass asks of a document: what it says, or the kind of failure it ends in. */
async function everythingIn(bytes: Uint8Array, seconds = LIMITS.seconds): Promise<string> {
  try {
    return await createReader({ ...LIMITS, seconds }).read(bytes, NAME, async (document) => {
      await document.outline();
      const texts: string[] = [];
      for (let page = 1; page <= document.pageCount; page += 1) {
        await document.text(page);
        const { runs } = await document.page(page);
        texts.push(runs.map(({ text }) => text).join(' '));
      }
      return texts.join(' | ');
    });
  } catch (error) {
    if (isFailure(error)) return error.kind;
    throw error;
  }
}

/** Zeros without end in few bytes, or what is given over and over. */
function bomb(megabytes: number, text = '\0'): Uint8Array {
  const chunk = Buffer.alloc(1024 * 1024, text);
  const packed = deflateRawSync(chunk, { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const parts = Array.from({ length: megabytes }, () => packed);
  return new Uint8Array(Buffer.concat([Buffer.from([0x78, 0x9c]), ...parts, end]));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

const ITEM = '/Title (x) /Parent 40 0 R';

describe('a hostile file is read for what it says', () => {
  it.each<readonly [string, RawPdf]>([
    [
      'an outline whose items come round to the first',
      {
        ...WHOLE,
        catalog: '/Outlines 40 0 R',
        objects: {
          40: '<< /First 41 0 R /Last 42 0 R /Count 2 >>',
          41: `<< ${ITEM} /Next 42 0 R /First 40 0 R >>`,
          42: `<< ${ITEM} /Next 41 0 R /First 41 0 R >>`,
        },
      },
    ],
    [
      'destinations that lead to themselves',
      {
        ...WHOLE,
        catalog: '/Outlines 40 0 R /Names << /Dests 43 0 R >>',
        objects: {
          40: '<< /First 41 0 R /Last 41 0 R >>',
          41: `<< ${ITEM} /Dest (a) >>`,
          43: '<< /Kids [43 0 R 43 0 R] /Limits [(a) (z)] >>',
        },
      },
    ],
    [
      'page labels without end',
      { ...WHOLE, catalog: '/PageLabels 40 0 R', objects: { 40: '<< /Kids [40 0 R] >>' } },
    ],
    [
      'a structure tree that contains itself',
      {
        pages: [{ content: `/P << /MCID 0 >> BDC ${TEXT} EMC`, entries: '/StructParents 0' }],
        catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 40 0 R',
        objects: {
          40: '<< /Type /StructTreeRoot /K 41 0 R /ParentTree 42 0 R >>',
          41: '<< /Type /StructElem /S /Table /P 41 0 R /Pg 102 0 R /K [41 0 R 0 40 0 R] >>',
          42: '<< /Nums [0 [41 0 R]] >>',
        },
      },
    ],
    [
      'scripts that run when it is opened, shown or closed',
      {
        pages: [{ content: TEXT, entries: '/AA << /O 40 0 R /C 40 0 R >>' }],
        catalog:
          '/OpenAction 40 0 R /AA << /WC 40 0 R >> /Names << /JavaScript << /Names [(a) 40 0 R] >> >>',
        objects: { 40: '<< /S /JavaScript /JS (while \\(true\\) app.alert\\("x"\\)) >>' },
      },
    ],
    [
      'a picture of ten thousand million points',
      {
        pages: [{ content: `${TEXT} /X Do`, resources: '/XObject << /X 40 0 R >>' }],
        objects: {
          40: stream(
            '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
            deflateSync('x'),
          ),
        },
      },
    ],
    [
      'an action that starts a program',
      { ...WHOLE, catalog: '/OpenAction << /S /Launch /F (/bin/sh) >>' },
    ],
  ])('%s', async (_, file) => {
    expect(await everythingIn(rawPdf(file))).toBe('Lopend');
  });

  it('a table of objects that points to the wrong places', async () => {
    const wrong = latin1(rawPdf(WHOLE)).replaceAll(/\d{10}(?= 00000 n)/g, '0000000007');
    const bytes = new Uint8Array(Buffer.from(wrong, 'latin1'));
    expect(await everythingIn(bytes)).toBe('Lopend');
    // It is read, but whoever uses it is told.
    const reader = createReader(LIMITS);
    expect(await reader.read(bytes, NAME, async ({ repaired }) => repaired)).toBe(true);
    expect(await reader.read(rawPdf(WHOLE), NAME, async ({ repaired }) => repaired)).toBe(false);
  });
});

/** Letters that the file draws but does not name are shown as U+FFFD; the annex with them has a notice. */
describe('a hostile file is read, or ends in a typed error, within its limits', () => {
  it.each<readonly [string, RawPdf, readonly string[], number | null]>([
    [
      'pages that contain themselves',
      {
        ...WHOLE,
        objects: { 2: '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>' },
      },
      ['damaged-pdf'],
      null,
    ],
    [
      'more pages counted than there are',
      {
        ...WHOLE,
        objects: { 2: '<< /Type /Pages /Count 3 /Kids [102 0 R] >>' },
      },
      ['Lopend'],
      null,
    ],
    [
      'a thousand million pages',
      {
        ...WHOLE,
        objects: { 2: '<< /Type /Pages /Count 1000000000 /Kids [102 0 R] >>' },
      },
      ['Lopend'],
      null,
    ],
    ['a page whose text is not there', { ...WHOLE, objects: { 103: 'null' } }, [''], null],
    [
      'a form that draws itself',
      {
        pages: [{ content: `${TEXT} /X Do`, resources: '/XObject << /X 40 0 R >>' }],
        objects: {
          40: stream(
            '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 40 0 R >> >>',
            '/X Do',
          ),
        },
      },
      ['damaged-pdf'],
      null,
    ],
    [
      'a font whose file is no font',
      {
        pages: [
          {
            content: 'BT /F9 10 Tf 50 700 Td <00010002> Tj ET',
            resources: '/Font << /F9 40 0 R >>',
          },
        ],
        objects: {
          40: '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [41 0 R] >>',
          41: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /FontDescriptor 42 0 R >>',
          42: '<< /Type /FontDescriptor /FontName /X /FontFile2 43 0 R >>',
          43: stream('', 'this is no font'),
        },
      },
      ['\uFFFD\uFFFD'],
      null,
    ],
    [
      'a million texts on a page',
      {
        pages: [
          { content: bomb(40, 'BT /F1 9 Tf 9 9 Td (a) Tj ET\n'), stream: '/Filter /FlateDecode' },
        ],
      },
      ['limit-exceeded'],
      0.8,
    ],
    [
      'a stream packed twice',
      {
        pages: [
          { content: deflateSync(bomb(3000)), stream: '/Filter [/FlateDecode /FlateDecode]' },
        ],
      },
      ['limit-exceeded', 'damaged-pdf'],
      null,
    ],
    [
      'states saved within states without end',
      { pages: [{ content: deflateSync('q '.repeat(400_000)), stream: '/Filter /FlateDecode' }] },
      ['limit-exceeded'],
      0.8,
    ],
    [
      'letters for every code of four bytes',
      {
        pages: [
          {
            content: 'BT /F9 10 Tf 50 700 Td <00010002> Tj ET',
            resources: '/Font << /F9 40 0 R >>',
          },
        ],
        objects: {
          40: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 41 0 R >>',
          41: stream(
            '',
            '1 begincodespacerange <00000000> <ffffffff> endcodespacerange\n1 beginbfrange <00000000> <ffffffff> <0041> endbfrange',
          ),
        },
      },
      ['\uFFFD\uFFFD\uFFFD\uFFFD'],
      null,
    ],
    [
      'brackets within brackets without end',
      { pages: [{ content: '['.repeat(2_000_000) }] },
      ['damaged-pdf', 'limit-exceeded', 'text-lost'],
      null,
    ],
  ])('%s', async (_, file, kinds, seconds) => {
    expect(kinds).toContain(await everythingIn(rawPdf(file), seconds ?? LIMITS.seconds));
  });

  it('a linearised file that was cut short', async () => {
    // Its first end-of-file mark stands in front, behind the table of its first page.
    const [head = '', ...rest] = latin1(
      rawPdf({ pages: [{ content: TEXT }, { content: TEXT }] }),
    ).split('1 0 obj');
    const front =
      '9 0 obj\n<< /Linearized 1 /N 2 >>\nendobj\nxref\n0 0\ntrailer\n<< /Size 9 >>\nstartxref\n0\n%%EOF\n';
    const file = [head + front, ...rest].join('1 0 obj');
    const cut = new Uint8Array(Buffer.from(file.slice(0, -600), 'latin1'));
    expect(await everythingIn(cut)).toBe('truncated-pdf');
  });
});

describe('a page says', () => {
  const many = `${TEXT} `.repeat(30);
  const CASES: readonly (readonly [string, string, readonly PageSign[] | undefined])[] = [
    ['that its content ends within a text', 'BT /F1 10 Tf 50 700 Td (Lopend) Tj', ['unfinished']],
    ['that it ends with a state still saved', `q ${TEXT}`, ['unfinished']],
    ['that it ends within marked content', `/P <</MCID 0>> BDC ${TEXT}`, ['unfinished']],
    ['that it restores what was not saved', `${TEXT} Q`, ['malformed']],
    ['that a text begins within a text', `BT ${TEXT}`, ['malformed']],
    ['that letters stand outside of a text', `${TEXT} (Niet) Tj`, ['malformed']],
    ['that letters are not placed', `${TEXT} BT /F1 10 Tf (Niet) Tj ET`, ['malformed']],
    ['that no letters are left', `${TEXT} BT /F1 10 Tf 50 600 Td [-250] TJ ET`, ['malformed']],
    ['that a path is drawn within a text', `BT 50 50 m 90 50 l S ET ${TEXT}`, ['malformed']],
    ['that operands are left over', `12 ${TEXT}`, ['malformed']],
    ['that its text is mirrored', 'BT /F1 10 Tf 1 0 0 -1 50 700 Tm (Lopend) Tj ET', ['flipped']],
    [
      'that its text is upside down',
      `${TEXT} BT /F1 10 Tf -1 0 0 -1 90 600 Tm (Niet) Tj ET`,
      ['flipped'],
    ],
    ['that much stands outside', `${TEXT} BT /F1 10 Tf 50 -5 Td (Afgerond) Tj ET`, ['off-page']],
    [
      'that a little of the same type stands far outside',
      `${TEXT} ${TEXT} ${TEXT} ${TEXT} BT /F1 10 Tf 50 -700 Td (ja) Tj ET`,
      ['off-page'],
    ],
    [
      'nothing of a mark outside in other type',
      `${TEXT} ${TEXT} BT /F1 6 Tf 50 -700 Td (p) Tj ET`,
      undefined,
    ],
    [
      'that some letters are as good as nothing',
      `${TEXT} q 0 0 0 0 0 0 cm BT /F1 10 Tf 50 600 Td (Niet) Tj ET Q`,
      ['too-small'],
    ],
    [
      'that a letter stands where another was',
      // Each is placed by the width of the one before: behind the d stood a t, of which the width is left.
      `${many} BT /F1 10 Tf 50 600 Td (d) Tj 2.78 0 Td (e) Tj ET`,
      ['letters-shifted'],
    ],
    [
      'nothing of letters that stand where they should',
      `${many} BT /F1 10 Tf 50 600 Td (t) Tj 2.78 0 Td (d) Tj 5.56 0 Td (e) Tj ET`,
      undefined,
    ],
    [
      // EB Garamond: f and b stand further apart than their widths say, and may do so once on a page.
      'nothing of letters that fonts kern',
      `${many} BT /F1 10 Tf 50 600 Td (f) Tj 3.78 0 Td (b) Tj ET`,
      undefined,
    ],
    // jsPDF shows an empty string in each blank cell.
    ['nothing of empty strings', `${TEXT} BT /F1 10 Tf 50 600 Td () Tj ET`, undefined],
    ['nothing', TEXT, undefined],
  ];

  it('what of its text may be missing', async () => {
    const file = rawPdf({ pages: CASES.map(([, content]) => ({ content })) });
    const said = await createReader(LIMITS).read(file, NAME, async (document) => {
      const pages = await Promise.all(CASES.map(async (_, index) => document.page(index + 1)));
      return pages.map(({ signs }) => signs);
    });
    expect(CASES.map(([name], index) => [name, said[index]])).toEqual(
      CASES.map(([name, , signs]) => [name, signs]),
    );
  });
});

it('a page with letters that stand nowhere is text that is lost', async () => {
  const nowhere = 'BT /F1 10 Tf 50 700 Td (Lopend) Tj (x) Ts 0 -20 Td (Afgerond) Tj ET';
  expect(await everythingIn(rawPdf({ pages: [{ content: nowhere }] }))).toBe('text-lost');
});
