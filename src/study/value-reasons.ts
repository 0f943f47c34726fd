import { isArticle, isSuspiciousArticle } from './articles.ts';
import { hasGluedDigit, isCompletionUnderstood } from './completion.ts';
import type { Level, Reason, ReasonKind } from './confidence.ts';
import { isStatusPlaceholder } from './status.ts';
import { PRINTED_KEYS } from './study.ts';
import type { Printed, PrintedKey, Study } from './study.ts';
import { hasGluedTypes, isPartOfType, isPlainType } from './type.ts';

/** What the printed words of a study tell of how far they can be trusted, whoever read them. */
export function valueReasons(study: Omit<Study, 'confidence'>): readonly Reason[] {
  const { completion, status, type, title, theme, subtheme } = study.printed;
  return [
    ...(study.title === '' ? [reason('title', 'empty-title', 'low', 'has no title')] : []),
    ...(completion ? completionReasons(completion) : []),
    ...(status ? statusReasons(status, study.status) : []),
    ...(type && type !== title ? typeReasons(type) : []),
    ...study.articles.flatMap(articleReasons),
    ...Object.entries({ title, theme, subtheme }).flatMap(([key, text]) =>
      hasGluedMark(text ?? '')
        ? [suspicious(key as PrintedKey, text ?? '', 'ends in a digit that may be a note mark')]
        : [],
    ),
    ...(isThemeHeading(title)
      ? [suspicious('title', title ?? '', 'reads like the heading of a theme')]
      : []),
    ...bracketReasons(study.printed),
    ...unreadableReasons(study.printed),
    ...footnoteReasons(study),
  ];
}

function reason(on: PrintedKey, kind: ReasonKind, level: Level, message: string): Reason {
  return { kind, on, level, message };
}

function suspicious(on: PrintedKey, text: string, why: string): Reason {
  return reason(
    on,
    'suspicious-value',
    'low',
    `has ${on === 'articles' ? 'an article' : `a ${on}`} that ${why}: “${text}”`,
  );
}

function completionReasons(printed: string): readonly Reason[] {
  if (hasGluedDigit(printed))
    return [suspicious('completion', printed, 'is a year with one digit more, read as the year')];
  if (/\d{4}\s+(?:en verder\s+|e\.?v\.?\s+)?\d{4}/i.test(printed))
    return [
      suspicious('completion', printed, 'is two years in one, without anything between them'),
    ];
  if (isCompletionUnderstood(printed)) return [];
  const message = `has a year of completion in words that are not known: “${printed}”`;
  return [reason('completion', 'unparsed-completion', 'medium', message)];
}

function statusReasons(printed: string, status: Study['status']): readonly Reason[] {
  if (/^\[.*\]$/u.test(printed) || isStatusPlaceholder(printed)) {
    const message = `has the model's own text as its status: “${printed}”`;
    return [reason('status', 'placeholder', 'medium', message)];
  }
  if (status === 'onbekend') {
    const message = `has a status that is none of the three official words: “${printed}”`;
    return [reason('status', 'unknown-status', 'medium', message)];
  }
  if (/\p{L}\d/u.test(printed) || hasGluedDigit(printed))
    return [suspicious('status', printed, 'ends in a digit that may be a note mark')];
  return [];
}

function typeReasons(printed: string): readonly Reason[] {
  if (hasGluedTypes(printed)) return [suspicious('type', printed, 'is two types written as one')];
  if (isPartOfType(printed))
    return [suspicious('type', printed, 'is part of a type, or two of them in one')];
  if (hasGluedMark(printed))
    return [suspicious('type', printed, 'ends in a digit that may be a note mark')];
  if (isPlainType(printed)) return [];
  const message = `has a type in words that are not known: “${printed}”`;
  return [reason('type', 'unknown-type', 'medium', message)];
}

function articleReasons(token: string): readonly Reason[] {
  if (isSuspiciousArticle(token))
    return [suspicious('articles', token, 'has more digits than articles have')];
  if (isArticle(token)) return [];
  const message = `has an article in words that are not known: “${token}”`;
  return [reason('articles', 'unparsed-articles', 'medium', message)];
}

/** “Leven lang ontwikkelen1”, “evaluaties12”; not “COVID19” or “CO2”. */
function hasGluedMark(text: string): boolean {
  return /\p{Ll}{4}\d{1,2}$/u.test(text);
}

function isThemeHeading(title: string | null): boolean {
  return /^(?:SEA-|Hoofd|Beleids)?thema\s+\d+\s*[:.]/iu.test(title ?? '');
}

/** A bracket without its other half: a part of the cell stands elsewhere. */
function bracketReasons(printed: Printed): readonly Reason[] {
  return (['title', 'type', 'completion', 'status', 'articles'] as const)
    .filter((key) => !isBalanced(printed[key] ?? ''))
    .map((key) => suspicious(key, printed[key] ?? '', 'has a bracket without its other half'));
}

function isBalanced(text: string): boolean {
  let depth = 0;
  // A list mark such as “a)” has no other half.
  for (const sign of text.replaceAll(/(?<!\S)[\p{L}\d]\)/gu, '')) {
    if (sign === '(' || sign === '[') depth += 1;
    if (sign === ')' || sign === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * A replacement character, what no font of another machine shows (private use and control characters), and
 * letters that no Dutch print has: the file names others than it draws.
 */
const UNNAMED =
  /[\uFFFD\p{Co}\p{Cc}\p{Cn}]|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]|ÿÿ/u;

/** Letters that the file draws but does not name. */
function unreadableReasons(printed: Printed): readonly Reason[] {
  return PRINTED_KEYS.filter((key) => UNNAMED.test(printed[key] ?? '')).map((key) =>
    suspicious(key, printed[key] ?? '', 'holds letters that the file does not name'),
  );
}

/** Marks on headings and headers hang on no study of their own: notices name them. */
function footnoteReasons({ footnotes }: Pick<Study, 'footnotes'>): readonly Reason[] {
  return footnotes.flatMap(({ mark, on, text }) => {
    if (text !== null || on === 'heading' || on === 'header') return [];
    const message = `has note mark ${mark} on its ${on}, but no note was found that is certainly its own`;
    return [reason(on, 'footnote-without-text', 'medium', message)];
  });
}
