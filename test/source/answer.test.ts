import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../src/source/sru/answer.ts';

const URL_ASKED = 'https://repository.overheid.nl/sru?query=x';

function recordXml(prefix: string, extra = ''): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  return `<${p}record><${p}recordData><g:gzd>
    <g:originalData><o:meta>
      <o:owmskern><t:identifier>kst-36360-XV-1</t:identifier><t:title>Financi&#235;n &amp; &lt;co&gt;;
        Jaarverslag</t:title><t:modified>2023-05-25</t:modified></o:owmskern>
      <o:owmsmantel><t:available>2023-05-17</t:available></o:owmsmantel>
      <o:tpmeta><o:dossiernummer>36360-XV</o:dossiernummer>${extra}<o:ondernummer>1</o:ondernummer></o:tpmeta>
    </o:meta></g:originalData>
    <g:enrichedData><g:itemUrl manifestation="pdf">https://repository.overheid.nl/a.pdf</g:itemUrl>
      <g:itemUrl manifestation="xml">https://repository.overheid.nl/a.xml</g:itemUrl>
      <g:timestamp>2023-05-25T10:20:02.1234567+02:00</g:timestamp></g:enrichedData>
  </g:gzd></${p}recordData></${p}record>`;
}

function answerXml(prefix: string, inner: string): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  const own = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
    <${p}searchRetrieveResponse ${own}="http://docs.oasis-open.org/ns/search-ws/sruResponse" xmlns:g="g" xmlns:o="o" xmlns:t="t">
    ${inner}</${p}searchRetrieveResponse>`;
}

function parse(xml: string) {
  return parseAnswer(xml, URL_ASKED);
}

describe('an answer of the search service', () => {
  it.each(['sru', 'zs', ''])('reads the same whatever the prefix: "%s"', (prefix) => {
    const p = prefix === '' ? '' : `${prefix}:`;
    const xml = answerXml(
      prefix,
      `<${p}numberOfRecords>1</${p}numberOfRecords><${p}records>${recordXml(prefix)}</${p}records>`,
    );
    expect(parse(xml)).toEqual({
      kind: 'done',
      value: {
        numberOfRecords: 1,
        records: [
          {
            publication: 'kst-36360-XV-1',
            title: 'Financiën & <co>; Jaarverslag',
            dossierTitle: null,
            dossiers: ['36360-XV'],
            number: '1',
            unformatted: false,
            published: '2023-05-17',
            modified: '2023-05-25',
            timestamp: '2023-05-25T10:20:02.1234567+02:00',
            pdf: 'https://repository.overheid.nl/a.pdf',
            xml: 'https://repository.overheid.nl/a.xml',
          },
        ],
      },
    });
  });

  it.each(['', '<s:records/>', '<s:records></s:records>'])(
    'may find nothing, with records "%s"',
    (records) => {
      const xml = answerXml('s', `<s:numberOfRecords>0</s:numberOfRecords>${records}`);
      expect(parse(xml)).toEqual({ kind: 'done', value: { numberOfRecords: 0, records: [] } });
    },
  );

  it('keeps every dossier of a paper', () => {
    const more = '<o:dossiernummer>36360</o:dossiernummer>';
    const xml = answerXml(
      's',
      `<s:numberOfRecords>1</s:numberOfRecords><s:records>${recordXml('s', more)}</s:records>`,
    );
    expect(parse(xml)).toMatchObject({ value: { records: [{ dossiers: ['36360-XV', '36360'] }] } });
  });

  it('may be long: a thousand records with entities are read', () => {
    const records = recordXml('s').repeat(1000);
    const xml = answerXml(
      's',
      `<s:numberOfRecords>1000</s:numberOfRecords><s:records>${records}</s:records>`,
    );
    expect(parse(xml)).toMatchObject({
      value: { records: { length: 1000, 999: { title: 'Financiën & <co>; Jaarverslag' } } },
    });
  });

  it('that says nothing of a count, or has a record without identifier, is not relied on', () => {
    expect(parse(answerXml('s', '<s:version>2.0</s:version>'))).toMatchObject({
      kind: 'failed',
      failure: { kind: 'source-answer' },
    });
    const nameless = recordXml('s').replace(/<t:identifier>.*<\/t:identifier>/u, '');
    const xml = answerXml(
      's',
      `<s:numberOfRecords>1</s:numberOfRecords><s:records>${nameless}</s:records>`,
    );
    expect(parse(xml)).toMatchObject({ kind: 'failed', failure: { kind: 'source-answer' } });
  });

  it.each([
    ['nothing', ''],
    ['text', 'Service temporarily unavailable'],
    ['a web page', '<html><head><title>Bad gateway</title></head></html>'],
    ['half an answer', answerXml('s', '<s:numberOfRecords>1</s:numberOfRecords>').slice(0, 200)],
    ['another document', '<?xml version="1.0"?><feed/>'],
    ['a bomb', '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'],
  ])('is asked for again when there is %s in its place', (_, xml) => {
    expect(parse(xml)).toMatchObject({ kind: 'transient', failure: { kind: 'source-answer' } });
  });
});
