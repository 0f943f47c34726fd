import { withReasons } from './confidence.ts';
import type { Level, Reason, ReasonKind } from './confidence.ts';
import type { PrintedKey, Study } from './study.ts';

/** What most rows of a table have, the others should have as well: at least so many rows must have it. */
const FEWEST = 3;
const MOST_ROWS = 0.75;

/** Words that no title or subtheme ends in: the rest of it stands elsewhere. */
const WANTS_MORE =
  /(?:^|\s)(?:aan|bij|de|den|der|des|door|een|en|het|in|met|naar|of|om|op|over|per|te|ten|ter|tot|uit|van|voor)$|[-–(,/&]$/iu;

/**
 * What the rows of one table say of each other. A row that was cut gives two that are odd: one that lacks
 * what the others have or begins within a sentence, and the one above it, which lost its end.
 */
export function withTableReasons(studies: readonly Study[]): readonly Study[] {
  const parts = studies.map((study) => partReason(study, studies));
  return studies.map((study, index) => {
    const own = parts[index];
    const next = parts[index + 1];
    return withReasons(study, [
      ...(own ? [own] : []),
      ...(next ? [reason('row', 'row-may-go-on', next.level, MAY_GO_ON)] : []),
      ...missingCells(study, studies),
      ...endReasons(study, studies),
    ]);
  });
}

const MAY_GO_ON = 'may go on in the row below it, which is odd by itself';

function reason(on: Reason['on'], kind: ReasonKind, level: Level, message: string): Reason {
  return { kind, on, level, message };
}

const SHORT = ['completion', 'status', 'type', 'articles'] as const;

/** Whether a row may be a part of the one above it; one with a year or status of its own is none. */
function partReason(study: Study, studies: readonly Study[]): Reason | null {
  const { title } = study;
  const capital = studies.filter((it) => /^[^\p{Ll}(]/u.test(it.title)).length;
  if (/^[\p{Ll}(]/u.test(title) && capital >= FEWEST && capital >= MOST_ROWS * studies.length) {
    const message = 'has a title that begins within a sentence, as no other does';
    return reason('row', 'row-may-be-part', 'low', message);
  }
  const missing = SHORT.filter((key) => lacks(study, key, studies));
  const { completion, status } = study.printed;
  if (missing.length < 2 || completion || status) return null;
  const message = `lacks ${missing.join(' and ')}, which most rows of its table have`;
  return reason('row', 'row-may-be-part', 'low', message);
}

/** A cell is empty that hardly any other row of the table leaves empty. */
function lacks({ printed }: Study, key: PrintedKey, studies: readonly Study[]): boolean {
  if (printed[key] !== '') return false;
  const filled = studies.filter((it) => (it.printed[key] ?? '') !== '').length;
  return filled >= FEWEST && filled >= MOST_ROWS * studies.length;
}

function missingCells(study: Study, studies: readonly Study[]): readonly Reason[] {
  const missing = SHORT.filter((key) => lacks(study, key, studies));
  return missing.map((key) => {
    // Rows of another kind lack more cells than one; a type or article is left blank now and then.
    const only = missing.length === 1 && (key === 'completion' || key === 'status');
    const alone = only && studies.every((it) => it === study || (it.printed[key] ?? '') !== '');
    return alone
      ? reason(key, 'empty-cell', 'low', `has no ${key}, which each other row of its table has`)
      : reason(key, 'empty-cell', 'medium', `has no ${key}, which most rows of its table have`);
  });
}

/** Texts that begin or end within a sentence where those of the other rows do not. */
function endReasons({ printed }: Study, studies: readonly Study[]): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const key of ['title', 'theme', 'subtheme', 'type'] as const) {
    const text = printed[key] ?? '';
    if (!WANTS_MORE.test(text)) continue;
    reasons.push(
      reason(key, 'cut-text', 'medium', `has a ${key} that ends where more must follow: “${text}”`),
    );
  }
  for (const key of ['theme', 'subtheme'] as const)
    reasons.push(...nameReasons(key, printed[key] ?? ''));
  for (const key of ['description', 'conclusions'] as const) {
    const text = printed[key] ?? '';
    if (text === '') continue;
    if (/^\p{Ll}/u.test(text) && isRare(key, studies, /^\p{Ll}/u, HALF)) {
      reasons.push(reason(key, 'cut-text', 'medium', `has ${key} that begin within a sentence`));
    }
    if (!SENTENCE_END.test(text) && isRare(key, studies, NO_END)) {
      reasons.push(reason(key, 'cut-text', 'medium', `has ${key} that end within a sentence`));
    }
  }
  return reasons;
}

/** A name of a group of studies is short; the first line of a text over the whole width looks like one. */
function nameReasons(key: 'theme' | 'subtheme', name: string): readonly Reason[] {
  // A row that names a group may end so: “Recent afgerond evaluatieonderzoek:” (LNV, jaarverslag 2021).
  if (/^[\p{Ll}(]/u.test(name) || (key === 'theme' && name.endsWith(':'))) {
    const message = `has a ${key} that is part of a longer text: “${name}”`;
    return [reason(key, 'cut-text', 'low', message)];
  }
  const long = key === 'subtheme' && name.split(/\s+/u).length > LONGEST_NAME;
  if (!long || /^(?:alle )?(?:sub)?thema/iu.test(name)) return [];
  const message = `has a subtheme that may be the beginning of another text: “${name}”`;
  return [reason(key, 'cut-text', 'medium', message)];
}

/** Words; the longest names of groups that were seen have nine. */
const LONGEST_NAME = 10;

/** Where most rows do so it is the ministry's way. */
const HALF = 0.5;
const SENTENCE_END = /[.!?:;…][”"’')\]]*$/u;
const NO_END = /[^.!?:;…”"’')\]]$/u;

function isRare(
  key: PrintedKey,
  studies: readonly Study[],
  odd: RegExp,
  usually = MOST_ROWS,
): boolean {
  const texts = studies.flatMap(({ printed }) => printed[key] || []);
  const usual = texts.filter((text) => !odd.test(text)).length;
  return usual >= FEWEST && usual >= usually * texts.length;
}
