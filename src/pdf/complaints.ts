/** How much pdf.js says: everything, for only so it tells of what it loses. */
export const TALKATIVE = 5;

/** What pdf.js said since it was last asked. */
export interface Complaints {
  /** The first one that means lost content, and forgets them all; null when there is none. */
  damage(): string | null;
  /** Whether the file's list of objects or pages was wrong and had to be made anew. */
  readonly repaired: boolean;
}

/**
 * Content that pdf.js loses without an error, even when told to stop at errors: it ends a damaged stream
 * where the damage is, shows no letters of a font that it cannot load, and passes over operators that it
 * does not know or that lack their operands.
 * Both its readings of the page then lack the same letters, so only these messages tell. NaN and
 * infinity, which some producers write for coordinates, harm no text.
 */
const DAMAGE = [
  /in flate stream/,
  /Font ".*" is not available|loadFont - /,
  /Unknown command "(?!-?(?:nan|inf))/i,
  /Unterminated (?:hex )?string/,
  /Skipping command (?:T[a-zA-Z*]|['"]|BT|ET|Do|cm):/,
];

/** What pdf.js mends by itself; objects that it does not find again are missing without a word. */
const REPAIR = [
  /^(?:Warning: )?Indexing all PDF objects/,
  /checkLastPage - invalid/,
  /indexObjects: Found/,
  /Malformed dictionary/,
];

/** pdf.js has no other way to tell than the console, which leads nowhere in this process. */
export function listenToConsole(show: (message: string) => void): Complaints {
  let damage: string | null = null;
  let repaired = false;
  function hear(...words: readonly unknown[]): void {
    const message = words.map(String).join(' ');
    show(message);
    repaired ||= REPAIR.some((pattern) => pattern.test(message));
    if (damage === null && DAMAGE.some((pattern) => pattern.test(message))) damage = message;
  }
  Object.assign(console, { log: hear, info: hear, warn: hear, error: hear });
  return {
    damage() {
      const heard = damage;
      damage = null;
      return heard;
    },
    get repaired() {
      return repaired;
    },
  };
}
