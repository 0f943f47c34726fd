import { eventsOf, mentionsOf } from '../app/history.ts';
import type { State } from '../app/state.ts';
import type { Summary } from '../app/summary.ts';
import { changeLines } from '../report/change-lines.ts';

/** What one day of the demo brought: what was found, what changed, what was written. */
export function editionReport(
  edition: string,
  published: string,
  { editions, deliveries }: Summary,
  state: State,
): readonly string[] {
  const outcome = editions.find(({ id }) => id === edition);
  const studies = new Map(state.register.studies.map((study) => [study.id, study]));
  const events = state.ledger.events.filter((event) => event.edition === edition);
  const news = events.filter((event) => event.news !== 'no');
  const rest = Map.groupBy(
    events.filter((event) => event.news === 'no'),
    ({ kind }) => kind,
  );
  const silent = [...rest].map(([kind, { length }]) => `${length} ${kind}`).join(', ');
  const lines = changeLines(news, {
    language: 'nl',
    mentionsOf: ({ study }) => {
      const registered = studies.get(study ?? '');
      return registered ? mentionsOf(registered, state) : [];
    },
    titleOf: (id) => studies.get(id)?.titles.at(-1)?.title,
    eventsOf: ({ study }) => (study === null ? [] : eventsOf(study, state)),
  });
  const baseline = events.length === 0 ? ' · first of its kind: recorded as the baseline' : '';
  return [
    `== ${published}  ${edition}: ${outcome?.outcome ?? 'not found'}, ${outcome?.studies ?? 0} studies${baseline}`,
    ...(events.length === 0
      ? []
      : [`   ${news.length} news${silent === '' ? '' : `; not told: ${silent}`}`]),
    '',
    ...lines.map((line) => (line === '' ? '' : `   ${line}`)),
    ...deliveries.map(
      ({ channel, created, commented }) =>
        `   → ${channel}: ${created} documents, ${commented} comments`,
    ),
    '',
  ];
}
