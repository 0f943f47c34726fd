import type { Channel } from '../../port/channel.ts';
import { receiptOf, startTally } from '../receipt.ts';
import type { Tally } from '../receipt.ts';
import { createClient } from './client.ts';
import { attempt } from './desk.ts';
import type { Desk } from './desk.ts';
import { deliverDigest } from './digest-issue.ts';
import { createLabelKeeper } from './labels.ts';
import { connect } from './octokit.ts';
import { SYSTEM_CLOCK } from './pace.ts';
import type { Clock } from './pace.ts';
import { deliverStudies } from './studies.ts';
import { CHANNEL_WORDS } from './words.ts';

export interface GitHubOptions {
  /** `owner/name` */
  readonly repository: string;
  /** `https://api.github.com`, or `https://host/api/v3` of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly token: string;
  /** Pause between two writes that notify people: a new issue, a comment. 0 for none. */
  readonly secondsBetweenWrites: number;
  /** @default 'nl' */
  readonly language?: 'nl' | 'en';
  /**
   * Label of the one issue that bears the digests.
   * @default 'begrotingswacht-overzicht'
   */
  readonly digestLabel?: string;
  /** @default the system's clock */
  readonly clock?: Clock;
  /**
   * Length of a second of back-off after a fault, in milliseconds; tests make it short.
   * @default 1000
   */
  readonly backOffSecond?: number;
  /**
   * Milliseconds after which a request without answer is given up.
   * @default 60000
   */
  readonly timeout?: number;
}

/**
 * Issues in a GitHub repository. All state is in the issues themselves: a study's issue, the events
 * told in it and the digests told are found again by their markers (src/report/marker.ts), so that a
 * run after any crash goes on where it stopped. Writes come one after another.
 */
export function createGitHubChannel(options: GitHubOptions): Channel {
  const { repository, digestLabel = 'begrotingswacht-overzicht' } = options;
  const name = 'github';
  const words = CHANNEL_WORDS[options.language ?? 'nl'];
  const clock = options.clock ?? SYSTEM_CLOCK;
  const connection = connect({
    ...options,
    clock,
    backOffSecond: options.backOffSecond ?? 1_000,
    timeout: options.timeout ?? 60_000,
  });
  const client = createClient(connection, repository);

  // What people did to labels and issues since the last delivery counts, so each one reads anew.
  function openDesk(tally: Tally): Desk {
    return {
      client,
      clock,
      words,
      tally,
      labels: createLabelKeeper(client, words.labelDescription),
    };
  }

  return {
    name,
    async deliverStudies(documents, cap) {
      const tally = startTally();
      if (documents.length > 0) await deliverStudies(openDesk(tally), documents, cap);
      return receiptOf(name, tally, documents);
    },
    async deliverPeriodic(document) {
      const tally = startTally();
      if (document.kind === 'digest') {
        const desk = openDesk(tally);
        const subject = { issue: null, title: document.title };
        await attempt(desk, subject, () => deliverDigest(desk, document, digestLabel));
      }
      return receiptOf(name, tally);
    },
  };
}
