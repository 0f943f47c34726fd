import { Failure } from '../failure/failure.ts';

/** The present, or BEGROTINGSWACHT_NOW: so that a run can be repeated as of another day. */
export function clockFrom(env: NodeJS.ProcessEnv): () => Date {
  const fixed = env['BEGROTINGSWACHT_NOW'];
  if (fixed === undefined || fixed === '') return () => new Date();
  const instant = new Date(fixed);
  if (Number.isNaN(instant.getTime())) {
    throw new Failure('usage', {
      subject: `BEGROTINGSWACHT_NOW=${fixed}`,
      problem: 'this is not an ISO instant',
      remedy: 'Write it like 2024-05-16T06:17:00+02:00, or leave it out',
    });
  }
  return () => new Date(instant);
}
