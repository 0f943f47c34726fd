import type { StatedEdition } from '../edition/edition.ts';
import type { YearMeaning } from '../edition/models.ts';
import type { Study } from '../study/study.ts';

/** One edition as it is compared; a snapshot or an extraction is one. */
export interface ComparedEdition {
  readonly edition: StatedEdition;
  readonly studies: readonly Study[];
  /** Register id of each row, where there is a register. */
  readonly ids?: readonly string[];
  /** Themes that the annex names without a study under them. */
  readonly themes?: readonly string[];
  /** What the column of years means; left out: by the model that the edition was made after. */
  readonly years?: YearMeaning;
}
