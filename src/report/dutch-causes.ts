import { DUTCH_PLACE, theWritten } from './dutch-statements.ts';
import type { Finding } from './finding.ts';
import { quoted, stopped, uncapitalized } from './phrase.ts';
import type { Words } from './vocabulary.ts';

const { paper } = DUTCH_PLACE;

export const dutchGroup: Words['group'] = ({ lead, detail }, titles, more) => ({
  lead,
  detail: `${detail}: ${titles.map(quoted).join('; ')}${more === 0 ? '' : ` en nog ${more}`}`,
});

/** A message about a study that is listed or not may have been wrong in either way. */
const WHY: Readonly<Record<Finding['kind'], string>> = {
  text: ' (leesfout)',
  'nothing-stated': ' (leesfout)',
  'not-listed': ' (leesfout)',
  'other-study': ' (onderzoeken verward)',
  listed: '',
  'known-before': '',
  untrue: ' en vervalt',
};

export const dutchCorrection: Words['correction'] = (told, finding) => {
  const when = told === null ? '' : ` van ${told}`;
  const why = WHY[finding.kind];
  const sentences = [`onze melding${when} was onjuist${why}`, foundIn(finding)];
  const said = sentences.filter((sentence) => sentence !== '').map(stopped);
  return { lead: 'Rectificatie:', detail: ` ${said.join(' ')}` };
};

function foundIn(finding: Finding): string {
  switch (finding.kind) {
    case 'text': {
      const { edition, elsewhere, text } = finding;
      return `In ${elsewhere ? paper(edition) : theWritten(edition)} staat ${quoted(text)}`;
    }
    case 'nothing-stated': {
      return `In ${paper(finding.edition)} staat daarover niets`;
    }
    case 'not-listed': {
      return `Het onderzoek staat niet in ${paper(finding.edition)}`;
    }
    case 'listed': {
      return `Het onderzoek staat wel in ${paper(finding.edition)}`;
    }
    case 'known-before': {
      return 'Het onderzoek was al eerder vermeld';
    }
    case 'other-study': {
      return 'Het gaat om verschillende onderzoeken';
    }
    case 'untrue':
      break;
  }
  return '';
}

export const dutchRepublished: Words['republished'] = ({ lead, detail }, wasUnformatted) => ({
  lead: `Gewijzigd ten opzichte van de ${wasUnformatted ? 'onopgemaakte' : 'vorige'} versie:`,
  detail: ` ${uncapitalized(lead)}${detail}`,
});
