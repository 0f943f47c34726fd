/** Rows as CSV: RFC 4180 quotes, lines ended by LF, formula-safe cells. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return lines(rows, ',', '\n');
}

/**
 * The same as Excel opens it by itself where the comma parts decimals, as in the Netherlands: a byte order
 * mark, semicolons, lines ended by CR and LF. Line ends within a cell stay LF.
 */
export function excelTable(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${lines(rows, ';', '\r\n')}`;
}

function lines(rows: readonly (readonly string[])[], separator: string, end: string): string {
  return rows
    .map((cells) => `${cells.map((cell) => csvCell(cell, separator)).join(separator)}${end}`)
    .join('');
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
function csvCell(text: string, separator: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const isQuoted = safe.includes(separator) || /["\r\n]/.test(safe);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}
