import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { noiseAround } from '../../src/demo/standin/noise.ts';
import type { Standin } from '../../src/demo/standin/server.ts';
import { paperOf, pdfBytes, standinOf } from '../support/source.ts';

const PAPER = paperOf('XV/2022-jaarverslag', {
  modified: '2023-05-25',
  readXml: async () => new TextEncoder().encode('<officiele-publicatie/>'),
});
const FOLDER = '/frbr/officielepublicaties/kst/36360-XV/kst-36360-XV-1/1';

interface Search {
  readonly query: string;
  readonly startRecord?: string;
  readonly maximumRecords?: string;
}

async function search(standin: Standin, parameters: Search) {
  const response = await fetch(
    `${standin.sru}?${new URLSearchParams({ ...parameters }).toString()}`,
  );
  return { response, text: await response.text() };
}

async function get(standin: Standin, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${standin.url}${path}`, { headers, redirect: 'manual' });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

function count(text: string): number {
  return text.match(/<sru:recordPosition>/gu)?.length ?? 0;
}

function elements(text: string): readonly string[] {
  return [...text.matchAll(/<([a-z]+:[\w-]+)/gu)].map(([, name]) => name ?? '');
}

describe('the stand-in of the search service', () => {
  it('answers with the documented elements in the documented order', async () => {
    const standin = await standinOf([PAPER]);
    const { response, text } = await search(standin, { query: 'dt.identifier=="kst-36360-XV-1"' });
    expect(response.headers.get('content-type')).toMatch(/^application\/xml/u);
    expect(XMLValidator.validate(text)).toBe(true);
    expect(elements(text)).toEqual([
      'sru:searchRetrieveResponse',
      'sru:version',
      'sru:numberOfRecords',
      'sru:records',
      'sru:record',
      'sru:recordSchema',
      'sru:recordPacking',
      'sru:recordData',
      'gzd:gzd',
      'gzd:originalData',
      'overheidwetgeving:meta',
      'overheidwetgeving:owmskern',
      'dcterms:identifier',
      'dcterms:title',
      'dcterms:language',
      'dcterms:type',
      'dcterms:creator',
      'dcterms:modified',
      'overheidwetgeving:owmsmantel',
      'dcterms:available',
      'dcterms:date',
      'dcterms:hasVersion',
      'dcterms:issued',
      'dcterms:subject',
      'overheidwetgeving:tpmeta',
      'c:product-area',
      'c:content-area',
      'overheidwetgeving:documentstatus',
      'overheidwetgeving:documenttitel',
      'overheidwetgeving:dossiertitel',
      'overheidwetgeving:ondernummer',
      'overheidwetgeving:organisatietype',
      'overheidwetgeving:publicatienaam',
      'overheidwetgeving:vergaderjaar',
      'overheidwetgeving:dossiernummer',
      'overheidwetgeving:subrubriek',
      'cd:datumTijdstipWijzigingWork',
      'cd:datumTijdstipWijzigingExpression',
      'gzd:enrichedData',
      'gzd:url',
      'gzd:preferredUrl',
      ...Array.from({ length: 6 }, () => 'gzd:itemUrl'),
      'gzd:timestamp',
      'sru:recordPosition',
      'sru:echoedSearchRetrieveRequest',
      'sru:query',
      'sru:startRecord',
      'sru:maximumRecords',
      'sru:recordXMLEscaping',
      'sru:recordSchema',
      'sru:resultCountPrecision',
    ]);
    expect(text).toContain('<dcterms:modified>2023-05-25</dcterms:modified>');
    expect(text).not.toContain('nextRecordPosition');
  });

  it('answers a query it does not understand with status 200 and another namespace layout', async () => {
    const standin = await standinOf([PAPER]);
    const { response, text } = await search(standin, { query: 'dcterms.title=a' });
    expect(response.status).toBe(200);
    expect(text).toContain('<searchRetrieveResponse xmlns="http://docs.oasis-open.org');
    expect(text).toContain('<ns3:message>unknown prefix dcterms</ns3:message>');
    expect(text).not.toContain('numberOfRecords');
  });

  it('answers an impossible date with records and a diagnostic', async () => {
    const standin = await standinOf([PAPER], { noise: false });
    const { text } = await search(standin, {
      query: 'w.ondernummer==1 AND dt.date>=2026-02-29',
    });
    expect(text).toContain('<sru:numberOfRecords>1</sru:numberOfRecords>');
    expect(text).toContain('SEARCH-IGNOREDQTEXT');
    expect(XMLValidator.validate(text)).toBe(true);
  });

  it('gives ten records unless asked, never more than a thousand, and gives up at the ten thousandth', async () => {
    const papers = Array.from({ length: 1100 }, (_, index) =>
      paperOf('XV/2022-jaarverslag', { publication: `kst-${20_000 + index}-XV-1` }),
    );
    const standin = await standinOf(papers, { noise: false });
    const query = 'w.ondernummer==1';
    expect(count((await search(standin, { query })).text)).toBe(10);
    const most = await search(standin, { query, maximumRecords: '5000' });
    expect(count(most.text)).toBe(1000);
    const rest = await search(standin, { query, maximumRecords: '5000', startRecord: '1001' });
    expect(count(rest.text)).toBe(100);
    const late = await search(standin, { query, startRecord: '10000' });
    expect(late.response.status).toBe(504);
    expect(late.text).toContain('<html>');
  });

  it('refuses what comes too fast, with Retry-After now and then', async () => {
    let now = 0;
    const throttle = { bucket: 3, perSecond: 1 };
    const standin = await standinOf([PAPER], { throttle, clock: () => now });
    const statuses: (number | string | null)[] = [];
    for (let time = 0; time < 5; time += 1) {
      const { response } = await search(standin, { query: 'w.ondernummer==1' });
      statuses.push(response.status, response.headers.get('retry-after'));
    }
    expect(statuses).toEqual([200, null, 200, null, 200, null, 429, null, 429, '1']);
    now = 1000;
    expect((await search(standin, { query: 'w.ondernummer==1' })).response.status).toBe(200);
  });

  it('shows a paper in its first days under a bare number, with PDF and metadata only', async () => {
    const unformatted = { publication: 'kst-1259252', until: '2023-05-19' };
    const standin = await standinOf([{ ...PAPER, unformatted }], {
      noise: false,
      now: new Date('2023-05-18'),
    });
    const { text } = await search(standin, { query: 'w.dossiernummer=="36360-XV"' });
    expect(text).toContain('<dcterms:identifier>kst-1259252</dcterms:identifier>');
    expect(text).toContain('<overheidwetgeving:documentstatus>Onopgemaakt<');
    expect(text).not.toContain('dcterms:subject');
    expect([...text.matchAll(/manifestation="(\w+)"/gu)].map(([, name]) => name)).toEqual([
      'metadata',
      'metadataowms',
      'pdf',
    ]);
    const first = '/frbr/officielepublicaties/kst/onopgemaakt/kst-1259252/1/pdf/kst-1259252.pdf';
    expect((await get(standin, first)).response.status).toBe(200);

    standin.setNow(new Date('2023-05-20'));
    const later = await search(standin, { query: 'w.dossiernummer=="36360-XV"' });
    expect(later.text).toContain('<dcterms:identifier>kst-36360-XV-1</dcterms:identifier>');
    expect((await get(standin, first)).response.status).toBe(404);
    const moved = await get(standin, '/kst-1259252');
    expect(moved.response.headers.get('location')).toBe('/kst-36360-XV-1.pdf');
  });
});

describe('the stand-in of the files', () => {
  it('has each PDF under the address of the repository and that of the site', async () => {
    const standin = await standinOf([PAPER]);
    for (const path of [`${FOLDER}/pdf/kst-36360-XV-1.pdf`, '/kst-36360-XV-1.pdf']) {
      const { response, bytes } = await get(standin, path);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      expect(response.headers.get('etag')).toBeNull();
      expect(bytes).toEqual(pdfBytes('XV/2022-jaarverslag'));
    }
  });

  it('has the XML of a paper under both addresses, and a 404 where there is none', async () => {
    const standin = await standinOf([PAPER, paperOf('XV/2023-jaarverslag')]);
    for (const path of [`${FOLDER}/xml/kst-36360-XV-1.xml`, '/kst-36360-XV-1.xml']) {
      const { response, bytes } = await get(standin, path);
      expect(response.headers.get('content-type')).toMatch(/^application\/xml/u);
      expect(new TextDecoder().decode(bytes)).toBe('<officiele-publicatie/>');
    }
    expect((await get(standin, '/kst-36560-XV-1.xml')).response.status).toBe(404);
  });

  it('has metadata that can be read', async () => {
    const standin = await standinOf([PAPER]);
    for (const path of [`${FOLDER}/metadata/metadata.xml`, '/kst-36360-XV-1/metadata.xml']) {
      const text = new TextDecoder().decode((await get(standin, path)).bytes);
      const parser = new XMLParser({ ignoreAttributes: false });
      expect(parser.parse(text)).toMatchObject({
        metadata_gegevens: { metadata: { 0: { '@_content': 'kst-36360-XV-1' } } },
      });
    }
  });

  it.each([
    '/kst-36360-XV-99.pdf',
    `${FOLDER}/pdf/kst-36360-XV-2.pdf`,
    `${FOLDER}/odt/kst-36360-XV-1.odt`,
    '/',
  ])('has a real 404 for %s', async (path) => {
    const standin = await standinOf([PAPER]);
    const { response, bytes } = await get(standin, path);
    expect(response.status).toBe(404);
    expect(new TextDecoder().decode(bytes)).toContain('Pagina niet gevonden');
  });

  it('has a notice in place of a paper that was withdrawn', async () => {
    const standin = await standinOf([{ ...PAPER, withdrawn: '2024-01-01' }]);
    const { bytes } = await get(standin, '/kst-36360-XV-1.pdf');
    expect(new TextDecoder().decode(bytes)).toContain('op verzoek van de publicerende organisatie');
  });

  it('answers 304 to a client that holds the file, when told to send validators', async () => {
    const standin = await standinOf([PAPER], { validators: true });
    const first = await get(standin, '/kst-36360-XV-1.pdf');
    const etag = first.response.headers.get('etag') ?? '';
    const again = await get(standin, '/kst-36360-XV-1.pdf', { 'if-none-match': etag });
    expect([first.response.status, again.response.status]).toEqual([200, 304]);
    expect(again.bytes).toHaveLength(0);
  });
});

describe('the papers around the given ones', () => {
  it('make finding an edition no triviality, and never take its place', () => {
    const noise = noiseAround([PAPER, paperOf('XV/2023-begroting')]);
    const ids = noise.map(({ publication }) => publication);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(PAPER.publication);
    expect(noise.some(({ chapter }) => chapter === 'XVI')).toBe(true);
    expect(noise.some(({ chapter }) => chapter === null)).toBe(true);
    expect(noise.some(({ number }) => number === 'A')).toBe(true);
    expect(noise.some(({ subrubriek }) => subrubriek === null)).toBe(true);
    expect(noise.some(({ attachmentOf }) => attachmentOf === PAPER.publication)).toBe(true);
    expect(noise.some(({ documentTitle }) => /;/u.test(documentTitle))).toBe(true);
    expect(noise.some(({ documentTitle }) => /Özdil/u.test(documentTitle))).toBe(true);
    expect(noise.map(({ dossierTitle }) => dossierTitle)).toContain(
      'Wijziging van de begrotingsstaten van het Ministerie van Sociale Zaken en Werkgelegenheid (XV) voor het jaar 2023 (wijziging samenhangende met de Voorjaarsnota)',
    );
  });
});
