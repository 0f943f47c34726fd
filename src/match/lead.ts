import { slipBetween } from './edit.ts';
import { FUNCTION_WORDS } from './vocabulary.ts';

/** When in the life of a measure a study looks at it. */
export type Moment = 'ante' | 'durante' | 'post';

/**
 * What is made. `evaluation` stands for all that ministries call one thing or another (evaluatie,
 * beleidsdoorlichting, periodieke rapportage, onderzoek): these words do not tell studies apart.
 */
export type Work = 'evaluation' | 'monitor' | 'exploration' | 'baseline' | 'cost-benefit';

interface LeadWord {
  readonly work: Work | null;
  readonly moment: Moment | null;
}

const ENDINGS: readonly (readonly [RegExp, LeadWord])[] = [
  [
    /^(?:tussen|midterm|tussentijdse)(?:evaluaties?|review|rapportage)$/,
    { work: 'evaluation', moment: 'durante' },
  ],
  [
    /^(?:eind|slot|endterm)(?:evaluaties?|rapportage|review)$/,
    { work: 'evaluation', moment: 'post' },
  ],
  [
    /^(?:[a-z]{2,14})?evaluatie(?:s|rapport|onderzoek|studie)?$/,
    { work: 'evaluation', moment: null },
  ],
  [/^(?:beleids)?doorlichting(?:en)?$/, { work: 'evaluation', moment: null }],
  [
    /^synthese(?:onderzoek|studie|rapport|rapportage)?(?:en)?$/,
    { work: 'evaluation', moment: null },
  ],
  [
    /^(?:effect(?:en)?|impact|wetgevings|overig|evaluatie)?onderzoek(?:en)?$/,
    { work: null, moment: null },
  ],
  [/^periodiekerapportages?$/, { work: 'evaluation', moment: null }],
  [/^(?:periodieke|rapportages?|review|overig|wetenschappelijke?)$/, { work: null, moment: null }],
  [/^(?:voortgangs|beleids)?monitor(?:ing|en)?$/, { work: 'monitor', moment: null }],
  [/^(?:toekomst)?verkenning(?:en)?$|^probleemanalyse$/, { work: 'exploration', moment: 'ante' }],
  [/^nulmeting$/, { work: 'baseline', moment: 'ante' }],
  [/^tussenmeting$/, { work: 'baseline', moment: 'durante' }],
  [/^eindmeting$/, { work: 'baseline', moment: 'post' }],
  [/^mkba$/, { work: 'cost-benefit', moment: 'ante' }],
  [/^tussentijdse?$|^midterm$|^exdurante$/, { work: null, moment: 'durante' }],
  [/^endterm$|^expost$/, { work: null, moment: 'post' }],
  [/^exante$/, { work: null, moment: 'ante' }],
];

/** Two words that are one lead: “ex post” and “mid term”, as the hyphen parts them, “periodieke rapportage”. */
const DOUBLES: ReadonlySet<string> = new Set([
  'ex ante',
  'ex durante',
  'ex post',
  'mid term',
  'end term',
  'periodieke rapportage',
  'periodieke rapportages',
]);

/** Words whose misspelling is still seen for what it is, also at the end of a compound. */
const MISSPELT: readonly string[] = [
  'evaluatie',
  'doorlichting',
  'rapportage',
  'periodieke',
  'onderzoek',
  'monitoring',
  'monitor',
];

/** What a word says of the kind of study; null when it is no such word. */
export function leadWord(word: string): LeadWord | null {
  for (const [pattern, lead] of ENDINGS) if (pattern.test(word)) return lead;
  for (const meant of MISSPELT) {
    for (const length of [meant.length - 1, meant.length, meant.length + 1]) {
      const end = word.slice(-length);
      if (end.length !== length || end[0] !== meant[0] || !isSlip(meant, end)) continue;
      return leadWord(word.slice(0, -length) + meant);
    }
  }
  return null;
}

/** One letter too many, too few or other, or two neighbours swapped. */
function isSlip(meant: string, word: string): boolean {
  return slipBetween(meant, word) !== null && meant !== word;
}

export interface Lead {
  /** Index of the first word of the subject, and the index behind its last one. */
  readonly from: number;
  readonly to: number;
  readonly work: ReadonlySet<Work>;
  readonly moments: ReadonlySet<Moment>;
}

/** Finds the words before and behind the subject of a title that only say what kind of study it is. */
export function leadOf(words: readonly string[]): Lead {
  const work = new Set<Work>();
  const moments = new Set<Moment>();
  const note = ({ work: kind, moment }: LeadWord): void => {
    if (kind) work.add(kind);
    if (moment) moments.add(moment);
  };
  let from = 0;
  for (let at = 0; at < words.length;) {
    const { lead, length } = leadAt(words, at);
    if (lead) {
      note(lead);
      from = at + length;
    } else if (!FUNCTION_WORDS.has(words[at] ?? '')) break;
    at += length;
  }
  // “Landelijke Kwaliteitsmonitor X”: a compound names the work wherever it stands.
  if (words.some((word) => /^[a-z]{4,}monitor(?:en)?$/.test(word))) work.add('monitor');
  let to = words.length;
  while (to > from) {
    const double = to - 2 >= from ? leadAt(words, to - 2) : null;
    const taken = double?.lead && double.length === 2 ? double : leadAt(words, to - 1);
    // Behind the subject only words that name an evaluation: “stand van het onderzoek” is a subject.
    if (!taken.lead || (taken.lead.work !== 'evaluation' && taken.lead.moment === null)) break;
    if (taken.lead.work !== null && taken.lead.work !== 'evaluation') break;
    note(taken.lead);
    to -= taken === double ? 2 : 1;
  }
  while (from > 0 && from < to && FUNCTION_WORDS.has(words[from] ?? '')) from += 1;
  return { from, to, work, moments };
}

function leadAt(words: readonly string[], at: number): { lead: LeadWord | null; length: number } {
  const pair = `${words[at] ?? ''} ${words[at + 1] ?? ''}`;
  if (DOUBLES.has(pair)) return { lead: leadWord(pair.replace(' ', '')), length: 2 };
  return { lead: leadWord(words[at] ?? ''), length: 1 };
}

const ANYWHERE: readonly (readonly [RegExp, Moment])[] = [
  [/\bex ?ante\b|\bnulmeting\b|\b0 meting\b/, 'ante'],
  [
    /\b(?:ex ?)?durante\b|\btussen(?:tijdse? )?(?:evaluatie|meting|rapportage)|\bmid ?term\b|\btussentijdse\b/,
    'durante',
  ],
  [/\bex ?post\b|\b(?:eind|slot)(?:evaluatie|meting)|\bend ?term\b/, 'post'],
];

/** Moments that a folded title or type names, wherever in it. */
export function momentsIn(folded: string): ReadonlySet<Moment> {
  return new Set(ANYWHERE.filter(([pattern]) => pattern.test(folded)).map(([, moment]) => moment));
}
