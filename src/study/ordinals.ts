/** Dutch ordinals as words; each stands at its number. */
export const DUTCH_ORDINALS = [
  'nulde',
  'eerste',
  'tweede',
  'derde',
  'vierde',
  'vijfde',
  'zesde',
  'zevende',
  'achtste',
  'negende',
  'tiende',
  'elfde',
  'twaalfde',
] as const;
