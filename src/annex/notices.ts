import type { Run } from '../page/page.ts';
import type { Notice } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';
import type { Record } from './record.ts';

export interface Findings {
  readonly studies: readonly Study[];
  /** Number of tables whose header is known. */
  readonly tables: number;
  readonly heading: string;
  readonly unplaced: readonly Run[];
  /** Rows that hold the model's own instruction. */
  readonly placeholders: readonly Record[];
  /** An example of the text under each header that is not known. */
  readonly strange: ReadonlyMap<string, string>;
}

/** What an operator should know of a reading that succeeded, and why one that did not must not be used. */
export function noticesOf(findings: Findings): readonly Notice[] {
  const { studies, tables, heading, unplaced, placeholders, strange } = findings;
  const notices: Notice[] = [];
  if (tables === 0) {
    const message = `under “${heading}” there is no table whose header is known, so nothing was read from it; report the header so that it can be added`;
    notices.push({ kind: 'unknown-header', message, place: null });
  }
  for (const study of studies) notices.push(...noticesOfStudy(study));
  for (const record of placeholders) {
    const text = record.wide ?? [...record.texts.values()].filter((it) => it !== '').join(' | ');
    const message = `a row holds the model's own instruction and is no study: “${text}”`;
    notices.push({ kind: 'placeholder', message, place: null });
  }
  for (const [label, text] of strange) {
    const message = `the column “${label}” is not known, so its text is left out: “${text.slice(0, 100)}”`;
    notices.push({ kind: 'text-outside-table', message, place: null });
  }
  if (unplaced.length > 0) {
    const text = unplaced
      .map((run) => run.text)
      .join(' ')
      .slice(0, 200);
    const message = `text of the annex belongs to no cell, heading, note or furniture: “${text}”`;
    notices.push({ kind: 'text-outside-table', message, place: null });
  }
  return notices;
}

function noticesOfStudy({ title, printed, status, footnotes, place }: Study): readonly Notice[] {
  const notices: Notice[] = [];
  if (/^\[.*\]$/u.test(printed.status ?? '')) {
    const message = `“${title}” has the model's own text as its status: “${printed.status}”`;
    notices.push({ kind: 'placeholder', message, place });
  } else if (status === 'onbekend') {
    const message = `“${title}” has a status that is none of the three official words: “${printed.status}”`;
    notices.push({ kind: 'unknown-status', message, place });
  }
  for (const { mark, on, text } of footnotes) {
    if (text !== null) continue;
    const message = `“${title}” has note mark ${mark} on its ${on}, but no note with that mark was found`;
    notices.push({ kind: 'footnote-without-text', message, place });
  }
  return notices;
}
