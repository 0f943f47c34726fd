import type { Paper } from './paper.ts';

/**
 * Papers that stand around the given ones in the real service: others of the same dossier, the same
 * number of another chapter, a change of the same budget in the same parliamentary year, a paper of
 * the Eerste Kamer, attachments, papers without subrubriek, and titles with “;” and accents.
 */
export function noiseAround(papers: readonly Paper[]): readonly Paper[] {
  const dossiers = new Map(papers.map((paper) => [`${paper.dossier}-${paper.chapter}`, paper]));
  const taken = new Set(papers.map(({ publication }) => publication));
  return [...dossiers.values()]
    .flatMap(around)
    .filter(({ publication }) => !taken.has(publication));
}

function around(paper: Paper): readonly Paper[] {
  const { dossier, chapter, dossierTitle } = paper;
  const own = `kst-${dossier}-${chapter}`;
  const report = /^jaarverslag/iu.test(dossierTitle);
  const year = /20\d\d(?!.*20\d\d)/u.exec(dossierTitle)?.[0] ?? '';
  const base: Paper = { ...neighbour(paper), read: async () => placeholder(paper.publication) };
  const inDossier = (number: string, documentTitle: string, subrubriek: string | null): Paper => ({
    ...base,
    publication: `${own}-${number}`,
    number,
    documentTitle,
    subrubriek,
  });
  const otherChapter = chapter === 'XVI' ? 'XV' : 'XVI';
  const attachment = 1_000_000 + Number(dossier) * 10;
  return [
    ...(report
      ? [
          inDossier('1', 'Jaarverslag', 'Jaarverslag'),
          inDossier('2', 'Rapport van de Algemene Rekenkamer; Resultaten', null),
          inDossier('3', 'Voorstel van wet', 'Voorstel van wet'),
          inDossier('4', 'Memorie van toelichting', 'Memorie van toelichting'),
        ]
      : [
          inDossier('1', 'Voorstel van wet; Voorstel van wet', 'Voorstel van wet'),
          inDossier('2', 'Memorie van toelichting', 'Memorie van toelichting'),
          inDossier('3', 'Verslag van een overleg; financiën & coördinatie', 'Verslag'),
          inDossier('4', 'Motie van het lid Özdil over evaluatie van de Wajong', 'Motie'),
        ]),
    inDossier('12', 'Brief van de minister', null),
    { ...inDossier('A', 'Verslag', 'Verslag') },
    {
      ...base,
      publication: `kst-${dossier}-${otherChapter}-${paper.number}`,
      chapter: otherChapter,
      dossierTitle: dossierTitle
        .replace(/Sociale Zaken en Werkgelegenheid/u, 'Volksgezondheid, Welzijn en Sport')
        .replace(/\(XV\)/u, `(${otherChapter})`),
    },
    {
      ...base,
      publication: `kst-${dossier}-1`,
      chapter: null,
      number: '1',
      dossierTitle: report
        ? `Financieel jaarverslag van het Rijk ${year}`
        : `Nota over de toestand van ’s Rijks Financiën ${year}`,
      documentTitle: report ? 'Financieel jaarverslag' : 'Miljoenennota',
    },
    // The same ministry, year, parliamentary year and number as the budget itself.
    {
      ...base,
      publication: `kst-${Number(dossier) + 150}-${chapter}-${paper.number}`,
      dossier: String(Number(dossier) + 150),
      dossierTitle: `Wijziging van de begrotingsstaten van ${ministryOf(dossierTitle)} voor het jaar ${year} (wijziging samenhangende met de Voorjaarsnota)`,
      documentTitle: 'Memorie van toelichting',
      subrubriek: 'Memorie van toelichting',
    },
    {
      ...base,
      publication: `blg-${attachment}`,
      documentTitle: 'Bijlage: onderzoeksrapport',
      subrubriek: null,
      attachmentOf: paper.publication,
    },
  ];
}

/** Of the same dossier and day, with nothing of the paper's own life cycle. */
function neighbour({ dossier, chapter, ...paper }: Paper): Omit<Paper, 'read'> {
  const { publication, number, dossierTitle, documentTitle, subrubriek } = paper;
  const { vergaderjaar, published, modified } = paper;
  return {
    dossier,
    chapter,
    publication,
    number,
    dossierTitle,
    documentTitle,
    subrubriek,
    vergaderjaar,
    published,
    modified,
  };
}

/** “het Ministerie van … (XV)” out of a dossier's title. */
function ministryOf(dossierTitle: string): string {
  const name = dossierTitle
    .replace(/^.*?(?=Ministerie)/u, '')
    .replace(/\s*(?:voor het jaar )?20\d\d.*$/u, '');
  return `het ${name}`;
}

/** The smallest file that passes for a PDF; no test or demo should ever read it. */
function placeholder(publication: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n% placeholder beside ${publication}\n%%EOF\n`);
}
