import { fileName } from './record.ts';
import type { SruRecord } from './record.ts';

export interface AnswerOptions {
  readonly query: string;
  /** All that were found. */
  readonly numberOfRecords: number;
  /** 1-based position of the first of `records`. */
  readonly startRecord: number;
  readonly maximumRecords: number;
  readonly records: readonly SruRecord[];
  /** Terms that were left out of the query; each gives a diagnostic beside the records. */
  readonly ignored: readonly string[];
  /** Address of the repository, without slash at its end. */
  readonly base: string;
}

/** An answer as the service writes it: prefixes, element set and order as in recorded pages. */
export function searchAnswer(options: AnswerOptions): string {
  const { query, numberOfRecords, startRecord, maximumRecords, records, ignored, base } = options;
  return `<?xml version="1.0" encoding="UTF-8"?>
<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse" xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:overheidwetgeving="http://standaarden.overheid.nl/wetgeving/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:c="http://standaarden.overheid.nl/collectie/" xmlns:cd="http://standaarden.overheid.nl/cup/data" xmlns:diag="http://docs.oasis-open.org/ns/search-ws/diagnostic" xmlns:facet="http://docs.oasis-open.org/ns/search-ws/facetedResults">
 <sru:version>2.0</sru:version>
 <sru:numberOfRecords>${numberOfRecords}</sru:numberOfRecords>
 ${records.length === 0 ? '' : `<sru:records>${records.map((record, index) => recordXml(record, startRecord + index, base)).join('')}</sru:records>`}
 <sru:echoedSearchRetrieveRequest>
  <sru:query>${escape(query)}</sru:query><sru:startRecord>${startRecord}</sru:startRecord><sru:maximumRecords>${maximumRecords}</sru:maximumRecords>
  <sru:recordXMLEscaping>xml</sru:recordXMLEscaping><sru:recordSchema>gzd</sru:recordSchema>
 </sru:echoedSearchRetrieveRequest>
 ${ignored.length === 0 ? '' : `<sru:diagnostics>${ignored.map(ignoredXml).join('')}</sru:diagnostics>`}
 <sru:resultCountPrecision>info:srw/vocabulary/resultCountPrecision/1/estimate</sru:resultCountPrecision>
</sru:searchRetrieveResponse>
`;
}

/** Errors come with status 200 and another layout: a default namespace, and no numberOfRecords. */
export function diagnosticAnswer(message: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<searchRetrieveResponse xmlns="http://docs.oasis-open.org/ns/search-ws/sruResponse" xmlns:ns3="http://docs.oasis-open.org/ns/search-ws/diagnostic">
 <version>2.0</version>
 <diagnostics><ns3:diagnostic><ns3:uri>info:srw/diagnostic/1/10</ns3:uri><ns3:message>${escape(message)}</ns3:message></ns3:diagnostic></diagnostics>
</searchRetrieveResponse>
`;
}

/** metadata.xml of a paper on either host. */
export function metadataXml(record: SruRecord): string {
  const entries: readonly (readonly [string, string])[] = [
    ['DC.identifier', record.identifier],
    ['DC.title', record.title],
    ['DC.type', record.type],
    ['DCTERMS.available', record.published],
    ...record.dossiers.map((dossier) => ['OVERHEIDop.dossiernummer', dossier] as const),
    ['OVERHEIDop.dossiertitel', record.dossierTitle],
    ['OVERHEIDop.documenttitel', record.documentTitle],
    ['OVERHEIDop.ondernummer', record.number ?? ''],
    ['OVERHEIDop.vergaderjaar', record.vergaderjaar],
    ['OVERHEIDop.documentStatus', record.documentStatus],
  ];
  const metadata = entries.map(
    ([name, content]) => `<metadata name="${name}" content="${escape(content)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>${metadata.join('')}</metadata_gegevens>\n`;
}

