/** One page of a list, and how long the whole list is. */
export function page(
  all: readonly unknown[],
  query: URLSearchParams,
): { status: number; data: unknown; total: number } {
  const { start, size } = extent(query);
  return { status: 200, data: all.slice(start, start + size), total: all.length };
}

/** Link header as GitHub gives it: none when everything is on one page, no `next` on the last one. */
export function linkHeader(
  url: string,
  query: URLSearchParams,
  total: number,
): Readonly<Record<string, string>> {
  const { number, start, size } = extent(query);
  const to = (target: number, name: string): string => {
    const there = new URLSearchParams(query);
    there.set('page', String(target));
    return `<${url}?${there.toString()}>; rel="${name}"`;
  };
  const last = Math.ceil(total / size);
  const links = [
    ...(start > 0 ? [to(number - 1, 'prev')] : []),
    ...(start + size < total ? [to(number + 1, 'next'), to(last, 'last')] : []),
    ...(start > 0 ? [to(1, 'first')] : []),
  ];
  return links.length === 0 ? {} : { link: links.join(', ') };
}

function extent(query: URLSearchParams): { number: number; start: number; size: number } {
  const number = Number(query.get('page') ?? '1');
  const size = Math.min(Number(query.get('per_page') ?? '30'), 100);
  return { number, start: (number - 1) * size, size };
}
