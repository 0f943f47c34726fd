/** The text of an XML file by its byte order mark or declaration, else UTF-8; null when its bytes do not fit. */
export function decodeXml(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:ï»¿)?\s*<\?xml[^>]*?encoding\s*=\s*["'](?<name>[\w.-]+)["']/u.exec(head);
  const name = markedEncoding(bytes) ?? declared?.groups?.['name'] ?? 'utf-8';
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A byte order mark prevails over what the declaration says. */
function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // XML cannot begin otherwise, so this is UTF-16 without its mark.
  if (first === 0x3c && second === 0) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : null;
}
