const TOKEN = /\n|"(?:[^"\\]|\\.)*"|[{}[\]]/gu;

/** 1-based lines on which the items of a list begin that is a member of the whole: for messages to a person. */
export function itemLines(text: string, member: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let last = '';
  let inList = false;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      if (depth === 1) inList = token === '[' && last === JSON.stringify(member);
      if (depth === 2 && inList) lines.push(line);
      depth += 1;
    } else if (token === '}' || token === ']') depth -= 1;
    else last = token;
  }
  return lines;
}
