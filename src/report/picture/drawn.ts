import type { Level, Reason } from '../../study/confidence.ts';
import type { Notice } from '../../study/extraction.ts';
import type { Study } from '../../study/study.ts';

/** What the pictures need to know of the studies, and of the document they stand in. */
export interface Drawn {
  /** Where the list of studies is: "" in the same document. */
  readonly list: string;
  /** The study as the JSON numbers it: `studies[0]` is study 1. */
  nameOf(study: number): string;
  noticesOf(study: number): readonly Notice[];
  /** How surely a cell was read, or the row as a whole. */
  levelOf(study: number, on: Reason['on'] | 'other' | 'unknown'): Level;
  /** What raised or lowered it. */
  reasonsOf(study: number, on: Reason['on'] | 'other' | 'unknown'): readonly Reason[];
  /** The identifier the first time it is asked for; null from then on. */
  claim(id: string): string | null;
}

/** @param list file that holds the list; "" when the picture is part of it */
export function drawnOf(
  studies: readonly Study[],
  notices: readonly Notice[],
  list: string,
): Drawn {
  const claimed = new Set<string>();
  return {
    list,
    nameOf(study) {
      const { title = '', place } = studies[study] ?? {};
      const row = place ? `, row ${place.row ?? '?'} of “${place.table ?? ''}”` : '';
      return `study ${study + 1} (studies[${study}]${row}): ${title}`;
    },
    noticesOf(study) {
      const place = studies[study]?.place;
      return place ? noticesAt(notices, place) : [];
    },
    levelOf(study, on) {
      const { row = 'high', cells = {} } = studies[study]?.confidence ?? {};
      if (on === 'row') return row;
      return on === 'other' || on === 'unknown' ? 'high' : (cells[on] ?? 'high');
    },
    reasonsOf(study, on) {
      return studies[study]?.confidence?.reasons.filter((reason) => reason.on === on) ?? [];
    },
    claim(id) {
      if (claimed.has(id)) return null;
      claimed.add(id);
      return id;
    },
  };
}

/** Notices that name the place of one study. */
function noticesAt(
  notices: readonly Notice[],
  { page, table, row }: Study['place'],
): readonly Notice[] {
  return notices.filter(
    ({ place }) =>
      place !== null && place.page === page && place.table === table && place.row === row,
  );
}
