import { Failure } from '../failure/failure.ts';
import { foldTitle } from '../study/title.ts';
import { presentId } from './judge.ts';
import type { Register, RegisteredStudy } from './register.ts';

const MOST_NAMED = 12;

/**
 * The study that a person means: by its id, by a whole title that it bore, or by a part of one that no other
 * study bore. Throws a Failure `not-found` when there is none, and `usage` that lists them when there are
 * several.
 */
export function findStudy(register: Register, wanted: string): RegisteredStudy {
  const byId = register.studies.find(({ id }) => id === presentId(register, wanted.trim()));
  if (byId) return byId;
  const present = register.studies.filter(({ mergedInto }) => mergedInto === undefined);
  const folded = foldTitle(wanted);
  const whole = present.filter(({ titles }) =>
    titles.some(({ title }) => foldTitle(title) === folded),
  );
  const found =
    whole.length > 0 || folded === ''
      ? whole
      : present.filter(({ titles }) =>
          titles.some(({ title }) => foldTitle(title).includes(folded)),
        );
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only) throw several(wanted, found);
  throw new Failure('not-found', {
    subject: wanted,
    problem: 'no study in the register has this id, nor a title with these words',
    remedy: 'Give an id such as s00042 (studies.csv of the chapter lists them) or words of a title',
  });
}

function several(wanted: string, found: readonly RegisteredStudy[]): Failure {
  const named = found
    .slice(0, MOST_NAMED)
    .map(({ id, chapter, titles }) => `${id} (${chapter}) ${titles.at(-1)?.title ?? ''}`);
  const more = found.length - named.length;
  return new Failure('usage', {
    subject: wanted,
    problem: `${found.length} studies have this in a title: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    remedy: 'Give the id of one of them, or more of its title',
  });
}
