/** What is wrong with a file that should be the XML of a paper. It crosses the process boundary as data. */
export type MarkupFault =
  | { readonly kind: 'html' }
  | { readonly kind: 'encoding' }
  | { readonly kind: 'broken'; readonly where: string }
  /** Declares entities of its own, which can expand without end; official papers have none. */
  | { readonly kind: 'entities' }
  | { readonly kind: 'depth'; readonly limit: number };
