/** Words that together say no more than what kind of study it is: annexes of 2014–2026. */
const WORDS =
  /^(?:(?:ex[- ]?(?:ante|durante|post)|durante|ante|post|mid[- ]?term|end[- ]?term|periodieke|rapportages?|[\p{L}-]*evaluaties?|[\p{L}-]*onderzoek(?:en)?|synthese|[\p{L}-]*doorlichting(?:en)?|review|monitor(?:ing)?|probleemanalyse|mkba|nulmeting|verkenning|tussentijdse|overig|nog te bepalen|n\.?t\.?b\.?|en|of|van|een|naar|de|doelmatigheid|doeltreffendheid|beleid|missie|\(missie\)|[,/&+-])(?:[\s,/]+|(?=ex[- ])|$))+$/iu;

/** The same in the groups of model 3.45 of 2021 (“1b. Ander ex-post onderzoek”) and of 3.21a (“BD/PR”). */
const GROUP = /^\d{1,2}[a-z]?\.?\s+(?:ander\s+)?/i;
const SHORT = /^(?:BD|PR|BD\/PR|MKBA['’]?s?)$/;

/** True when every word only says what kind of study it is: “Ex-post (missie) evaluatie”. */
export function isPlainType(type: string): boolean {
  const words = type
    .trim()
    .replace(GROUP, '')
    .replace(/^ander\s+/i, '');
  return words.length < 200 && (SHORT.test(words) || WORDS.test(words));
}

/** Words of the types in models 1.44, 3.21a and 3.45 of the Rijksbegrotingsvoorschriften, which have no hyphen. */
const MODEL_WORDS =
  /^(?:periodieke|rapportages?|evaluaties?|onderzoek(?:en)?|syntheseonderzoek(?:en)?|beleidsdoorlichting(?:en)?|monitoring|doeltreffendheid|doelmatigheid)$/iu;

/** True for a word of a type as the models print it. */
export function isModelWord(word: string): boolean {
  return MODEL_WORDS.test(word);
}

/** A word that only stands before another, or two types with nothing between them. */
export function isPartOfType(type: string): boolean {
  return (
    /^(?:periodieke|overig|tussentijdse|ex|nog te)$/i.test(type.trim()) ||
    /\p{Ll}\)?\s+(?:Ex[- ](?:ante|post|durante)|Periodieke|Beleidsdoorlichting|Synthese|Monitor|Overig|Tussen)/u.test(
      type,
    )
  );
}

/** Two types whose line end was lost: “ex duranteex post” (OCW, begroting 2022). */
export function hasGluedTypes(type: string): boolean {
  return /(?:ante|durante|post|evaluatie|onderzoek|rapportage)ex[- ](?:ante|durante|post)/i.test(
    type,
  );
}
