import type { ChangeKind, News } from './comparison.ts';
import type { PairFacts } from './facts.ts';
import type { KnownRound, Source } from './known.ts';
import { PAIR_RULES } from './rules.ts';
import type { RuleField } from './rules.ts';
import type { StudyState } from './state.ts';

/** A change of a study that is there, not yet tied to its row and an event. */
export interface StudyChange {
  readonly kind: ChangeKind;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly news: News;
  /** Row that stated what was known before; of a status that nobody stated, the row that planned the study. */
  readonly against: Source;
}

/** What the rules tell of a study: of each field at most one change, in the order of the table. */
export function studyChanges(
  facts: PairFacts,
  known: KnownRound,
  now: StudyState,
): readonly StudyChange[] {
  const told = new Set<RuleField>();
  const changes: StudyChange[] = [];
  for (const rule of PAIR_RULES) {
    if (told.has(rule.field) || !rule.holds(facts)) continue;
    told.add(rule.field);
    const { kind, news } = rule;
    // Overdue and a new round are about the year, which is what a sentence about them needs.
    const field = kind === 'overdue' || kind === 'new-cycle' ? 'completion' : rule.field;
    const { text: before, source } = knownText(field, known, facts);
    changes.push({ kind, news, field, before, after: textOf(field, now), against: source });
  }
  return changes;
}

/** The field's text as it was known, and the row that stated it; of what nobody stated, the row that could have. */
function knownText(
  field: string,
  known: KnownRound,
  { phase }: PairFacts,
): { text: string | null; source: Source } {
  const { plan, reported, title } = known;
  const silent = field === 'status' ? plan : phase === 'jaarverslag' ? reported : null;
  const fallback = silent ?? title;
  const stated = known[field as keyof StudyState];
  if (stated === null) return { text: null, source: sourceOf(fallback) };
  const state = { [field]: stated.value } as Partial<StudyState>;
  return { text: textOf(field, state), source: sourceOf(stated) };
}

function sourceOf({ edition, row }: Source): Source {
  return { edition, row };
}

/** The field's text as stated, null for none: status as one of the official words, everything else as printed. */
export function textOf(field: string, state: Partial<StudyState>): string | null {
  switch (field) {
    case 'completion':
      return state.completion?.text ?? null;
    case 'links':
      return joined(state.links, ' ');
    case 'articles':
      return joined(state.articles, ', ');
    case 'status':
    case 'conclusions':
    case 'title':
    case 'type':
    case 'theme':
    case 'description':
      return state[field] ?? null;
    default:
      throw new Error(`There is no text for the field ${field}`);
  }
}

function joined(texts: readonly string[] | undefined, separator: string): string | null {
  return texts === undefined || texts.length === 0 ? null : texts.join(separator);
}
