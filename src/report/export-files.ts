import { excelTable } from '../snapshot/csv.ts';
import { exportedChangeSchema, exportedStudySchema } from './export-schema.ts';
import type { ExportedChange, ExportedStudy } from './export-schema.ts';

export const EXPORT_TABLES = ['studies', 'changes'] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];
export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Exported {
  readonly studies: readonly ExportedStudy[];
  readonly changes: readonly ExportedChange[];
}

/** The keys of a line, without the version: a table of Excel has no use for it. */
export function exportColumns(table: ExportTable): readonly string[] {
  const { shape } = table === 'studies' ? exportedStudySchema : exportedChangeSchema;
  return Object.keys(shape).filter((key) => key !== 'schemaVersion');
}

/** One table as text: CSV for Excel, or a JSON document a line. Lists are joined by a comma in CSV. */
export function exportText(exported: Exported, table: ExportTable, format: ExportFormat): string {
  const records: readonly Readonly<Record<string, unknown>>[] = exported[table];
  if (format === 'ndjson') return records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const columns = exportColumns(table);
  const rows = records.map((record) => columns.map((column) => cellOf(record[column])));
  return excelTable([columns, ...rows]);
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : `${value as string | number}`;
}
