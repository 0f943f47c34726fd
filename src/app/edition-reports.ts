import { lineOf, replay } from '../change/line.ts';
import { publicationOrder } from '../edition/calendar.ts';
import { unsureTitles } from '../register/enroll.ts';
import type { DoubtfulRow } from '../report/doubt.ts';
import type { PeriodicDocument } from '../report/document.ts';
import { editionReport, editionReportName } from '../report/edition-report.ts';
import type { EditionReportInput } from '../report/edition-report.ts';
import type { Dossier } from '../report/plan.ts';
import type { Language } from '../report/vocabulary.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { chapterLabel, dossiersOf, editionsOf, mentionAt } from './history.ts';
import { heldLine } from './line.ts';
import { notesIn } from './notes.ts';
import type { State } from './state.ts';

/**
 * Editions of which something was told, in the order in which they appeared: each has a report.
 * @param only ids of the events that count; left out: all
 */
export function reportedEditions(state: State, only?: ReadonlySet<string>): readonly Snapshot[] {
  const told = new Set(
    state.ledger.events
      .filter((it) => it.told === 'tell' && (only?.has(it.id) ?? true))
      .map(({ edition }) => edition),
  );
  return [...state.snapshots.values()]
    .filter(({ edition }) => told.has(edition.id))
    .sort((one, other) => publicationOrder(one.edition, other.edition));
}

/** By which a channel knows that it has the report: another print, or a correction, makes it due again. */
export function reportKey({ edition, print }: Snapshot, { ledger }: State): string {
  const told = ledger.events.filter((it) => it.edition === edition.id && it.told === 'tell');
  return `${editionReportName(edition)}@${print.sha256.slice(0, 8)}-${told.length}`;
}

interface ReportOptions {
  readonly warning: string | null;
  readonly language: Language;
}

/** The report on one edition, with all that is known by now. */
export function editionReportOf(
  snapshot: Snapshot,
  state: State,
  options: ReportOptions,
): PeriodicDocument {
  return editionReport(reportInput(snapshot, state, options));
}

/** All that is known by now of one edition. */
export function reportInput(
  snapshot: Snapshot,
  state: State,
  { warning, language }: ReportOptions,
): EditionReportInput {
  const { edition, print, annex, notices } = snapshot;
  const studies = dossiersOf(edition.chapter, state);
  const ids = new Set(studies.map(({ id }) => id));
  return {
    source: { edition, print, annex },
    notices,
    chapterLabel: chapterLabel(edition.chapter),
    studies,
    events: state.ledger.events.filter(
      (event) => event.edition === edition.id || ids.has(event.study ?? ''),
    ),
    editions: editionsOf(edition.chapter, state),
    doubts: doubtsIn(snapshot, studies, state),
    otherNotes: notesIn(snapshot, state).others,
    warning,
    language,
  };
}

/** Ids of studies that a row of an edition may be, which a person must say. */
export function unsureIn(edition: string, state: State): ReadonlySet<string> {
  return new Set([...unsureTitles(state.register, edition).values()].flat());
}

/** Rows that may be a study known before, and those that may be a next round of their own. */
export function doubtsIn(
  snapshot: Snapshot,
  studies: readonly Dossier[],
  state: State,
): readonly DoubtfulRow[] {
  const { edition } = snapshot;
  const byId = new Map(studies.map((study) => [study.id, study]));
  const mayBeKnown = [...unsureTitles(state.register, edition.id)].flatMap(([title, mayBe]) => {
    const row = snapshot.studies.findIndex((study) => study.title === title);
    return mentionAt(snapshot, row, title).map((mention) => ({
      mention,
      mayBe: mayBe.flatMap((id) => byId.get(id) ?? []),
    }));
  });
  const line = replay(lineOf(heldLine(state, edition.chapter)));
  const step = line.findLast((it) => it.edition.edition.id === edition.id);
  const mayBeRounds = (step?.doubts ?? []).flatMap(({ row }) => {
    const title = snapshot.studies[row]?.title ?? '';
    return mentionAt(snapshot, row, title).map((mention) => ({ mention, mayBe: [] }));
  });
  return [...mayBeKnown, ...mayBeRounds];
}
