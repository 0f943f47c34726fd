import type { Baseline } from '../ledger/baselines.ts';
import { addPeriodic, addTold, periodicIn, toldIn } from '../ledger/deliveries.ts';
import type { Deliveries } from '../ledger/deliveries.ts';
import { awaiting } from '../ledger/ledger.ts';
import { weightOf } from '../report/weight.ts';
import { byPublication } from '../register/order.ts';
import type { PeriodicChannel, Receipt, StudyChannel } from '../port/channel.ts';
import type { LastCheck, LastCheckStore } from '../port/last-check.ts';
import type { PeriodicDocument, StudyDocument } from '../report/document.ts';
import { startReport, startReportName } from '../report/start-report.ts';
import { studyDocument } from '../report/study-document.ts';
import type { Language } from '../report/vocabulary.ts';
import { dayKey, editionDayOf, reportedDays } from './edition-days.ts';
import { editionReportOf, reportedEditions, reportKey, unsureIn } from './edition-reports.ts';
import { chapterLabel, dossiersOf, editionsOf, eventsOf, mentionsOf } from './history.ts';
import { notesOf } from './notes.ts';
import type { State } from './state.ts';

export interface ReportOptions {
  /** First line of every document, for editions that are not real. */
  readonly warning: string | null;
  readonly language: Language;
}

export interface DeliveryOptions extends ReportOptions {
  /** New issues per run and channel; the rest waits for the next run. */
  readonly issueCap: number;
  /** Ids of the only events that may be told now; left out: all. */
  readonly only?: ReadonlySet<string>;
}

export interface DeliveryPorts {
  readonly studyChannels: readonly StudyChannel[];
  readonly periodicChannels: readonly PeriodicChannel[];
  /** Says which editions could not be read. */
  readonly lastCheck?: LastCheckStore;
}

export interface Delivered {
  /** The same object as before when nothing new arrived anywhere. */
  readonly deliveries: Deliveries;
  readonly receipts: readonly Receipt[];
}

/**
 * Brings each channel up to date: start reports of first passes, reports on new editions and their days, then the studies with news that the
 * channel has not told. What a channel could not take stays due for the next run.
 */
export async function deliver(
  state: State,
  { studyChannels, periodicChannels, lastCheck }: DeliveryPorts,
  options: DeliveryOptions,
): Promise<Delivered> {
  let { deliveries } = state;
  const receipts: Receipt[] = [];
  const unread = (await lastCheck?.read())?.unread ?? [];
  for (const { key, document } of periodicDocuments(state, unread, options)) {
    const due = periodicChannels.filter((it) => !periodicIn(deliveries, it.name).has(key));
    if (due.length === 0) continue;
    const report = document();
    for (const channel of due) {
      const receipt = await channel.deliverPeriodic(report);
      // A channel that does not take such documents answers without failure, and is not asked again.
      const done = receipt.failures.length === 0 ? [key] : [];
      deliveries = addPeriodic(deliveries, channel.name, done);
      receipts.push(receipt);
    }
  }
  for (const channel of studyChannels) {
    const due = dueStudies(state, toldIn(deliveries, channel.name), options);
    if (due.length === 0) continue;
    const receipt = await channel.deliverStudies(due, options.issueCap);
    deliveries = addTold(deliveries, channel.name, receipt.told);
    receipts.push(receipt);
  }
  return { deliveries, receipts: merged(receipts) };
}

/** One receipt a channel; those of channels where nothing happened are left out. */
function merged(receipts: readonly Receipt[]): readonly Receipt[] {
  const byChannel = Map.groupBy(receipts, ({ channel }) => channel);
  return [...byChannel.values()]
    .map((own) =>
      own.reduce((one, other) => ({
        channel: one.channel,
        created: one.created + other.created,
        updated: one.updated + other.updated,
        commented: one.commented + other.commented,
        skipped: one.skipped + other.skipped,
        queued: one.queued + other.queued,
        told: [...one.told, ...other.told],
        failures: [...one.failures, ...other.failures],
      })),
    )
    .filter(({ created, updated, commented, skipped, queued, failures }) => {
      return created + updated + commented + skipped + queued + failures.length > 0;
    });
}

interface Periodic {
  /** By which a channel knows that it has the document as it is now. */
  readonly key: string;
  readonly document: () => PeriodicDocument;
}

/** Start reports, reports on editions and overviews of days; after a re-read only what the corrections change. */
function periodicDocuments(
  state: State,
  unread: LastCheck['unread'],
  { only, ...options }: DeliveryOptions,
): readonly Periodic[] {
  const starts = state.baselines.baselines.map((baseline) => ({
    key: startReportName(baseline),
    document: () => startReportOf(baseline, state, options),
  }));
  const editions = reportedEditions(state, only);
  const reports = editions.map((edition) => ({
    key: reportKey(edition, state),
    document: () => editionReportOf(edition, state, options),
  }));
  const days = reportedDays(editions, state).map((day) => ({
    key: dayKey(day, unread, state),
    document: () => editionDayOf(day, unread, state, options),
  }));
  return [...(only ? [] : starts), ...reports, ...days];
}

function startReportOf(
  { chapter, phase, editions }: Baseline,
  state: State,
  options: ReportOptions,
): PeriodicDocument {
  return startReport({
    chapter,
    chapterLabel: chapterLabel(chapter),
    phase,
    editions: editionsOf(chapter, state).filter(({ edition }) => editions.includes(edition.id)),
    studies: dossiersOf(chapter, state),
    unsure: unsureIn(editions.toSorted(byPublication).at(-1) ?? '', state),
    events: state.ledger.events.filter((event) => editions.includes(event.edition)),
    ...options,
  });
}

/**
 * One document for each study with news that is not in `told`: the study longest waiting first, and of those
 * that one day brought the weightiest, since a run makes only so many issues.
 */
function dueStudies(
  state: State,
  told: ReadonlySet<string>,
  { only, ...options }: DeliveryOptions,
): readonly StudyDocument[] {
  const byId = new Map(state.register.studies.map((study) => [study.id, study]));
  const ledger = only
    ? { ...state.ledger, events: state.ledger.events.filter((event) => only.has(event.id)) }
    : state.ledger;
  const due = [...awaiting(ledger, told)].map(([id, untold]) => {
    const study = byId.get(id);
    if (!study) throw new Error(`Study ${id} is in the ledger but not in the register.`);
    const input = {
      study,
      chapterLabel: chapterLabel(study.chapter),
      records: mentionsOf(study, state),
      notes: notesOf(study, state),
      events: eventsOf(id, state),
      untold,
      editions: editionsOf(study.chapter, state),
      ...options,
    };
    const weight = Math.min(...untold.map((it) => weightOf(it, input.records, input.events)));
    const since = Date.parse(untold[0]?.recorded.slice(0, 10) ?? '');
    return { input, weight, since };
  });
  return due
    .sort((one, other) => one.since - other.since || one.weight - other.weight)
    .map(({ input }) => studyDocument(input));
}
