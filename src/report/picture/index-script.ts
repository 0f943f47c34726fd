/** Lights up a study in the pictures and in the list together. Everything is to be read without it as well. */
export const INDEX_SCRIPT = `
'use strict';
const of = (number) => document.querySelectorAll('[data-study="' + number + '"]');
let lit = null;
function light(number) {
  if (lit !== null) for (const it of of(lit)) it.classList.remove('lit');
  lit = number;
  for (const it of of(number)) it.classList.add('lit');
}
function show(target) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
}
function follow() {
  const found = /^#(?:study|row)-(\\d+)$/.exec(location.hash);
  if (found) light(found[1]);
}
document.addEventListener('click', (event) => {
  const row = event.target.closest('[data-study]');
  if (!row) return;
  const number = row.dataset.study;
  const link = event.target.closest('a');
  const inPicture = row.closest('svg') !== null;
  if (link && !/^#(?:study|row)-/.test(link.getAttribute('href'))) return;
  if (!link && String(getSelection()) !== '') return;
  const target = document.getElementById((inPicture ? 'study-' : 'row-') + number);
  light(number);
  if (!target) return;
  event.preventDefault();
  history.replaceState(null, '', '#' + target.id);
  show(target);
  if (link) target.focus({ preventScroll: true });
});
addEventListener('hashchange', follow);
follow();
`;
