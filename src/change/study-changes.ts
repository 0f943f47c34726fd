import type { ChangeKind, News } from './comparison.ts';
import type { PairFacts } from './facts.ts';
import { PAIR_RULES } from './rules.ts';
import type { RuleField } from './rules.ts';
import type { StudyState } from './state.ts';

/** A change of a study that is there, not yet tied to rows and an event. */
export interface StudyChange {
  readonly kind: ChangeKind;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly news: News;
}

/** What the rules tell of a study: of each field at most one change, in the order of the table. */
export function studyChanges(
  facts: PairFacts,
  known: StudyState,
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
    changes.push({ kind, news, field, before: textOf(field, known), after: textOf(field, now) });
  }
  return changes;
}

/** The field's text as stated: status as one of the official words, everything else as printed. */
function textOf(field: string, state: StudyState): string | null {
  switch (field) {
    case 'status':
      return state.status;
    case 'completion':
      return state.completion?.text ?? null;
    case 'conclusions':
      return state.conclusions;
    case 'links':
      return state.links.length === 0 ? null : state.links.join(' ');
    case 'articles':
      return state.articles.length === 0 ? null : state.articles.join(', ');
    case 'title':
      return state.title;
    case 'type':
      return state.type;
    case 'theme':
      return state.theme;
    case 'description':
      return state.description;
    default:
      throw new Error(`There is no text for the field ${field}`);
  }
}
