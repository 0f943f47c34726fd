import { describe, expect, it } from 'vitest';
import { studiesCsv, studiesPath } from '../../src/snapshot/studies-csv.ts';
import { study } from '../support/studies.ts';

describe('studiesCsv', () => {
  it('is one row a study, sorted by id', () => {
    expect(studiesPath('XV')).toBe('XV/studies.csv');
    const states = [
      {
        id: 's00002',
        edition: 'XV/2023-begroting',
        study: study({ title: 'Monitor "Y"', completion: '2025', articles: '1.2 en 13' }),
      },
      {
        id: 's00001',
        edition: 'XV/2022-jaarverslag',
        study: study({
          title: 'Wet X',
          type: 'Ex-post',
          completion: '2022',
          status: 'Afgerond',
          conclusions: 'Goed,\nmaar duur.',
          theme: 'Thema 1',
          place: { page: 9, pageLabel: null },
        }),
      },
    ];
    expect(studiesCsv(states)).toBe(
      [
        'id,title,type,completion,status,conclusions,articles,theme,edition,page',
        's00001,Wet X,Ex-post,2022,Afgerond,"Goed,\nmaar duur.",,Thema 1,XV/2022-jaarverslag,pdf 9',
        's00002,"Monitor ""Y""",,2025,,,"1.2, 13",,XV/2023-begroting,246',
        '',
      ].join('\n'),
    );
  });

  it.each(['=1+1', '+31', '-2', '@som', '\t=1', '  =1'])('lets no spreadsheet run %j', (title) => {
    const csv = studiesCsv([
      { id: 's00001', edition: 'XV/2023-begroting', study: study({ title }) },
    ]);
    expect(csv).toContain(`s00001,'${title},`);
  });
});
