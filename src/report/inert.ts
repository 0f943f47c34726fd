const BREAK = '\u200B';

/** Longest run of hexadecimal digits that GitHub never takes for a commit. */
const SAFE_HEX = 6;

/**
 * Makes quoted text inert: GitHub neither links nor pings anything in it. A zero-width space goes in
 * only where it would do so (after Markdown was parsed, so that no escape helps): @user, @org/team,
 * addresses, #12, GH-12, owner/name#12, commit hashes, URLs of any scheme, :emoji:. White space and
 * control characters become single spaces, since a cell is one line. A reader sees the same text.
 */
export function inert(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/@(?=[\p{L}\p{N}_-])/gu, `@${BREAK}`)
    .replaceAll(/#(?=\d)/g, `#${BREAK}`)
    .replaceAll(/\bGH-(?=\d)/gi, (match) => match + BREAK)
    .replaceAll(/:(?=\/\/)/g, `:${BREAK}`)
    .replaceAll(/www(?=\.)/gi, (match) => match + BREAK)
    .replaceAll(/:(?=[\w+-]+:)/g, `:${BREAK}`)
    .replaceAll(/(?<!\w)[0-9a-f]{7,}(?!\w)/gi, breakHex);
}

function breakHex(hex: string): string {
  const pieces: string[] = [];
  for (let start = 0; start < hex.length; start += SAFE_HEX) {
    pieces.push(hex.slice(start, start + SAFE_HEX));
  }
  return pieces.join(BREAK);
}
