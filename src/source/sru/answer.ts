import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Failure } from '../../failure/failure.ts';
import { done, failed, transient } from '../web/retry.ts';
import type { Outcome } from '../web/retry.ts';

/** What we use of one record of the search service (schema gzd). */
export interface SruRecord {
  /** dcterms:identifier: `kst-36360-XV-1`. */
  readonly publication: string;
  readonly title: string;
  /** Null when left out. */
  readonly dossierTitle: string | null;
  /** Each as `36360-XV`; a paper may belong to more than one. */
  readonly dossiers: readonly string[];
  readonly number: string | null;
  /** Documentstatus Onopgemaakt: the first days, the ministry's own print. */
  readonly unformatted: boolean;
  /** ISO date. */
  readonly published: string | null;
  readonly modified: string;
  readonly timestamp: string;
  /** itemUrl of the manifestation pdf. */
  readonly pdf: string | null;
  /** itemUrl of the manifestation xml. */
  readonly xml: string | null;
}

export interface SruAnswer {
  /** An estimate, as the service itself says. */
  readonly numberOfRecords: number;
  readonly records: readonly SruRecord[];
}

/** Every element is a node, so that one with attributes and one without read the same. */
interface Node {
  readonly [name: string]: string | Node | readonly (string | Node)[] | undefined;
}

const REPEATABLE = new Set(['record', 'itemUrl', 'dossiernummer', 'diagnostic']);

// Success comes with prefixes and errors with a default namespace, so only local names count. Numbers
// such as “1” and “36360” are names: nothing is parsed as a number.
const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  htmlEntities: true,
  isArray: (name) => REPEATABLE.has(name),
});

/**
 * Reads an answer of the search service. A diagnostic is a failure even beside records, for then the
 * service left out a part of the query (SEARCH-IGNOREDQTEXT) and what it found is not what was asked.
 * What is no XML, or no answer of this kind, counts as transient: gateways answer so when it is busy.
 */
export function parseAnswer(xml: string, url: string): Outcome<SruAnswer> {
  if (XMLValidator.validate(xml) !== true) return transient(notAnAnswer(url, isHtml(xml)));
  let document: Node;
  try {
    document = parser.parse(xml) as Node;
  } catch {
    return transient(notAnAnswer(url, false));
  }
  const response = child(document, 'searchRetrieveResponse');
  if (!response) return transient(notAnAnswer(url, isHtml(xml)));
  const diagnostics = children(child(response, 'diagnostics'), 'diagnostic');
  if (diagnostics.length > 0) return failed(diagnosticFailure(url, diagnostics));
  const numberOfRecords = text(response, 'numberOfRecords');
  if (numberOfRecords === null || !/^\d+$/u.test(numberOfRecords)) {
    return failed(unreadable(url, 'the answer does not say how many papers were found'));
  }
  const records: SruRecord[] = [];
  for (const node of children(child(response, 'records'), 'record')) {
    const record = readRecord(node);
    if (!record) return failed(unreadable(url, 'the answer has a record without identifier'));
    records.push(record);
  }
  return done({ numberOfRecords: Number(numberOfRecords), records });
}

function readRecord(node: Node): SruRecord | null {
  const gzd = child(child(node, 'recordData'), 'gzd');
  const meta = child(child(gzd, 'originalData'), 'meta');
  const [core, mantle, paper] = ['owmskern', 'owmsmantel', 'tpmeta'].map((part) =>
    child(meta, part),
  );
  const enriched = child(gzd, 'enrichedData');
  const publication = text(core, 'identifier');
  if (publication === null) return null;
  const itemUrl = (manifestation: string): string | null => {
    const items = children(enriched, 'itemUrl');
    const item = items.find((it) => it['@manifestation'] === manifestation);
    return item ? ownText(item) : null;
  };
  const published = text(mantle, 'available') ?? text(mantle, 'issued') ?? text(mantle, 'date');
  return {
    publication,
    title: text(core, 'title') ?? publication,
    dossierTitle: text(paper, 'dossiertitel'),
    dossiers: children(paper, 'dossiernummer').map(ownText),
    number: text(paper, 'ondernummer'),
    unformatted:
      text(paper, 'documentstatus')?.toLowerCase() === 'onopgemaakt' ||
      /^kst-\d{6,7}$/u.test(publication),
    published: published === null ? null : (/^\d{4}-\d{2}-\d{2}/u.exec(published)?.[0] ?? null),
    modified: text(core, 'modified') ?? '',
    timestamp: text(enriched, 'timestamp') ?? '',
    pdf: itemUrl('pdf'),
    xml: itemUrl('xml'),
  };
}

function child(node: Node | undefined, name: string): Node | undefined {
  return children(node, name)[0];
}

function children(node: Node | undefined, name: string): readonly Node[] {
  const value = node?.[name];
  if (value === undefined) return [];
  return [value].flat().map((it) => (typeof it === 'string' ? { '#text': it } : it));
}

/** Null when the element is missing or empty. */
function text(node: Node | undefined, name: string): string | null {
  const element = child(node, name);
  return element ? ownText(element) || null : null;
}

function ownText(node: Node): string {
  const value = node['#text'];
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim().normalize('NFC') : '';
}

function isHtml(body: string): boolean {
  return /<(?:!doctype\s+html|html|head|body)\b/iu.test(body.slice(0, 1024));
}

function diagnosticFailure(url: string, diagnostics: readonly Node[]): Failure {
  const messages = diagnostics.map((it) =>
    [text(it, 'message'), text(it, 'details'), text(it, 'uri')]
      .filter((part) => part !== null)
      .join(', '),
  );
  return new Failure('source-diagnostic', {
    subject: url,
    problem: `the search service does not take the query as it is (${messages.join('; ')})`,
    remedy: 'The service may have changed; report this line with the address',
  });
}

function notAnAnswer(url: string, html: boolean): Failure {
  const what = html ? 'a web page' : 'something that is no well-formed answer';
  return new Failure('source-answer', {
    subject: url,
    problem: `the search service sent ${what} in place of search results`,
    remedy: 'Check source.sru, or wait for the next run',
  });
}

function unreadable(url: string, problem: string): Failure {
  return new Failure('source-answer', {
    subject: url,
    problem,
    remedy: 'The service may have changed; report this line with the address',
  });
}
