import { chapterFamily } from '../edition/chapters.ts';
import { lineOf } from '../change/line.ts';
import { renew } from '../ledger/renew.ts';
import type { Archive } from '../port/archive.ts';
import { encodeRegister } from '../register/codec.ts';
import { applyJudgements } from '../register/judge.ts';
import { requireConsistent } from '../register/judgements.ts';
import type { Judgement, Judgements } from '../register/judgements.ts';
import { ticksIn } from '../report/review-list.ts';
import { judgementCommit } from './commits.ts';
import { heldLine } from './line.ts';
import { REVIEW } from './review.ts';
import { judgementFiles } from './state.ts';
import type { State } from './state.ts';
import { toldEvents } from './told.ts';

/**
 * Takes in what people have judged since the last run: boxes ticked in review.md go to judgements.json, ids
 * are joined and parted, and what was told and is now known to be wrong is corrected. Gives the same state
 * when there is nothing new. Throws a Failure `config` when judgements contradict each other.
 */
export async function takeJudgements(state: State, archive: Archive, now: Date): Promise<State> {
  const review = (await archive.read(REVIEW)) ?? '';
  const ticked = withTicks(state.judgements, review, now);
  const judged = judge({ ...state, judgements: ticked }, now.toISOString());
  if (judged.register === state.register && ticked === state.judgements) return state;
  await archive.record(judgementFiles(judged), judgementCommit(state, judged, now));
  return judged;
}

/** The state under its judgements: ids joined and parted, and the ledger renewed after them. */
export function judge(state: State, recorded: string): State {
  const register = applyJudgements(state.register, state.judgements);
  if (encodeRegister(register) === encodeRegister(state.register)) return state;
  const judged = { ...state, register };
  const told = toldEvents(state);
  const ledger = oneChapterOfEach(state).reduce(
    (before, chapter) =>
      renew(
        before,
        lineOf(heldLine(state, chapter)),
        lineOf(heldLine(judged, chapter)),
        told,
        recorded,
      ).ledger,
    state.ledger,
  );
  return { ...judged, ledger };
}

/** One chapter of each family that has editions. */
function oneChapterOfEach({ snapshots }: State): readonly string[] {
  const chapters = [...snapshots.values()].map(({ edition }) => edition.chapter);
  return [...new Set(chapters.map((chapter) => chapterFamily(chapter)[0] ?? chapter))];
}

function withTicks(judgements: Judgements, review: string, now: Date): Judgements {
  const fresh = ticksIn(review)
    .filter((tick) => !judgements.judgements.some((it) => isSaid(it, tick.verdict, tick.studies)))
    .map(({ verdict, studies }): Judgement => ({
      verdict,
      studies,
      date: now.toISOString().slice(0, 10),
      reason: 'ticked in review.md',
      who: 'whoever changed review.md',
    }));
  if (fresh.length === 0) return judgements;
  const all = [...judgements.judgements, ...fresh];
  requireConsistent(all, (reference) => reference);
  return { ...judgements, judgements: all };
}

function isSaid(
  { verdict, studies }: Judgement,
  ticked: Judgement['verdict'],
  pair: readonly string[],
): boolean {
  return verdict === ticked && pair.every((it) => studies.includes(it));
}
