/** Rows as CSV: RFC 4180 quotes, lines ended by LF, formula-safe cells. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
