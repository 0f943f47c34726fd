import type { SruRecord } from './record.ts';

/** What a query may ask of a record. */
const VALUES: Readonly<Record<string, (record: SruRecord) => readonly (string | null)[]>> = {
  'dt.identifier': (it) => [it.identifier],
  'dt.title': (it) => [it.title],
  'dt.type': (it) => [it.type],
  'dt.creator': () => ['Tweede Kamer der Staten-Generaal'],
  'dt.date': (it) => [it.published],
  'dt.issued': (it) => [it.published],
  'dt.available': (it) => [it.published],
  'dt.modified': (it) => [it.modified],
  'dt.language': () => ['nl'],
  'w.publicatienaam': (it) => [it.type],
  'w.dossiernummer': (it) => it.dossiers,
  'w.ondernummer': (it) => [it.number],
  'w.vergaderjaar': (it) => [it.vergaderjaar],
  'w.subrubriek': (it) => [it.subrubriek],
  'w.documentstatus': (it) => [it.documentStatus],
  'w.documenttitel': (it) => [it.documentTitle],
  'w.dossiertitel': (it) => [it.dossierTitle],
  'w.hoofddocument': (it) => [it.mainDocument],
  'c.product-area': () => ['officielepublicaties'],
  'c.content-area': (it) => [it.contentArea],
};

const PREFIXES = new Set(['dt', 'ot', 'w', 'c', 'cd', 'cql']);
/** Indexes whose terms must be days that exist. */
const DATES = new Set(['dt.date', 'dt.issued', 'dt.available', 'dt.modified']);

/** Null when the service has such an index; else what it says. */
export function indexProblem(index: string): string | null {
  if (index in VALUES) return null;
  const prefix = index.includes('.') ? index.slice(0, index.indexOf('.')) : index;
  return PREFIXES.has(prefix) ? `unknown index ${index}` : `unknown prefix ${prefix}`;
}

/** All values of the record under an index; none where the record leaves it out. */
export function indexValues(record: SruRecord, index: string): readonly string[] {
  return (VALUES[index]?.(record) ?? []).filter((value) => value !== null);
}

/** A term that the service drops without refusing the query, such as 30 February. */
export function isImpossibleDate(index: string, term: string): boolean {
  if (!DATES.has(index)) return false;
  const date = new Date(`${term}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== term;
}
