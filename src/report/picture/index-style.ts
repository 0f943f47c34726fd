import { PRINTED_KEYS } from '../../study/study.ts';

const SWATCHES = [...PRINTED_KEYS, 'other', 'unknown']
  .map((key) => `.swatch.t-${key}::before,dt.t-${key}::before{background:var(--t-${key})}`)
  .join('\n');

/** How index.html looks around the pictures. */
export const INDEX_STYLE = `
:root{--ground:#f3f4f6;--card:#fff;--line:#d5d9de;--faint:#5f6670}
@media (prefers-color-scheme:dark){:root{--ground:#111317;--card:#1b1d22;--line:#3a4049;--faint:#a2a9b3}}
*{box-sizing:border-box}
body{margin:0;padding:1rem 1.5rem 4rem;background:var(--ground);color:var(--ink);font:15px/1.45 system-ui,sans-serif}
h1{font-size:1.4rem;margin:.2rem 0 .8rem}
h2{font-size:1.1rem;margin:0 0 .6rem}
h3{font-size:.98rem;margin:0 0 .2rem}
a{color:var(--t-title)}
a:focus-visible,summary:focus-visible,figure:focus-visible{outline:3px solid var(--lit);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.3rem .6rem;z-index:2}
.patterns{position:absolute}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0 0 .6rem}
.facts dt{color:var(--faint)}
.facts dd{margin:0}
.problem{border:2px solid var(--wrong);border-radius:6px;padding:.6rem .8rem;background:var(--card);font-weight:600}
.problem{margin-bottom:.8rem}
.problem p,.problem ul{margin:.2rem 0;font-weight:400}
.problem code{user-select:all}
.account p{margin:0;color:var(--faint)}
.account ul,.swatches,.signs{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;margin:.2rem 0 .6rem;padding:0}
.account li{font-variant-numeric:tabular-nums}
.account .zero{color:var(--faint)}
.account .role-notice:not(.zero){color:var(--wrong);font-weight:700}
.notices,.legend{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.4rem .8rem;margin:.6rem 0}
.legend p{margin:.3rem 0}
summary{cursor:pointer;font-weight:600}
.notice-list{margin:.3rem 0;padding:0 0 0 1.1rem}
.notice-list strong{color:var(--wrong)}
.page{margin-top:1.6rem;border-top:2px solid var(--line);padding-top:.8rem;content-visibility:auto;contain-intrinsic-size:auto 1100px}
.file{font-size:.8rem;font-weight:400;margin-left:.6rem}
.sides{display:grid;grid-template-columns:minmax(0,1.7fr) minmax(20rem,1fr);gap:1.2rem;align-items:start}
figure{margin:0;border:1px solid var(--line);background:var(--paper)}
figure svg{display:block;width:100%;height:auto}
@media (min-width:70rem){figure{position:sticky;top:.5rem;max-height:calc(100vh - 1rem);overflow:auto}}
@media (max-width:60rem){.sides{grid-template-columns:1fr}}
.study{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.5rem .7rem;margin:0 0 .6rem;scroll-margin:1rem}
.study.lit,.study:target{border-color:var(--lit);box-shadow:0 0 0 2px var(--lit)}
.study .number{display:inline-block;min-width:1.6em;padding:0 .3em;border-radius:4px;background:var(--ink);color:var(--paper);text-align:center;text-decoration:none;font-size:.85rem}
.row [id],.row{scroll-margin:4rem}
.where{margin:0 0 .3rem;color:var(--faint);font-size:.82rem;overflow-wrap:anywhere}
.study dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .7rem;margin:0;font-size:.88rem}
.study dt{color:var(--faint)}
.study dd{margin:0;overflow-wrap:anywhere;unicode-bidi:isolate}
dt[class]::before,.swatch::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:2px;margin-right:.4em}
${SWATCHES}
.absent{color:var(--faint);font-style:italic}
p.absent{margin:.2rem 0 0;font-size:.8rem}
.meant{color:var(--faint);margin-left:.6em;white-space:pre-wrap}
.reason{display:block;font-size:.8rem;color:var(--faint)}
.reason.medium strong{color:var(--medium)}
.reason.low,.reason.low strong{color:var(--wrong)}
.look a{margin-right:.5em}
.notes,.links{margin:.4rem 0 0;padding:.3rem 0 0 1.1rem;border-top:1px dashed var(--line);font-size:.84rem;overflow-wrap:anywhere}
.notes li{color:var(--footnote)}
.sign{display:inline-block;width:1.4em;height:.9em;margin-right:.4em;vertical-align:-.1em;border-radius:2px;border:1px solid var(--rule)}
.sign-row{background:linear-gradient(var(--row-a) 50%,var(--row-b) 50%)}
.sign-blank{border:1px dotted var(--ink);width:.9em}
.sign-clash{border:2px solid var(--wrong);background:var(--row-b)}
.sign-medium{border:2px solid var(--medium)}
.sign-heading{border-color:var(--heading)}
.sign-header{border-color:var(--ink);background:color-mix(in srgb,var(--ink) 8%,transparent)}
.sign-footnote{border-color:var(--footnote);border-radius:50%;width:.9em}
.sign-note{background:var(--note)}
.sign-furniture{background:var(--dim)}
.sign-outside{background:repeating-linear-gradient(135deg,var(--dim) 0 1px,transparent 1px 5px);border-style:dashed}
.sign-lost{border-color:var(--wrong);background:color-mix(in srgb,var(--wrong) 12%,transparent)}
@media print{figure{position:static;max-height:none}.page{content-visibility:visible}}
`;
