import type { Channel } from '../../port/channel.ts';
import type { Files } from '../files.ts';
import { writePeriodic } from '../periodic-file.ts';
import { receiptOf, startTally } from '../receipt.ts';

/** Digests and start reports as `<name>.md`. Studies are no business of this channel. */
export function createDigestFileChannel(files: Files): Channel {
  const name = 'digest-file';
  return {
    name,
    deliverStudies: async () => receiptOf(name, startTally()),
    deliverPeriodic: (document) => writePeriodic(name, files, document),
  };
}
