import type { Edition } from '../edition/edition.ts';
import type { Failure, FailureKind } from '../failure/failure.ts';
import type { Quarantine } from '../gate/quarantine.ts';
import type { Receipt } from '../port/channel.ts';
import type { LastCheck } from '../port/last-check.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Intake } from './intake.ts';
import { summaryError } from './summary.ts';
import type { Rereading } from './reread.ts';
import type { EditionOutcome, Reread, Summary, SummaryChange, SummaryError } from './summary.ts';

/** Called while a pass goes on, so that a shell can show progress; never needed for the result. */
export interface CheckObserver {
  onEdition?(outcome: EditionOutcome): void;
  onReread?(reread: Reread): void;
  onFailure?(failure: Failure, edition: string | null): void;
}

/** What one pass has done so far; the one place that is filled while it runs. */
export interface Pass {
  unchanged(held: Snapshot): void;
  taken(outcome: 'new' | 'republished', intake: Intake): void;
  failed(failure: Failure, edition: Edition | null, print: string | null): void;
  quarantined(failure: Failure, quarantine: Quarantine): void;
  /** Prints of held editions were read again; of those that failed the former reading stays. */
  reread(rereading: Pick<Rereading, 'rereads' | 'failures'>): void;
  /** True when the source failed for this chapter and phase: its pass is not complete. */
  missed(chapter: string, phase: string): boolean;
  lastCheck(finished: Date): LastCheck;
  summary(receipts: readonly Receipt[]): Summary;
}

/** The print is there and was looked at: trying again tomorrow would give the same. */
const LOOKED_AT: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'encrypted-pdf',
  'scanned-pdf',
  'damaged-pdf',
  'damaged-xml',
  'not-a-paper',
  'text-lost',
  'limit-exceeded',
  'no-annex',
  'unknown-header',
  'wrong-edition',
  'quarantined',
]);

export function startPass(observer: CheckObserver): Pass {
  const editions: EditionOutcome[] = [];
  const changes: SummaryChange[] = [];
  const errors: SummaryError[] = [];
  const rereads: Reread[] = [];
  const missed: { chapter: string | null; phase: string | null }[] = [];

  function add(outcome: EditionOutcome): void {
    editions.push(outcome);
    observer.onEdition?.(outcome);
  }

  return {
    unchanged(held) {
      const { edition, print, studies } = held;
      add({
        id: edition.id,
        print: print.sha256,
        outcome: 'unchanged',
        studies: studies.length,
        changes: 0,
      });
    },
    taken(outcome, { snapshot, changes: brought }) {
      const { edition, print, studies } = snapshot;
      changes.push(...brought);
      add({
        id: edition.id,
        print: print.sha256,
        outcome,
        studies: studies.length,
        changes: brought.length,
      });
    },
    failed(failure, edition, print) {
      errors.push(summaryError(failure, edition?.id ?? null));
      observer.onFailure?.(failure, edition?.id ?? null);
      if (!LOOKED_AT.has(failure.kind)) {
        missed.push({ chapter: edition?.chapter ?? null, phase: edition?.phase ?? null });
      }
      if (!edition) return;
      add({ id: edition.id, print, outcome: 'failed', studies: 0, changes: 0 });
    },
    quarantined(failure, { edition, print, gates, extraction }) {
      errors.push(summaryError(failure, edition.id));
      observer.onFailure?.(failure, edition.id);
      add({
        id: edition.id,
        print: print.sha256,
        outcome: 'quarantined',
        studies: extraction?.studies.length ?? 0,
        changes: 0,
        gates,
      });
    },
    reread({ rereads: done, failures }) {
      rereads.push(...done);
      for (const { edition, failure } of failures) {
        errors.push(summaryError(failure, edition));
        observer.onFailure?.(failure, edition);
      }
      for (const each of done) observer.onReread?.(each);
    },
    missed: (chapter, phase) =>
      missed.some((it) => (it.chapter ?? chapter) === chapter && (it.phase ?? phase) === phase),
    lastCheck: (finished) => ({
      finished: finished.toISOString(),
      unread: editions
        .filter(({ outcome }) => outcome === 'quarantined' || outcome === 'failed')
        .map(({ id, outcome }) => ({ edition: id, quarantined: outcome === 'quarantined' })),
      sourceFailed: missed.length > 0,
    }),
    summary: (receipts) => ({
      rereads,
      editions,
      changes,
      deliveries: receipts.map(({ told: _told, failures: _failures, ...counts }) => counts),
      errors,
    }),
  };
}
