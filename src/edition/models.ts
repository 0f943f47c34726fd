import type { StatedEdition } from './edition.ts';

/** What the column of years means: the work ends, or its report is offered to the Kamer. */
export type YearMeaning = 'completed' | 'offered';

type Dated = Pick<StatedEdition, 'phase' | 'year'>;

/** The last jaarverslag under model 3.45 of 2021: rules of a year govern the jaarverslag that appears in it. */
const LAST_OFFERED = 2020;

/**
 * Under model 3.45 of 2021 the year of a jaarverslag is the one in which the report is offered to the
 * Kamer; in later models, and in every begroting, the one in which the work ends
 * (Rijksbegrotingsvoorschriften 2021 and 2022, model 3.45).
 */
export function yearMeaning({ phase, year }: Dated): YearMeaning {
  return isOldModel({ phase, year }) ? 'offered' : 'completed';
}

/**
 * First year of which a jaarverslag t lists studies: t-3, and t-4 under model 3.45 of 2021. Null when the
 * edition is no jaarverslag or its year is not known.
 */
export function firstYearReported({ phase, year }: Dated): number | null {
  if (phase !== 'jaarverslag' || year === null) return null;
  return year - (isOldModel({ phase, year }) ? 4 : 3);
}

function isOldModel({ phase, year }: Dated): boolean {
  return phase === 'jaarverslag' && year !== null && year <= LAST_OFFERED;
}
