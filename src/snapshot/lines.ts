/** JSON text on one line, with spaces: `{ "from": 2022, "to": 2023 }`. Keys keep the order they have. */
export function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** A member of a JSON object that is written by its lines. */
export type Member = readonly [key: string, lines: readonly string[]];

/** One member on one line. */
export function member(key: string, value: unknown): Member {
  return [key, [onOneLine(value)]];
}

/** Every field of the object a member on one line, in the order it has, but for those written otherwise. */
export function members(
  value: object,
  written: Readonly<Record<string, readonly string[]>> = {},
): readonly Member[] {
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => [key, written[key] ?? [onOneLine(field)]]);
}

/** Lines of a JSON object with each member on lines of its own. */
export function objectLines(content: readonly Member[]): readonly string[] {
  const lines = content.flatMap(([key, value], index) => {
    const [first = '', ...rest] = value;
    const named = [`  ${JSON.stringify(key)}: ${first}`, ...rest.map((line) => `  ${line}`)];
    return withComma(named, index < content.length - 1);
  });
  return ['{', ...lines, '}'];
}

/** Lines of a JSON array with each item on lines of its own; `[]` when it is empty. */
export function arrayLines(items: readonly (readonly string[])[]): readonly string[] {
  if (items.length === 0) return ['[]'];
  const lines = items.flatMap((item, index) =>
    withComma(
      item.map((line) => `  ${line}`),
      index < items.length - 1,
    ),
  );
  return ['[', ...lines, ']'];
}

function withComma(lines: readonly string[], comma: boolean): readonly string[] {
  return comma ? [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`] : lines;
}
