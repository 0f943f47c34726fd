import { chapterOf } from '../edition/chapters.ts';
import { expectedEditions } from '../edition/calendar.ts';
import { parseEditionId } from '../edition/edition.ts';
import type { Failure } from '../failure/failure.ts';
import { addPeriodic, periodicIn } from '../ledger/deliveries.ts';
import type { Event } from '../ledger/event.ts';
import type { Archive } from '../port/archive.ts';
import type { PeriodicChannel, Receipt } from '../port/channel.ts';
import type { LastCheck, LastCheckStore } from '../port/last-check.ts';
import type { Coverage } from '../report/coverage.ts';
import { digestDocument } from '../report/digest.ts';
import type { Quiet } from '../report/digest.ts';
import type { LineStudy } from '../report/event-line.ts';
import type { PeriodicDocument } from '../report/document.ts';
import { wordsOf } from '../report/language.ts';
import { paperAndPage } from '../report/mention.ts';
import { isWithin } from '../report/week.ts';
import type { Period } from '../report/week.ts';
import type { ReportOptions } from './deliver.ts';
import { duePeriod } from './digest-period.ts';
import { doubtsIn } from './edition-reports.ts';
import { chapterLabel, dossiersOf, editionsOf, eventsOf, mentionsOf, titleOf } from './history.ts';
import { notesOf } from './notes.ts';
import { recordDeliveries, share } from './publish.ts';
import { loadState } from './state.ts';
import type { State } from './state.ts';

export interface DigestPorts {
  readonly archive: Archive;
  readonly periodicChannels: readonly PeriodicChannel[];
  readonly lastCheck: LastCheckStore;
  readonly clock: () => Date;
}

export interface DigestOptions extends ReportOptions {
  readonly chapters: readonly string[];
  /** First edition year that is watched. */
  readonly since: number;
  readonly quiet: Quiet;
  /** What was asked for; null for everything since each channel's last digest. */
  readonly period: Period | null;
}

export interface DigestResult {
  /** The digest of the first channel; null when there was nothing to tell. */
  readonly document: PeriodicDocument | null;
  readonly receipts: readonly Receipt[];
  /** What kept all channels from being told, or the record of it from being shared; null for nothing. */
  readonly unshared: Failure | null;
}

/**
 * Tells what was recorded in a period, in one document a channel. Each channel goes on where its own
 * last digest ended: one that could not be reached for weeks then gets those weeks in one digest.
 */
export async function digest(options: DigestOptions, ports: DigestPorts): Promise<DigestResult> {
  const { archive } = ports;
  await archive.requireWritable();
  const claim = await archive.claim('digest');
  try {
    const { state, failure } = await share(await loadState(archive), archive);
    if (failure) return { document: null, receipts: [], unshared: failure };
    return await tell(state, options, ports);
  } finally {
    await claim.release();
  }
}

async function tell(
  state: State,
  options: DigestOptions,
  { archive, periodicChannels, lastCheck, clock }: DigestPorts,
): Promise<DigestResult> {
  const newest = await lastCheck.read();
  let { deliveries } = state;
  let document: PeriodicDocument | null = null;
  const receipts: Receipt[] = [];
  for (const channel of periodicChannels) {
    const told = periodicIn(deliveries, channel.name);
    const period = options.period ?? duePeriod(state.ledger, told, clock());
    const due = period && documentFor(period, state, newest, options, clock());
    document ??= due;
    if (!due) continue;
    const receipt = await channel.deliverPeriodic(due);
    deliveries = addPeriodic(deliveries, channel.name, receipt.told);
    receipts.push(receipt);
  }
  const unshared = await recordDeliveries(state, deliveries, archive, clock());
  return { document, receipts, unshared };
}

function documentFor(
  period: Period,
  state: State,
  lastCheck: LastCheck | null,
  options: DigestOptions,
  now: Date,
): PeriodicDocument | null {
  const studies = new Map(state.register.studies.map((study) => [study.id, study]));
  const events = state.ledger.events.filter((event) => isTold(event, period));
  return digestDocument({
    period,
    events,
    study(id): LineStudy | undefined {
      const study = studies.get(id);
      if (!study) return undefined;
      const mentions = mentionsOf(study, state);
      return {
        title: titleOf(study, mentions),
        mentions,
        events: eventsOf(id, state),
        notes: notesOf(study, state),
      };
    },
    chapterLabel,
    coverage: {
      ...coverageOf(options, state, lastCheck, now),
      unsure: unsureOf(events, state, options),
    },
    lastCheck: lastCheck?.finished ?? null,
    quiet: options.quiet,
    editions: options.chapters.flatMap((chapter) => editionsOf(chapter, state)),
    warning: options.warning,
    language: options.language,
  });
}

/** Rows in doubt of the editions that are told of. */
function unsureOf(
  events: readonly Event[],
  state: State,
  { language }: DigestOptions,
): NonNullable<Coverage['unsure']> {
  const editions = [...new Set(events.map(({ edition }) => edition))];
  const { place } = wordsOf(language);
  return editions.flatMap((id) => {
    const snapshot = state.snapshots.get(id);
    if (!snapshot) return [];
    const studies = dossiersOf(snapshot.edition.chapter, state);
    return doubtsIn(snapshot, studies, state).map(({ mention }) => ({
      title: mention.study.title,
      where: `${chapterLabel(snapshot.edition.chapter)}, ${paperAndPage(mention, place)}`,
    }));
  });
}

function isTold(event: Event, period: Period): boolean {
  return event.told === 'tell' && isWithin(period, event.recorded);
}

/** A chapter counts as read when its newest edition that is due was read. */
function coverageOf(
  { chapters, since }: DigestOptions,
  state: State,
  lastCheck: LastCheck | null,
  now: Date,
): Coverage {
  const newest = chapters.flatMap((chapter) => expectedEditions(chapter, since, now).at(-1) ?? []);
  const unread = lastCheck?.unread ?? [];
  const unreadIds = new Set(unread.map(({ edition }) => edition));
  const absent = newest.filter(({ id }) => !state.snapshots.has(id));
  return {
    read: newest.length - absent.length,
    expected: newest.length,
    unreliable: unread.map(({ edition }) => ({ name: editionLabel(edition), pages: null })),
    missing: absent
      .filter(({ id }) => !unreadIds.has(id))
      .map(({ chapter }) => chapterLabel(chapter)),
    unreachable: lastCheck?.sourceFailed ? ['officielebekendmakingen.nl'] : [],
  };
}

function editionLabel(id: string): string {
  const edition = parseEditionId(id);
  if (!edition) return id;
  const name = chapterOf(edition.chapter)?.abbreviation ?? edition.chapter;
  return `${name} (${edition.chapter}), ${edition.phase} ${edition.year}`;
}
