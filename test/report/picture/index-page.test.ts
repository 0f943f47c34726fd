import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../src/report/picture/explanation.ts';
import { explanationFiles } from '../../../src/report/picture/files.ts';
import { paper, STYLE } from '../../support/pages.ts';
import { explained } from '../../support/picture.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';

function annex(status = 'Lopend', title = 'Evaluatie Wet arbeid vreemdelingen'): Explanation {
  const sheet = paper({ ...STYLE, height: 300 });
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Werk');
  const prose = Array.from({ length: 18 }, () => 'Aanbevolen wordt meer samenhang.').join(' ');
  sheet.table(
    [
      { header: 'Titel', width: 130 },
      { header: 'Type onderzoek', width: 66 },
      { header: 'Afronding', width: 48 },
      { header: 'Status', width: 60 },
      { header: 'Conclusies/aanbevelingen', width: 130 },
    ],
    [
      ['Jaarrapport Integratie', 'Monitoring', '2022^1', 'Afgerond', ''],
      [title, 'Ex-post evaluatie', '2023', status, prose],
    ],
  );
  sheet.footnotes(['Een jaar later dan gepland.']);
  return explained(sheet.pages(), HEADING);
}

function indexOf(explanation: Explanation): string {
  return explanationFiles(explanation).get('index.html') ?? '';
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

describe('index.html', () => {
  const explanation = annex();
  const index = indexOf(explanation);

  it('stands beside a picture of each page', () => {
    const files = [...explanationFiles(explanation).keys()];
    expect(files).toEqual([
      'index.html',
      ...explanation.pages.map(({ number }) => `page-${number}.svg`),
    ]);
    for (const { number } of explanation.pages)
      expect(index).toContain(`href="page-${number}.svg"`);
  });

  it('has no link within it that leads nowhere, and no name twice', () => {
    const ids = all(index, /\sid="([^"]*)"/gu);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all(index, /href="#([^"]*)"/gu);
    expect(links).toContain('row-2');
    expect(links).toContain('study-2');
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  it('loads nothing and runs its own script only', () => {
    expect(index).toMatch(
      /content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-/u,
    );
    expect(index).not.toMatch(/\ssrc=|@import|url\((?!#hatch)|<link|href="https?:/u);
    expect(all(index, /(<script)/gu)).toHaveLength(1);
  });

  it('tells what was read of each study, and what was made of it', () => {
    expect(index).toContain('<span lang="nl">Evaluatie Wet arbeid vreemdelingen</span>');
    expect(index).toContain('studies[1], row 2 of “Thema 1: Werk”, runs on to page 8');
    expect(index).toContain('(began on page 7)');
    expect(index).toContain('1 on completion: <span lang="nl">Een jaar later dan gepland.</span>');
    expect(index).toContain('no column for: description, articles, subtheme');
  });

  it('puts a notice beside its study and marks its number in the picture', () => {
    const doubtful = indexOf(annex('In de wacht'));
    const card = /<article id="study-2"[^]*?<\/article>/u.exec(doubtful)?.[0];
    expect(card).toContain('<strong>unknown-status</strong>');
    expect(card).toContain('In de wacht</span><span class="meant">= onbekend</span>');
    expect(doubtful).toContain('class="badge low" href="#study-2"');
    expect(doubtful).not.toContain('class="badge low" href="#study-1"');
  });

  it('shows markup in a print as text', () => {
    const title = '<img/onerror=alert(1)> &amp; "x"';
    const hostile = indexOf(annex('Lopend', title));
    expect(hostile).toContain('&lt;img/onerror=alert(1)&gt; &amp;amp; &quot;x&quot;');
    expect(hostile).not.toContain('<img');
  });
});

it('lists the studies of an edition without pages, its XML', () => {
  const files = explanationFiles({ ...annex(), pages: [] });
  expect([...files.keys()]).toEqual(['index.html']);
  const index = files.get('index.html') ?? '';
  expect(all(index, /<article id="([^"]*)"/gu)).toEqual(['study-1', 'study-2']);
  const ids = all(index, /\sid="([^"]*)"/gu);
  expect(all(index, /href="#([^"]*)"/gu).filter((link) => !ids.includes(link))).toEqual([]);
});

describe('where reading failed', () => {
  it('shows the pages without roles, and why', () => {
    const { pages, name } = annex();
    const layout = { roles: new Map(), tables: [] };
    const problem = '“2022” is used twice';
    const files = explanationFiles({
      name,
      pages,
      layout,
      problem,
      failedGates: [],
      extraction: null,
    });
    expect([...files.keys()]).toEqual(['index.html', 'page-7.svg', 'page-8.svg']);
    expect(files.get('index.html')).toContain(
      '<p class="problem" role="alert">“2022” is used twice</p>',
    );
    expect(files.get('page-7.svg')).toContain('>Integratie</text>');
    expect(files.get('page-7.svg')).not.toContain('class="lost');
  });
});
