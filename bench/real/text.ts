/** A text as it is compared: signs that look alike are one, and blanks do not count. */
export function compactText(text: string): string {
  return plainText(text).replaceAll(/\s+/gu, '');
}

/** The same with its blanks, and one sign for all bullets. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[‘’‚`´]/gu, "'")
    .replaceAll(/[“”„]/gu, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/[\uF0B7\u2022]/gu, '•')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** An amount as a number, “‒ 1.250,5”; the text itself when it is none. */
export function amount(text: string): string {
  const plain = compactText(text);
  const number = /^-?\d{1,3}(?:\.?\d{3})*(?:,\d+)?$/u.test(plain)
    ? Number(plain.replaceAll('.', '').replace(',', '.'))
    : Number.NaN;
  return Number.isNaN(number) ? plain : String(number);
}

/** Rows of a CSV file with quotes as RFC 4180 has them, blanks before a cell left out. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain, end] of text.matchAll(
    /[ \t]*(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gu,
  )) {
    if (whole === '') break;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
