import { describe, expect, it } from 'vitest';
import { studiesCsv, studiesPath } from '../../src/snapshot/studies-csv.ts';
import type { StudyState } from '../../src/snapshot/studies-csv.ts';

const NOTHING: StudyState = {
  id: 's00001',
  title: '',
  type: null,
  completion: null,
  status: null,
  conclusions: null,
  articles: [],
  theme: null,
  edition: 'XV/2022-jaarverslag',
  page: null,
};

describe('studiesCsv', () => {
  it('is one row a study, sorted by id', () => {
    expect(studiesPath('XV')).toBe('XV/studies.csv');
    const states: readonly StudyState[] = [
      {
        ...NOTHING,
        id: 's00002',
        title: 'Monitor "Y"',
        completion: '2025',
        articles: ['1.2', '13'],
        edition: 'XV/2023-begroting',
        page: '246',
      },
      {
        ...NOTHING,
        title: 'Wet X',
        type: 'Ex-post',
        completion: '2022',
        status: 'afgerond',
        conclusions: 'Goed,\nmaar duur.',
        theme: 'Thema 1',
        page: 'pdf 9',
      },
    ];
    expect(studiesCsv(states)).toBe(
      [
        'id,title,type,completion,status,conclusions,articles,theme,edition,page',
        's00001,Wet X,Ex-post,2022,afgerond,"Goed,\nmaar duur.",,Thema 1,XV/2022-jaarverslag,pdf 9',
        's00002,"Monitor ""Y""",,2025,,,"1.2, 13",,XV/2023-begroting,246',
        '',
      ].join('\n'),
    );
  });

  it.each(['=1+1', '+31', '-2', '@som', '\t=1', '  =1'])('lets no spreadsheet run %j', (title) => {
    const csv = studiesCsv([{ ...NOTHING, title }]);
    expect(csv).toContain(`s00001,'${title},`);
  });
});
