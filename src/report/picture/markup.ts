/** Text or attributes of XML and HTML, made safe. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * What XML 1.0 cannot hold (section 2.2: control characters, lone surrogates, U+FFFE and U+FFFF), and
 * signs that would turn the order of the text around them: a print may hold anything.
 */
const UNFIT =
  /(?![\t\n\r])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text of the print as content or attribute value: NFC, escaped, U+FFFD for what cannot be shown. */
export function escaped(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(UNFIT, '\uFFFD')
    .replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
}

type Value = string | number | null | undefined | false;

/** Attributes with a leading blank; those without a value are left out. */
export function attributes(values: Readonly<Record<string, Value>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (value === null || value === undefined || value === false) return '';
      return ` ${name}="${typeof value === 'number' ? length(value) : escaped(value)}"`;
    })
    .join('');
}

/** @param content markup, not text: see escaped */
export function element(
  name: string,
  values: Readonly<Record<string, Value>>,
  ...content: readonly string[]
): string {
  const opening = `<${name}${attributes(values)}`;
  return content.length === 0 ? `${opening}/>` : `${opening}>${content.join('')}</${name}>`;
}

/** Points with two decimals at most. Broken files give numbers that no picture can hold. */
export function length(value: number): string {
  if (!Number.isFinite(value)) return '0';
  const within = Math.min(Math.max(value, -1e5), 1e5);
  return String(Math.round(within * 100) / 100 + 0);
}
