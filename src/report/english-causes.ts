import { ENGLISH_PLACE, theWritten } from './english-statements.ts';
import type { Finding } from './finding.ts';
import { capitalized, quoted, stopped, uncapitalized } from './phrase.ts';
import type { Words } from './vocabulary.ts';

const { paper } = ENGLISH_PLACE;

export const englishGroup: Words['group'] = ({ lead, detail }, titles, more) => ({
  lead,
  detail: `${detail}: ${titles.map(quoted).join('; ')}${more === 0 ? '' : ` and ${more} more`}`,
});

/** A message about a study that is listed or not may have been wrong in either way. */
const WHY: Readonly<Record<Finding['kind'], string>> = {
  text: ' (a reading error)',
  'nothing-stated': ' (a reading error)',
  'not-listed': ' (a reading error)',
  'other-study': ' (studies taken for one another)',
  listed: '',
  'known-before': '',
  untrue: ' and is withdrawn',
};

export const englishCorrection: Words['correction'] = (told, finding) => {
  const when = told === null ? '' : ` of ${told}`;
  const why = WHY[finding.kind];
  const sentences = [`our message${when} was wrong${why}`, foundIn(finding)];
  const said = sentences.filter((sentence) => sentence !== '').map(stopped);
  return { lead: 'Correction:', detail: ` ${said.join(' ')}` };
};

function foundIn(finding: Finding): string {
  switch (finding.kind) {
    case 'text': {
      const { edition, elsewhere, text } = finding;
      const source = elsewhere ? capitalized(paper(edition)) : `The ${theWritten(edition)}`;
      return `${source} says ${quoted(text)}`;
    }
    case 'nothing-stated': {
      return `${capitalized(paper(finding.edition))} states nothing about it`;
    }
    case 'not-listed': {
      return `The study is not listed in ${paper(finding.edition)}`;
    }
    case 'listed': {
      return `The study is listed in ${paper(finding.edition)}`;
    }
    case 'known-before': {
      return 'The study was listed before';
    }
    case 'other-study': {
      return 'These are different studies';
    }
    case 'untrue':
      break;
  }
  return '';
}

export const englishRepublished: Words['republished'] = ({ lead, detail }, wasUnformatted) => ({
  lead: `Changed from the ${wasUnformatted ? 'unformatted' : 'former'} version:`,
  detail: ` ${uncapitalized(lead)}${detail}`,
});
