import type { Plan } from '../app/dry-run.ts';
import type { CheckObserver } from '../app/pass.ts';
import type { EditionOutcome, Reread, Summary } from '../app/summary.ts';
import type { Output } from './output.ts';

const OUTCOMES: Readonly<Record<EditionOutcome['outcome'], string>> = {
  new: 'new',
  unchanged: 'unchanged',
  republished: 'later print of an edition that was held',
  quarantined: 'in quarantine, nothing of it is told',
  failed: 'could not be read',
};

/** Tells on stderr what a pass is doing. */
export function progress(output: Output): CheckObserver {
  return {
    onEdition({ id, outcome, studies, changes }) {
      if (outcome === 'unchanged' || outcome === 'failed') return;
      output.say(`${id}: ${OUTCOMES[outcome]}, ${studies} studies, ${changes} changes`);
    },
    onReread: (reread) => output.say(rereadLine(reread)),
    onFailure: (failure) => output.say(failure.message),
  };
}

/** What reading a kept print again has brought. */
export function rereadLine({ id, studies, otherwise, corrections }: Reread): string {
  const told = corrections.length > 0 ? `, ${corrections.length} corrections of what was told` : '';
  return `${id}: read again, ${studies} studies, ${otherwise} read otherwise${told}`;
}

/** The summary of a pass for a person. */
export function summaryText(
  { rereads, editions, changes, deliveries }: Summary,
  plan: Plan | null,
): string {
  const news = changes.filter((change) => change.news !== 'no');
  return [
    ...rereads.map(rereadLine),
    ...editions.flatMap(({ id, outcome, studies, gates = [] }) => [
      `${id}: ${OUTCOMES[outcome]}, ${studies} studies`,
      ...gates.map(({ gate, message }) => `  ${gate}: ${message}`),
    ]),
    `${changes.length} changes, ${news.length} of them news`,
    ...deliveries.map(
      ({ channel, created, updated, commented, skipped, queued }) =>
        `${channel}: ${created} created, ${updated} updated, ${commented} commented, ${skipped} there already, ${queued} left for the next run`,
    ),
    ...(plan ? planLines(plan) : []),
  ].join('\n');
}

function planLines({ studies, periodic }: Plan): readonly string[] {
  return [
    '',
    'Dry run: nothing was written and nothing was sent. This would be:',
    ...periodic.map(({ channel, name, body }) => `\n--- ${channel}: ${name}\n${body.trimEnd()}`),
    ...studies.map(
      ({ channel, study, title, body, news }) =>
        `\n--- ${channel}: ${study} ${title} (${news.length} news)\n${body.trimEnd()}`,
    ),
  ];
}
