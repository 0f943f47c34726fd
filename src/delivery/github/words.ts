/** The few words of this channel's own that readers see; all other text comes from src/report. */
export interface ChannelWords {
  /** Why an issue is closed; the reason comes without full stop. */
  closed(reason: string): string;
  readonly reopened: string;
  duplicate(original: number): string;
  readonly digestTitle: string;
  readonly digestBody: string;
  /** Description of our labels, at most 100 characters together with the mark of ownership. */
  readonly labelDescription: string;
}

const DUTCH: ChannelWords = {
  closed: (reason) => `Gesloten: ${sentence(reason)}`,
  reopened:
    'Heropend: over dit onderzoek staat weer een vraag open. De huidige stand staat bovenaan deze pagina.',
  duplicate: (original) =>
    `Over dit onderzoek bestond al een issue: #${original}. Dit dubbele issue is daarom gesloten; nieuwe berichten verschijnen alleen daar.`,
  digestTitle: 'Wekelijks overzicht evaluatieonderzoek',
  digestBody: [
    'Onder dit bericht verschijnt per week één overzicht van wat er is gewijzigd in de evaluatiebijlagen van begrotingen en jaarverslagen.',
    'Wie elk overzicht per e-mail wil ontvangen, kiest naast dit bericht onder Notifications voor Subscribe; afmelden kan op dezelfde plaats met Unsubscribe. Over één onderzoek bericht het issue van dat onderzoek.',
  ].join('\n\n'),
  labelDescription: 'Wordt bijgehouden door de bot',
};

const ENGLISH: ChannelWords = {
  closed: (reason) => `Closed: ${sentence(reason)}`,
  reopened:
    'Reopened: there is an open question about this study again. Its present state is at the top of this page.',
  duplicate: (original) =>
    `There was an issue about this study already: #${original}. This duplicate is therefore closed; further news appears only there.`,
  digestTitle: 'Weekly overview of evaluation studies',
  digestBody: [
    'Once a week an overview appears below of what changed in the evaluation annexes of budgets and annual reports.',
    'To receive each overview by e-mail, choose Subscribe under Notifications beside this text; Unsubscribe is in the same place. News about a single study is in the issue of that study.',
  ].join('\n\n'),
  labelDescription: 'Kept up to date by the bot',
};

export const CHANNEL_WORDS: Readonly<Record<'nl' | 'en', ChannelWords>> = {
  nl: DUTCH,
  en: ENGLISH,
};

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
