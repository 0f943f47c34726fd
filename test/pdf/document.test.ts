import { describe, expect, it } from 'vitest';
import type { Page, TreeNode } from '../../src/page/page.ts';
import { createReader } from '../../src/pdf/reader.ts';
import { readInProcess } from '../support/in-process.ts';
import { kitPdf, rawPdf, stream } from '../support/pdf.ts';

const reader = createReader();

async function onlyPage(bytes: Uint8Array): Promise<Page> {
  return readInProcess(bytes, 'bladzijde.pdf', (document) => document.page(1));
}

describe('a document', () => {
  it('has pages, outline, text and labels', async () => {
    const bytes = await kitPdf({ autoFirstPage: false }, (kit) => {
      const chapter = kit.addPage().text('Hoofdstuk', 50, 50).outline.addItem('1.  Hoofdstuk');
      kit.addPage().text('Bijlage', 50, 50);
      chapter.addItem('Bijlage 3: Afgerond evaluatie- en overig onderzoek');
    });
    await reader.read(bytes, 'begroting.pdf', async (document) => {
      expect(document).toMatchObject({ name: 'begroting.pdf', pageCount: 2, tagged: false });
      expect(await document.outline()).toEqual([
        { title: '1. Hoofdstuk', page: 1 },
        { title: 'Bijlage 3: Afgerond evaluatie- en overig onderzoek', page: 2 },
      ]);
      expect(await document.text(2)).toBe('Bijlage');
      const page = await document.page(2);
      expect(page).toMatchObject({ number: 2, label: null, tree: null });
      await expect(document.page(3)).rejects.toThrow(RangeError);
      await expect(document.text(0)).rejects.toThrow(RangeError);
    });
  });

  it('keeps an outline item that leads nowhere, and has no outline without one', async () => {
    const outlined = rawPdf({
      pages: [{ content: '' }],
      catalog: '/Outlines 40 0 R',
      objects: {
        40: '<< /Type /Outlines /First 41 0 R /Last 42 0 R /Count 2 >>',
        41: '<< /Title (Nergens) /Parent 40 0 R /Next 42 0 R /Dest (onbekend) >>',
        42: '<< /Title (Nummer) /Parent 40 0 R /Prev 41 0 R /Dest [0 /Fit] >>',
      },
    });
    expect(await reader.read(outlined, 'a.pdf', (document) => document.outline())).toEqual([
      { title: 'Nergens', page: null },
      { title: 'Nummer', page: 1 },
    ]);
    const plain = rawPdf({ pages: [{ content: '' }] });
    expect(await reader.read(plain, 'b.pdf', (document) => document.outline())).toEqual([]);
  });

  it('gives page labels as printed', async () => {
    const bytes = rawPdf({
      pages: [{ content: '' }, { content: '' }],
      catalog: '/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 246 >>] >>',
    });
    const labels = await reader.read(bytes, 'a.pdf', async (document) => [
      (await document.page(1)).label,
      (await document.page(2)).label,
    ]);
    expect(labels).toEqual(['i', '246']);
  });

  it('answers questions asked together', async () => {
    const pages = ['een', 'twee', 'drie'].map((word) => ({
      content: `BT /F1 10 Tf 50 700 Td (${word}) Tj ET`,
    }));
    await reader.read(rawPdf({ pages }), 'a.pdf', async (document) => {
      const texts = await Promise.all([3, 1, 2].map((number) => document.text(number)));
      expect(texts).toEqual(['drie', 'een', 'twee']);
    });
  });

  it('hands on what its user throws', async () => {
    const bytes = rawPdf({ pages: [{ content: '' }] });
    const mistake = new TypeError('of our own');
    await expect(reader.read(bytes, 'a.pdf', () => Promise.reject(mistake))).rejects.toBe(mistake);
  });
});

describe('text for searching', () => {
  it('has lines from top to bottom and words from left to right, however they are drawn', async () => {
    const content = `BT /F1 10 Tf 300 700 Td (Status) Tj ET BT /F1 10 Tf 50 650 Td (onder) Tj ET
      BT /F1 10 Tf 50 700 Td (Titel) Tj ET`;
    const bytes = rawPdf({
      pages: [{ content }, { content: content.replaceAll('/F1 10 Tf', '/F1 10 Tf 3 Tr') }],
    });
    await readInProcess(bytes, 'a.pdf', async (document) => {
      expect(await document.text(1)).toBe('Titel Status\nonder');
      expect(await document.text(2)).toBe('Titel Status\nonder');
    });
  });

  it('is empty for a page without text, and reads a table on its side', async () => {
    const bytes = rawPdf({
      pages: [
        { content: '0 0 600 800 re f' },
        { content: 'BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Titel) Tj 0 -20 Td (Status) Tj ET' },
      ],
    });
    await readInProcess(bytes, 'a.pdf', async (document) => {
      expect(await document.text(1)).toBe('');
      expect((await document.page(1)).runs).toEqual([]);
      expect(await document.text(2)).toBe('Titel\nStatus');
    });
  });
});

