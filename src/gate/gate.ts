import { lowestLevel } from '../study/confidence.ts';
import { isCompletionUnderstood } from '../study/completion.ts';
import type { Extraction } from '../study/extraction.ts';
import { isStatusPlaceholder } from '../study/status.ts';
import type { PrintedKey, Study } from '../study/study.ts';
import {
  EMPTY_TITLES,
  LOW_CONFIDENCE,
  STUDY_COUNT,
  TEXT_LOST,
  UNKNOWN_COMPLETION,
  UNKNOWN_STATUS,
} from './thresholds.ts';
import type { Threshold } from './thresholds.ts';

export type GateName =
  | 'header-unknown'
  | 'required-columns'
  | 'empty-titles'
  | 'known-status'
  | 'known-completion'
  | 'study-count'
  | 'text-lost'
  /** Pages without text, or page numbers that do not count on. */
  | 'pages-missing'
  | 'low-confidence'
  /** The reader contradicted itself; there is nothing to accept. */
  | 'contradiction';

/** A reason not to accept the reading of a print unseen. */
export interface FailedGate {
  readonly gate: GateName;
  /** With the figures, in English, for the operator. */
  readonly message: string;
}

/** What is held of the phase already: the former print of the edition, else the preceding edition. */
export interface FormerEdition {
  readonly id: string;
  readonly studies: number;
}

/** Every gate that a reading fails; none when it may be accepted. An edition without annex passes here. */
export function failedGates(
  extraction: Extraction,
  former: FormerEdition | null,
): readonly FailedGate[] {
  if (extraction.annex === null) return [];
  return [
    headerUnknown(extraction),
    requiredColumns(extraction),
    emptyTitles(extraction),
    knownStatus(extraction),
    knownCompletion(extraction),
    studyCount(extraction, former),
    textLost(extraction),
    pagesMissing(extraction),
    lowConfidence(extraction),
  ].filter((failed) => failed !== null);
}

function headerUnknown({ notices }: Extraction): FailedGate | null {
  const found = notices.filter(({ kind }) => kind === 'unknown-header');
  if (found.length === 0) return null;
  return { gate: 'header-unknown', message: found.map(({ message }) => message).join('; ') };
}

/** An annex without tables (SZW, begroting 2022) has no columns; its studies have titles all the same. */
function requiredColumns({ studies, account }: Extraction): FailedGate | null {
  if (studies.length === 0) return null;
  const has = (key: PrintedKey): boolean => studies.some(({ printed }) => printed[key] !== null);
  const told = (['completion', 'status', 'type', 'articles'] as const).some(has);
  const titled = studies.some(({ title }) => title !== '');
  if (titled && (told || account?.header === 0)) return null;
  const message = titled
    ? 'no column holds a year of completion, a status, a type or an article'
    : 'no column holds titles';
  return { gate: 'required-columns', message };
}

function emptyTitles({ studies }: Extraction): FailedGate | null {
  const empty = studies.filter(({ title }) => title === '');
  return share('empty-titles', EMPTY_TITLES, empty.length, studies.length, 'studies have no title');
}

function knownStatus({ studies }: Extraction): FailedGate | null {
  const printed = studies.filter(({ printed: { status } }) => (status ?? '') !== '');
  const unknown = printed.filter(isStatusUnknown);
  const what = `statuses are none of the official words${example(unknown, 'status')}`;
  return share('known-status', UNKNOWN_STATUS, unknown.length, printed.length, what);
}

function isStatusUnknown({ status, printed }: Study): boolean {
  const text = printed.status ?? '';
  if (status !== 'onbekend' || isStatusPlaceholder(text)) return false;
  return !/^n\.?\s?t\.?\s?b\.?$/i.test(text.trim());
}

function knownCompletion({ studies }: Extraction): FailedGate | null {
  const printed = studies.filter(({ printed: { completion } }) => (completion ?? '') !== '');
  const unknown = printed.filter(
    (study) => !isCompletionUnderstood(study.printed.completion ?? ''),
  );
  const what = `years of completion cannot be read${example(unknown, 'completion')}`;
  return share('known-completion', UNKNOWN_COMPLETION, unknown.length, printed.length, what);
}

function example(studies: readonly Study[], key: PrintedKey): string {
  const text = studies[0]?.printed[key] ?? '';
  return text === '' ? '' : `, such as “${text.slice(0, 60)}”`;
}

function studyCount({ studies }: Extraction, former: FormerEdition | null): FailedGate | null {
  if (!former || former.studies === 0) return null;
  const [now, before] = [studies.length, former.studies];
  const few = now === 0 || (before >= STUDY_COUNT.from && now < before * STUDY_COUNT.fewest);
  const many = before >= STUDY_COUNT.from && now > before * STUDY_COUNT.most;
  if (!few && !many) return null;
  const wanted = few
    ? `at least ${percent(STUDY_COUNT.fewest)} of that is expected`
    : `at most ${STUDY_COUNT.most} times that is expected`;
  const message = `${now} studies, where ${former.id} has ${before}; ${wanted}`;
  return { gate: 'study-count', message };
}

/** By the notices that name text in no other place; the model's own instructions are notices of another kind. */
function textLost({ account, notices }: Extraction): FailedGate | null {
  if (!account) return null;
  const lost = notices
    .filter(({ kind }) => kind !== 'placeholder')
    .reduce((sum, { items = 0 }) => sum + items, 0);
  const own = account.total - account.outside - account.furniture;
  return share('text-lost', TEXT_LOST, lost, own, 'text items have no place in the annex');
}

function pagesMissing({ notices }: Extraction): FailedGate | null {
  const found = notices.filter(
    ({ kind }) => kind === 'page-without-text' || kind === 'page-numbers-jump',
  );
  if (found.length === 0) return null;
  return { gate: 'pages-missing', message: found.map(({ message }) => message).join('; ') };
}

function lowConfidence({ studies }: Extraction): FailedGate | null {
  const low = studies.filter(
    ({ confidence }) => confidence !== undefined && lowestLevel(confidence) === 'low',
  );
  const what = 'studies have a row or a cell of low confidence';
  return share('low-confidence', LOW_CONFIDENCE, low.length, studies.length, what);
}

function share(
  gate: GateName,
  { most, least }: Threshold,
  bad: number,
  all: number,
  what: string,
): FailedGate | null {
  if (bad < least || bad <= all * most) return null;
  const message = `${bad} of ${all} ${what} (${percent(bad / all)}; at most ${percent(most)} is expected)`;
  return { gate, message };
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
