import { z } from 'zod';
import { decodeJson } from '../failure/decode.ts';
import type { FailedGate } from './gate.ts';
import { failedGateSchema } from './quarantine.ts';
import type { Quarantine } from './quarantine.ts';

/** A person has looked at the reading of one print and takes it in, whatever gates it fails. */
export interface Acceptance {
  /** Edition id. */
  readonly edition: string;
  /** sha256 of the print; another print needs another look. */
  readonly print: string;
  readonly extractor: number;
  /** The gates it failed at that time. */
  readonly gates: readonly FailedGate[];
  /** ISO instant of the decision. */
  readonly decided: string;
}

/** The file accepted.json below the snapshots folder: judgements of people, in the order of deciding. */
export interface Acceptances {
  readonly schemaVersion: 1;
  readonly accepted: readonly Acceptance[];
}

export const NO_ACCEPTANCES: Acceptances = { schemaVersion: 1, accepted: [] };

export function accept(
  { accepted, ...rest }: Acceptances,
  { edition, print, extractor, gates }: Quarantine,
  decided: string,
): Acceptances {
  const acceptance = { edition: edition.id, print: print.sha256, extractor, gates, decided };
  return { ...rest, accepted: [...accepted, acceptance] };
}

export function isAccepted({ accepted }: Acceptances, edition: string, print: string): boolean {
  return accepted.some((it) => it.edition === edition && it.print === print);
}

const acceptancesSchema: z.ZodType<Acceptances> = z.object({
  schemaVersion: z.literal(1),
  accepted: z.array(
    z.object({
      edition: z.string(),
      print: z.string(),
      extractor: z.int().min(0),
      gates: z.array(failedGateSchema),
      decided: z.iso.datetime({ offset: true }),
    }),
  ),
});

export function encodeAcceptances(acceptances: Acceptances): string {
  return `${JSON.stringify(acceptances, null, 2)}\n`;
}

/** Throws a Failure `snapshot-damaged` that names the file and the place in it. */
export function decodeAcceptances(text: string, name: string): Acceptances {
  return decodeJson(acceptancesSchema, text, name, {
    kind: 'snapshot-damaged',
    what: 'a list of accepted prints',
    remedy: 'Restore the file from git',
  });
}
