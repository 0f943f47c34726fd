import type { TableContext } from './context.ts';
import { isGoal, isSubtheme, isTheme } from './heading.ts';
import type { Record, RecordMark } from './record.ts';
import type { Field } from './vocabulary.ts';

/** A study row with what the rows around it say of it. */
export interface StudyRow {
  readonly record: Record;
  /** Theme and subtheme that a heading, caption or row above names. */
  readonly theme: string | null;
  readonly subtheme: string | null;
  /** Texts that group rows set for columns this row leaves blank. */
  readonly groups: ReadonlyMap<Field, string>;
  /** Marks on the rows that name its theme and subtheme. */
  readonly marks: readonly RecordMark[];
  /** Texts over the whole width below it. */
  readonly below: readonly Record[];
  /** Counts the themes and subthemes named by rows, so that nothing is repeated from one to the next. */
  readonly section: number;
}

export interface SortedRows {
  readonly studies: readonly StudyRow[];
  /** Rows that name a theme, subtheme or group. */
  readonly names: readonly Record[];
  /** Texts over the whole width that belong to no study. */
  readonly remarks: readonly Record[];
  /** Rows that hold the model's own instruction. */
  readonly placeholders: readonly Record[];
}

/** Text that a model asks to be replaced: “Naam SEA-thema of artikel” (OCW, jaarverslag 2022). */
export const INSTRUCTION =
  /^(?:\[[^\]]+\]$|naam (?:SEA-)?thema of artikel|nummer\(s\) begrotingsartikel)/iu;

/**
 * Tells studies from the rows that stand for others: themes, subthemes, groups, descriptions and the
 * model's instructions.
 */
export function sortRows(
  records: readonly Record[],
  { theme, subtheme }: Pick<TableContext, 'theme' | 'subtheme'>,
): SortedRows {
  const studies: (StudyRow & { readonly below: Record[] })[] = [];
  const names: Record[] = [];
  const remarks: Record[] = [];
  const placeholders: Record[] = [];
  let above: Pick<StudyRow, 'theme' | 'subtheme' | 'marks' | 'section'> = {
    theme,
    subtheme,
    marks: [],
    section: 0,
  };
  const groups = new Map<Field, string>();
  function nameTheme(text: string, record: Record): void {
    names.push(record);
    const own = record.marks.map((mark): RecordMark => ({ ...mark, field: 'theme' }));
    above = { theme: text, subtheme: null, marks: own, section: above.section + 1 };
  }
  function nameSubtheme(text: string, record: Record): void {
    names.push(record);
    const kept = above.marks.filter(({ field }) => field === 'theme');
    const own = record.marks.map((mark): RecordMark => ({ ...mark, field: 'subtheme' }));
    above = { ...above, subtheme: text, marks: [...kept, ...own], section: above.section + 1 };
  }
  for (const [index, record] of records.entries()) {
    const filled = filledIn(record);
    const [only] = filled;
    const isAbove = (text: string): boolean => namesAnother(records[index + 1]) || isGoal(text);
    if (record.wide !== null) {
      const text = record.wide;
      if (INSTRUCTION.test(text)) placeholders.push(record);
      else if (isSubtheme(text)) nameSubtheme(text, record);
      else if (isTheme(text)) nameTheme(text, record);
      else if (!record.bold && isProse(text)) (studies.at(-1)?.below ?? remarks).push(record);
      else if (isAbove(text)) nameTheme(text, record);
      else nameSubtheme(text, record);
    } else if (isInstruction(filled)) placeholders.push(record);
    else if (filled.length === 1 && only && isGroup(only[0]) && record.texts.size > 1) {
      const [field, text] = only;
      const former = studies.at(-1);
      const named = isNamed(field);
      if (former && named && isProse(text)) former.below.push({ ...record, wide: text });
      else if (isSubtheme(text)) nameSubtheme(text, record);
      else if (isTheme(text) || field === 'theme') nameTheme(text, record);
      else if (named && isAbove(text)) nameTheme(text, record);
      else if (named) nameSubtheme(text, record);
      else if (isLong(field) && former) former.below.push(record);
      else {
        names.push(record);
        groups.set(field, text);
      }
    } else if (filled.length > 0) {
      studies.push({ record, ...above, groups: new Map(groups), below: [] });
    }
  }
  return { studies, names, remarks, placeholders };
}

/** Cells with text that began in this row. */
function filledIn({ texts, spanned }: Record): (readonly [Field, string])[] {
  return [...texts].filter(([field, text]) => text !== '' && !spanned.has(field));
}

/** A row that names a subtheme in so many words: what stands right above it is what that is part of. */
function namesAnother(record: Record | undefined): boolean {
  if (!record) return false;
  if (record.wide !== null) return isSubtheme(record.wide);
  const [only, ...others] = filledIn(record);
  return only !== undefined && others.length === 0 && isSubtheme(only[1]);
}

function isProse(text: string): boolean {
  return /[.!?]["”’)]?$/.test(text) || text.length > 160;
}

function isInstruction(filled: readonly (readonly [Field, string])[]): boolean {
  return (
    filled.length > 0 && filled.length < 3 && filled.every(([, text]) => INSTRUCTION.test(text))
  );
}

/** One cell alone says nothing of a study, unless it is a year or a status. */
function isGroup(field: Field): boolean {
  return field !== 'completion' && field !== 'status' && field !== 'start' && field !== 'year';
}

/** Columns in which a name stands: a sentence there is a short text below the study. */
function isNamed(field: Field): boolean {
  return field === 'title' || field === 'theme' || field === 'subtheme';
}

function isLong(field: Field): boolean {
  return field === 'description' || field === 'conclusions';
}