function recordXml(record: SruRecord, position: number, base: string): string {
  const url = (manifestation: string): string =>
    `${base}${record.folder}/${manifestation}/${fileName(record, manifestation)}`;
  const first = record.documentStatus === 'Onopgemaakt';
  const items = record.manifestations.map(
    (each) => `<gzd:itemUrl manifestation="${each}">${escape(url(each))}</gzd:itemUrl>`,
  );
  const page = `${base}/${record.identifier}.${first ? 'pdf' : 'html'}`;
  return `<sru:record>
  <sru:recordSchema>http://standaarden.overheid.nl/sru/</sru:recordSchema>
  <sru:recordPacking>xml</sru:recordPacking>
  <sru:recordData><gzd:gzd>
   <gzd:originalData><overheidwetgeving:meta xmlns:search="http://marklogic.com/appservices/search">
    <overheidwetgeving:owmskern>
     <dcterms:identifier>${record.identifier}</dcterms:identifier>
     <dcterms:title>${escape(record.title)}</dcterms:title>
     <dcterms:language>nl</dcterms:language>
     <dcterms:type scheme="OVERHEIDop.Parlementair">${record.type}</dcterms:type>
     <dcterms:creator scheme="OVERHEID.StatenGeneraal">Tweede Kamer der Staten-Generaal</dcterms:creator>
     <dcterms:modified>${record.modified}</dcterms:modified>
    </overheidwetgeving:owmskern>
    <overheidwetgeving:owmsmantel>
     <dcterms:available>${record.published}</dcterms:available>
     <dcterms:date>${record.published}</dcterms:date>
     <dcterms:hasVersion resourceIdentifier="${escape(page)}">1</dcterms:hasVersion>
     <dcterms:issued>${record.published}</dcterms:issued>
     ${first ? '' : '<dcterms:subject scheme="OVERHEID.TaxonomieBeleidsagenda">Financiën | Begroting</dcterms:subject>'}
    </overheidwetgeving:owmsmantel>
    <overheidwetgeving:tpmeta>
     <c:product-area>officielepublicaties</c:product-area>
     <c:content-area>${record.contentArea}</c:content-area>
     <overheidwetgeving:documentstatus>${record.documentStatus}</overheidwetgeving:documentstatus>
     <overheidwetgeving:documenttitel>${escape(record.documentTitle)}</overheidwetgeving:documenttitel>
     <overheidwetgeving:dossiertitel>${escape(record.dossierTitle)}</overheidwetgeving:dossiertitel>
     ${record.mainDocument === null ? '' : `<overheidwetgeving:hoofddocument>${record.mainDocument}</overheidwetgeving:hoofddocument>`}
     ${record.number === null ? '' : `<overheidwetgeving:ondernummer>${record.number}</overheidwetgeving:ondernummer>`}
     <overheidwetgeving:organisatietype scheme="OVERHEID.Organisatietype">staten generaal</overheidwetgeving:organisatietype>
     <overheidwetgeving:publicatienaam>${record.type}</overheidwetgeving:publicatienaam>
     <overheidwetgeving:vergaderjaar>${record.vergaderjaar}</overheidwetgeving:vergaderjaar>
     ${record.dossiers.map((dossier) => `<overheidwetgeving:dossiernummer>${dossier}</overheidwetgeving:dossiernummer>`).join('')}
     ${record.subrubriek === null ? '' : `<overheidwetgeving:subrubriek scheme="OVERHEIDop.KamerstukTypen">${escape(record.subrubriek)}</overheidwetgeving:subrubriek>`}
     <cd:datumTijdstipWijzigingWork>${record.timestamp}</cd:datumTijdstipWijzigingWork>
     <cd:datumTijdstipWijzigingExpression>${record.timestamp}</cd:datumTijdstipWijzigingExpression>
    </overheidwetgeving:tpmeta>
   </overheidwetgeving:meta></gzd:originalData>
   <gzd:enrichedData>
    <gzd:url>${escape(url(first ? 'pdf' : 'xml'))}</gzd:url>
    <gzd:preferredUrl>${escape(page)}</gzd:preferredUrl>
    ${items.join('\n    ')}
    <gzd:timestamp>${record.timestamp}</gzd:timestamp>
   </gzd:enrichedData>
  </gzd:gzd></sru:recordData>
  <sru:recordPosition>${position}</sru:recordPosition>
 </sru:record>`;
}

function ignoredXml(term: string): string {
  return `<diag:diagnostic><diag:uri>info:srw/diagnostic/1/10</diag:uri><diag:message>SEARCH-IGNOREDQTEXT: ${escape(term)}</diag:message></diag:diagnostic>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
