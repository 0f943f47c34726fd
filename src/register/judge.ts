import { byPublication } from './order.ts';
import { pairsOf, parseReference, requireConsistent } from './judgements.ts';
import type { Judgement, Judgements, Verdict } from './judgements.ts';
import type { Register, RegisteredDoubt, RegisteredStudy } from './register.ts';
import { withSighting } from './sighting.ts';

/** Reason of a doubt that a person has set, so that nothing is told of the two. */
const BY_JUDGEMENT = 'judgement';

/**
 * The register as the judgements of people have it. Studies that are one get the oldest id; the others
 * stay as `mergedInto`. What one judgement parts gets an id of its own. A judgement that is taken back
 * undoes a join. Applying the same judgements again changes nothing.
 * Throws a Failure `config` when two judgements contradict each other.
 */
export function applyJudgements(register: Register, { judgements }: Judgements): Register {
  const parted = judgements.reduce(part, unjudged(register));
  const resolve = (reference: string): string | null => resolveIn(parted, reference);
  requireConsistent(judgements, resolve);
  const joined = judgements
    .filter(({ verdict }) => verdict === 'same')
    .reduce((before, { studies }) => join(before, ids(studies, resolve)), parted);
  return judgements.reduce((before, judgement) => settle(before, judgement, resolve), joined);
}

/** What people said of two studies, by their ids; null when nothing. */
export function verdictsIn(
  register: Register,
  { judgements }: Judgements,
): (one: string, other: string) => Judgement | null {
  const said = new Map<string, Judgement>();
  for (const judgement of judgements) {
    const studies = ids(judgement.studies, (reference) => resolveIn(register, reference));
    for (const pair of pairsOf(studies)) said.set(pair.join(' '), judgement);
  }
  return (one, other) => said.get([one, other].sort().join(' ')) ?? null;
}

/** The id that stands for a study now: its own, or that of the study it was joined to. */
export function presentId({ studies }: Register, id: string): string {
  const into = studies.find((it) => it.id === id)?.mergedInto;
  return into === undefined ? id : into;
}

function ids(
  references: readonly string[],
  resolve: (reference: string) => string | null,
): readonly string[] {
  return [...new Set(references.flatMap((it) => resolve(it) ?? []))].sort();
}

function resolveIn(register: Register, reference: string): string | null {
  const parsed = parseReference(reference);
  if (!parsed) return null;
  const found = register.studies.find((study) =>
    'id' in parsed ? study.id === parsed.id : hasSighting(study, parsed.edition, parsed.title),
  );
  return found?.id ?? null;
}

function hasSighting({ editions }: RegisteredStudy, edition: string, title: string): boolean {
  return editions.some((it) => it.edition === edition && it.title === title);
}

/** As the register was before anybody judged: joined studies apart again, doubts open. */
function unjudged(register: Register): Register {
  const back = new Map<string, RegisteredStudy>();
  for (const study of register.studies) {
    const { mergedInto: _into, doubts, ...rest } = study;
    const open = (doubts ?? []).flatMap(({ settled: _settled, ...doubt }) =>
      doubt.reasons.includes(BY_JUDGEMENT) ? [] : [doubt],
    );
    const own = study.editions.filter((it) => it.formerly === undefined);
    back.set(study.id, withDoubts({ ...rest, editions: own }, open));
  }
  for (const { editions } of register.studies) {
    for (const { formerly, by, ...sighting } of editions) {
      const study = formerly === undefined ? undefined : back.get(formerly);
      if (study)
        back.set(
          study.id,
          withSighting(
            study,
            by === 'judgement' ? sighting : { ...sighting, ...(by ? { by } : {}) },
          ),
        );
    }
  }
  return { ...register, studies: [...back.values()].map(withOwnTitles) };
}

/** Wordings that came with a joined study go back with it. */
function withOwnTitles(study: RegisteredStudy): RegisteredStudy {
  const borne = new Set(study.editions.map(({ title }) => title));
  if (borne.size === 0) return study;
  return { ...study, titles: study.titles.filter(({ title }) => borne.has(title)) };
}

