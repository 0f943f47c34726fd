import Pdfkit from 'pdfkit';

/** A study of an annex without tables, as it is printed. */
export interface ListedStudy {
  readonly title: string;
  readonly text: string;
  /** A raised mark behind the title, with its note. */
  readonly note?: readonly [mark: string, text: string];
  /** Words of the text that lead to an address. */
  readonly link?: readonly [words: string, url: string];
}

export interface ListedTheme {
  readonly heading: string;
  readonly studies: readonly ListedStudy[];
  /** Prose below them that is no study. */
  readonly remark?: string;
}

/** Of `shapes` the bullets are drawn, and no white parts the items. */
export type Form = 'plain' | 'bold' | 'line' | 'bullets' | 'shapes';

export const FORMS: readonly Form[] = ['plain', 'bold', 'line', 'bullets', 'shapes'];

const ANNEX = 'Bijlage 5: Uitwerking Strategische Evaluatie Agenda';
const INTRODUCTION =
  'Deze bijlage beschrijft de onderzoeken per thema. De planning is opgenomen in de beleidsagenda: zie paragraaf 2.4.';

/** The same annex as a PDF, by pdfkit with its own line breaking. */
export async function prosePdf(
  themes: readonly ListedTheme[],
  form: Form,
  { size = 9, height = 500 } = {},
): Promise<Uint8Array> {
  const document = new Pdfkit({ size: [420, height], margin: 50 });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => {
    document.on('end', () => resolve());
  });
  const gap = (): void => {
    document.font('Helvetica').fontSize(size).moveDown(0.6);
  };
  document.font('Helvetica-Bold').fontSize(16).text(ANNEX);
  gap();
  document.text(INTRODUCTION);
  gap();
  for (const { heading, studies, remark } of themes) {
    document.font('Helvetica-Bold').fontSize(size).text(heading);
    gap();
    const notes: (readonly [string, string])[] = [];
    for (const { title, text, note, link } of studies) {
      if (form === 'shapes') {
        document.circle(62, document.y + size / 2, 1.5).fill();
        document.x = 70;
      }
      document.font(form === 'bold' ? 'Helvetica-Bold' : 'Helvetica').fontSize(size);
      const bullet = form === 'bullets' ? '• ' : '';
      if (note) {
        notes.push(note);
        document.text(`${bullet}${title}`, { continued: true });
        // The baseline of Helvetica stands .718 em below the top of a line.
        const rise = { continued: true, baseline: -(0.718 - 0.35) * size } as const;
        document.fontSize(size * 0.65).text(note[0], rise);
        document.fontSize(size).text(':', { continued: form !== 'line', baseline: 'top' });
      } else document.text(`${bullet}${title}:`, { continued: form !== 'line' });
      document.font('Helvetica').fontSize(size);
      const space = form === 'line' ? '' : ' ';
      if (link) {
        const at = text.indexOf(link[0]);
        document
          .text(space + text.slice(0, at), { continued: true })
          .text(link[0], { continued: true, link: link[1] })
          .text(text.slice(at + link[0].length), { link: null });
      } else document.text(space + text);
      if (form !== 'shapes') gap();
    }
    document.x = 50;
    gap();
    if (remark !== undefined) document.text(remark);
    gap();
    for (const [mark, text] of notes) document.fontSize(size * 0.8).text(`${mark} ${text}`);
    gap();
  }
  document.addPage();
  document.font('Helvetica-Bold').fontSize(16).text('Bijlage 6: Lijst van afkortingen');
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The same annex as an XML edition. */
export function proseXml(themes: readonly ListedTheme[], form: Form): string {
  const sections = themes.map(({ heading, studies, remark }) => {
    const items = studies.map(({ title, text, note, link }) => {
      const noot = note
        ? `<noot type="voet"><noot.nr>${note[0]}</noot.nr><noot.al>${note[1]}</noot.al></noot>`
        : '';
      const lead = `${escaped(title)}${noot}:`;
      const prose = link
        ? escaped(text).replace(link[0], `<extref doc="${link[1]}">${link[0]}</extref>`)
        : escaped(text);
      if (form === 'line') return al(lead) + al(prose);
      if (form === 'bullets' || form === 'shapes')
        return `<li><li.nr>•</li.nr>${al(`${lead} ${prose}`)}</li>`;
      return al(
        form === 'bold' ? `<nadruk type="vet">${lead}</nadruk> ${prose}` : `${lead} ${prose}`,
      );
    });
    const listed =
      form === 'bullets' || form === 'shapes'
        ? `<lijst>${items.join('')}</lijst>`
        : items.join('\n');
    const below = remark === undefined ? '' : al(escaped(remark));
    return `<divisie><kop><titel>${escaped(heading)}</titel></kop>${listed}${below}</divisie>`;
  });
  return `<officiele-publicatie><kamerstuk><stuk><divisie><kop><titel>${ANNEX}</titel></kop>${al(INTRODUCTION)}${sections.join('')}</divisie><divisie><kop><titel>Bijlage 6: Lijst van afkortingen</titel></kop></divisie></stuk></kamerstuk></officiele-publicatie>`;
}

function al(inner: string): string {
  return `<al>${inner}</al>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