describe('links', () => {
  it('lead to web addresses, from where they stand on the visible page', async () => {
    const links = `/Annots [
      << /Type /Annot /Subtype /Link /Rect [100 690 200 710] /A << /S /URI /URI (https://www.rijksoverheid.nl/evaluatie) >> >>
      << /Type /Annot /Subtype /Link /Rect [100 600 200 640] /QuadPoints [150 640 200 640 150 620 200 620 100 620 160 620 100 600 160 600]
         /A << /S /URI /URI (https://example.org/over-twee-regels) >> >>
      << /Type /Annot /Subtype /Link /Rect [100 500 200 510] /Dest [0 /Fit] >>
      << /Type /Annot /Subtype /Link /Rect [100 400 200 410] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>]
      /CropBox [50 0 600 750]`;
    const page = await onlyPage(rawPdf({ pages: [{ content: '', entries: links }] }));
    expect(page.links).toEqual([
      { url: 'https://www.rijksoverheid.nl/evaluatie', x: 50, y: 40, right: 150, bottom: 60 },
      { url: 'https://example.org/over-twee-regels', x: 100, y: 110, right: 150, bottom: 130 },
      { url: 'https://example.org/over-twee-regels', x: 50, y: 130, right: 110, bottom: 150 },
    ]);
  });
});

describe('the structure tree', () => {
  it('names the content of cells by the ids that the runs carry', async () => {
    const bytes = await kitPdf({ tagged: true, pdfVersion: '1.7', lang: 'nl' }, (kit) => {
      const cell = (role: string, text: string, x: number) =>
        kit.struct(role, {}, () => kit.text(text, x, 50, { lineBreak: false }));
      const row = kit.struct('TR', {}, [cell('TH', 'Titel', 50), cell('TD', 'Afgerond', 200)]);
      kit.addStructure(kit.struct('Table', {}, [row]));
      kit.markContent('Artifact', { type: 'Pagination' });
      kit.text('Tweede Kamer', 50, 700, { lineBreak: false });
      kit.endMarkedContent();
    });
    const { page, tagged } = await readInProcess(bytes, 'a.pdf', async (document) => ({
      page: await document.page(1),
      tagged: document.tagged,
    }));
    expect(tagged).toBe(true);
    const textOf = new Map(page.runs.map((run) => [run.contentId, run.text]));
    expect(outlineOf(page.tree, textOf)).toBe('Root(Table(TR(TH(Titel) TD(Afgerond))))');
    // The first sequence of a page has number 0.
    expect(page.runs[0]?.contentId).toMatch(/^p\d+R_mc0$/);
    const footer = page.runs.filter((run) => run.artifact);
    expect(footer.map((run) => [run.text, run.contentId])).toEqual([
      ['Tweede', null],
      ['Kamer', null],
    ]);
  });

  it('tells how many columns and rows a cell spans', async () => {
    const bytes = rawPdf({
      pages: [
        {
          content: '/TD << /MCID 0 >> BDC BT /F1 10 Tf 50 700 Td (Thema) Tj ET EMC',
          entries: '/StructParents 0',
        },
      ],
      catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 40 0 R',
      objects: {
        40: '<< /Type /StructTreeRoot /K [41 0 R] /ParentTree 44 0 R >>',
        41: '<< /Type /StructElem /S /Table /P 40 0 R /K [42 0 R] >>',
        42: '<< /Type /StructElem /S /TR /P 41 0 R /K [43 0 R] >>',
        43: '<< /Type /StructElem /S /TD /P 42 0 R /Pg 102 0 R /K 0 /A << /O /Table /ColSpan 6 /RowSpan 2 >> >>',
        44: '<< /Nums [0 [43 0 R]] >>',
      },
    });
    const { tree } = await onlyPage(bytes);
    const cell = find(tree, 'TD');
    expect(cell).toMatchObject({
      columnSpan: 6,
      rowSpan: 2,
      children: [{ contentId: 'p102R_mc0' }],
    });
    expect(find(tree, 'TR')).toMatchObject({ columnSpan: 1, rowSpan: 1 });
  });

  it('is not trusted with a number that two streams of the page use', async () => {
    const bytes = rawPdf({
      pages: [
        {
          content: `${sequence('nul', 700, 0)}${sequence('een', 680, 1)}/X Do`,
          resources: '/XObject << /X 40 0 R >>',
        },
      ],
      objects: {
        40: stream(
          '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>',
          sequence('formulier', 650, 0),
        ),
      },
    });
    const { runs } = await onlyPage(bytes);
    expect(runs.map((run) => [run.text, run.contentId])).toEqual([
      ['nul', null],
      ['een', 'p102R_mc1'],
      ['formulier', null],
    ]);
  });
});

function sequence(text: string, y: number, mcid: number): string {
  return `/P << /MCID ${mcid} >> BDC BT /F1 10 Tf 50 ${y} Td (${text}) Tj ET EMC `;
}

type Leaf = TreeNode['children'][number];

function outlineOf(node: Leaf | null, textOf: ReadonlyMap<string | null, string>): string {
  if (node === null) return '';
  if ('contentId' in node) return textOf.get(node.contentId) ?? '?';
  return `${node.role}(${node.children.map((child) => outlineOf(child, textOf)).join(' ')})`;
}

function find(node: Leaf | null, role: string): TreeNode | null {
  if (node === null || 'contentId' in node) return null;
  if (node.role === role) return node;
  for (const child of node.children) {
    const found = find(child, role);
    if (found !== null) return found;
  }
  return null;
}
