import type { Commit } from '../port/archive.ts';

/**
 * The text of a commit: subject, body and trailers, each parted by an empty line. Every trailer
 * stands on one line, so that `git interpret-trailers --parse` gives back what was put in, runs of
 * white space made one space. Throws an Error for a trailer name that git would not take for one.
 */
export function commitMessage({ subject, body, trailers }: Omit<Commit, 'date'>): string {
  const lines = trailers.map(([name, value]) => {
    if (!/^[A-Za-z0-9-]+$/u.test(name)) throw new Error(`"${name}" is no name of a trailer`);
    return `${name}: ${oneLine(value)}`.trimEnd();
  });
  return `${[oneLine(subject), paragraphs(body), lines.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** git takes a line that starts with three hyphens for the end of the message. */
function paragraphs(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
    .replace(/^---/gmu, ' ---');
}
