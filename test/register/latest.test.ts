import { expect, it } from 'vitest';
import { emptyRegister } from '../../src/register/codec.ts';
import { enroll } from '../../src/register/enroll.ts';
import { latestStates } from '../../src/register/latest.ts';
import { snapshot, study } from '../support/studies.ts';

it('gives each study of a chapter as its newest edition shows it', () => {
  const editions = [
    snapshot('XV/2023-begroting', study({ title: 'A', completion: '2023' }), study({ title: 'B' })),
    snapshot('XV/2022-jaarverslag', study({ title: 'C' }), study({ title: 'a', status: 'Lopend' })),
    snapshot('VI/2023-begroting', study({ title: 'A' })),
  ];
  let register = emptyRegister();
  for (const held of editions) ({ register } = enroll(register, held));
  const states = latestStates(register, 'XV', editions);
  expect(states.map(({ id, edition, study: row }) => [id, edition, row.title])).toEqual([
    ['s00001', 'XV/2022-jaarverslag', 'a'],
    ['s00002', 'XV/2023-begroting', 'B'],
    ['s00003', 'XV/2022-jaarverslag', 'C'],
  ]);
  expect(latestStates(register, 'XV', editions.slice(0, 1)).map(({ id }) => id)).toEqual([
    's00001',
    's00002',
  ]);
});
