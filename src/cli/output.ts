/** Where a verb writes: data to stdout, everything else to stderr. */
export interface Output {
  /** Data, with a line end added. */
  readonly print: (text: string) => void;
  /** Progress and warnings for the person who watches. */
  readonly say: (text: string) => void;
}

export const processOutput: Output = {
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
};

/** Exactly one JSON document. */
export function printJson(output: Output, value: unknown): void {
  output.print(JSON.stringify(value, null, 2));
}
