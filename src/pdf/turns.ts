/**
 * Makes what is asked at once be done one after the other. What pdf.js complains of while it reads a
 * page can be told from what it says of the next one only so (complaints.ts).
 */
export function createTurns(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const done = last.then(act);
    last = done.catch(() => {});
    return done;
  };
}