/** Gives a row that stands under one id with another study an id of its own, from that edition on. */
function part(register: Register, { verdict, studies }: Judgement): Register {
  if (verdict === 'same' || verdict === 'unsure') return register;
  let parted = register;
  for (const [at, reference] of studies.entries()) {
    const parsed = parseReference(reference);
    if (!parsed || 'id' in parsed) continue;
    const id = resolveIn(parted, reference);
    const others = studies.filter(
      (it, index) =>
        index !== at && resolveIn(parted, it) === id && !isShownLater(it, parsed.edition),
    );
    if (id === null || others.length === 0) continue;
    parted = splitOff(parted, id, parsed.edition, parsed.title);
  }
  return parted;
}

/** Of two rows of one study the later one leaves it. */
function isShownLater(reference: string, edition: string): boolean {
  const parsed = parseReference(reference);
  return parsed !== null && 'edition' in parsed && byPublication(parsed.edition, edition) > 0;
}

function splitOff(register: Register, id: string, edition: string, title: string): Register {
  const study = register.studies.find((it) => it.id === id);
  if (!study) return register;
  const leaving = study.editions.filter(
    (it) => it.title === title && byPublication(it.edition, edition) >= 0,
  );
  const number = Math.max(...register.studies.map((it) => Number(it.id.slice(1)))) + 1;
  const fresh: RegisteredStudy = {
    id: `s${String(number).padStart(5, '0')}`,
    chapter: study.chapter,
    titles: [],
    editions: [],
  };
  const parted = leaving.reduce(
    (before, { by: _by, score: _score, ...sighting }) => withSighting(before, sighting),
    fresh,
  );
  const stays = { ...study, editions: study.editions.filter((it) => !leaving.includes(it)) };
  return {
    ...register,
    studies: [...register.studies.map((it) => (it === study ? withOwnTitles(stays) : it)), parted],
  };
}

/** All sightings go to the oldest id; each keeps the id under which it stood. */
function join(register: Register, joined: readonly string[]): Register {
  const present = [...new Set(joined.map((id) => presentId(register, id)))].sort(byNumber);
  const [keeper, ...others] = present;
  if (keeper === undefined || others.length === 0) return register;
  const leaving = register.studies.filter(({ id }) => others.includes(id));
  const kept = register.studies.find(({ id }) => id === keeper);
  if (!kept) return register;
  const sightings = leaving.flatMap(({ id, editions }) =>
    editions.map((it) => ({ ...it, by: 'judgement' as const, formerly: it.formerly ?? id })),
  );
  const whole = sightings.reduce(withSighting, kept);
  const merged = new Set([
    ...others,
    ...register.studies.filter((it) => others.includes(it.mergedInto ?? '')).map(({ id }) => id),
  ]);
  return {
    ...register,
    studies: register.studies.map((study) => {
      if (study.id === keeper) return whole;
      return merged.has(study.id) ? { ...study, editions: [], mergedInto: keeper } : study;
    }),
  };
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1));
}

/** Marks what a judgement answers; where studies split or merge, or nobody knows, nothing is told of them. */
function settle(
  register: Register,
  { verdict, studies }: Judgement,
  resolve: (reference: string) => string | null,
): Register {
  const pairs = pairsOf(ids(studies, resolve).map((id) => presentId(register, id)));
  return pairs.reduce((before, pair) => settlePair(before, pair, verdict), register);
}

function settlePair(
  register: Register,
  pair: readonly [string, string],
  verdict: Verdict,
): Register {
  const [older, newer] = [...pair].sort(byNumber);
  const silent = verdict === 'split' || verdict === 'merged' || verdict === 'unsure';
  return {
    ...register,
    studies: register.studies.map((study) => {
      if (study.id !== newer || older === undefined) return study;
      const doubts = (study.doubts ?? []).map((doubt): RegisteredDoubt =>
        doubt.study === older ? { ...doubt, settled: verdict } : doubt,
      );
      const edition = study.editions[0]?.edition;
      const isNoted = doubts.some((doubt) => doubt.study === older);
      if (silent && !isNoted && edition !== undefined) {
        doubts.push({ study: older, edition, score: 0, reasons: [BY_JUDGEMENT], settled: verdict });
      }
      return withDoubts(study, doubts);
    }),
  };
}

function withDoubts(
  { doubts: _doubts, ...study }: RegisteredStudy,
  doubts: readonly RegisteredDoubt[],
): RegisteredStudy {
  return doubts.length === 0 ? study : { ...study, doubts };
}
