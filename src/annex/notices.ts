import type { ReasonKind } from '../study/confidence.ts';
import type { Notice, NoticeKind } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';

export interface Findings {
  readonly studies: readonly Study[];
  /** True when there are tables, but none whose header is known. */
  readonly headerUnknown: boolean;
  readonly heading: string;
  readonly unplaced: readonly { readonly text: string }[];
  /** Rows that hold the model's own instruction. */
  readonly placeholders: readonly UnusedText[];
  /** Cells under headers that are not known. */
  readonly strange: readonly (UnusedText & { readonly label: string })[];
}

/** Text that has a notice for its only place. */
export interface UnusedText {
  readonly text: string;
  /** Number of its runs. */
  readonly items: number;
}

/** What an operator should know of a reading that succeeded, and why one that did not must not be used. */
export function noticesOf(findings: Findings): readonly Notice[] {
  const { studies, headerUnknown, heading, unplaced, placeholders, strange } = findings;
  const notices: Notice[] = [];
  if (headerUnknown) {
    const message = `under “${heading}” there is no table whose header is known, so nothing was read from it; report the header so that it can be added`;
    notices.push({ kind: 'unknown-header', message, place: null });
  }
  notices.push(...noticesOfHeadings(studies), ...studies.flatMap(noticesOfStudy));
  for (const { text, items } of placeholders) {
    const message = `a row holds the model's own instruction and is no study: “${text}”`;
    notices.push({ kind: 'placeholder', message, place: null, items });
  }
  for (const [label, cells] of Map.groupBy(strange, (cell) => cell.label)) {
    const text = cells[0]?.text.slice(0, 100) ?? '';
    const message = `the column “${label}” is not known, so its text is left out: “${text}”`;
    const items = cells.reduce((sum, cell) => sum + cell.items, 0);
    notices.push({ kind: 'text-outside-table', message, place: null, items });
  }
  if (unplaced.length > 0) {
    const text = unplaced
      .map((item) => item.text.trim())
      .join(' ')
      .slice(0, 200);
    const message = `text of the annex belongs to no cell, heading, note or furniture: “${text}”`;
    notices.push({ kind: 'text-outside-table', message, place: null, items: unplaced.length });
  }
  return notices;
}

/** Reasons that a person should know of whatever their level, and how their notices are called. */
const NOTICED: { readonly [Kind in ReasonKind]?: NoticeKind } = {
  'empty-title': 'empty-title',
  'footnote-without-text': 'footnote-without-text',
  placeholder: 'placeholder',
  'unknown-status': 'unknown-status',
  'unknown-type': 'unknown-type',
  'unparsed-completion': 'unparsed-completion',
  'unparsed-articles': 'unparsed-articles',
  'suspicious-value': 'suspicious-value',
};

function noticesOfStudy({ title, confidence, place }: Study): readonly Notice[] {
  return (confidence?.reasons ?? []).flatMap(({ kind, level, message }) => {
    // The notice that names both readings is made where they are compared.
    if (kind === 'structure-differs') return [];
    const noticed = NOTICED[kind] ?? (level === 'low' ? 'doubtful-row' : null);
    if (noticed === null) return [];
    return [{ kind: noticed, message: `“${title}” ${message}`, place }];
  });
}

/** Marks on headings and headers count for every study below; one notice for each is enough. */
function noticesOfHeadings(studies: readonly Study[]): readonly Notice[] {
  const found = new Map<string, Notice>();
  for (const { footnotes, place } of studies) {
    for (const { mark, on, text } of footnotes) {
      if (text !== null || (on !== 'heading' && on !== 'header')) continue;
      const table = place.table ?? '';
      const message = `“${table}” has note mark ${mark} on its ${on}, but no note was found that is certainly its own`;
      const notice: Notice = { kind: 'footnote-without-text', message, place };
      if (!found.has(message)) found.set(message, notice);
    }
  }
  return [...found.values()];
}
