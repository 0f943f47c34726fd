/** “…”: the ministry's own words. Quotation marks inside them stay as they are. */
export function quoted(text: string): string {
  return `“${text}”`;
}

export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function uncapitalized(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** “a, b en c” */
export function enumerated(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

/** Full stop at the end, unless a sentence ends there already; what ends within brackets does not end it. */
export function stopped(text: string): string {
  return /[.!?…][”"']*$/.test(text) ? text : `${text}.`;
}
