/** How the report looks. Verdicts differ by sign and by colour; every text has a contrast of 4.5 : 1 or more, in light, dark and on paper. */
export const style = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2328; --faint: #57606a; --line: #d0d7de; --edge: #79828e; --card: #f6f8fa; --focus: #0550ae;
  --supported: #116329; --supported-back: #dafbe1; --contradicted: #a40e26; --contradicted-back: #ffebe9; --disputed: #7a4100; --disputed-back: #fff1d6;
  --outdated: #6f3c8f; --outdated-back: #f6e9ff; --unsupported: #4c5560; --unsupported-back: #eaeef2; --unchecked: #57606a; --unchecked-back: #ffffff; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3; --faint: #9ea7b3; --line: #3d444d; --edge: #7d8590; --card: #161b22; --focus: #79c0ff;
  --supported: #7ee787; --supported-back: #0f2d1a; --contradicted: #ffa198; --contradicted-back: #3d1113; --disputed: #f2cc60; --disputed-back: #33270a;
  --outdated: #d2a8ff; --outdated-back: #2a1a3d; --unsupported: #b6c0cb; --unsupported-back: #262c34; --unchecked: #9ea7b3; --unchecked-back: #0d1117; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
html { scroll-padding-top: 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; } h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.2rem 0 .2rem; }
a { color: inherit; } a:focus-visible, button:focus-visible, select:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.faint { color: var(--faint); } .path { font-family: ui-monospace, monospace; }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
button, select { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: .4rem; padding: .2rem .6rem; min-height: 2rem; }
button[aria-pressed="true"] { border-color: var(--focus); box-shadow: inset 0 0 0 1px var(--focus); font-weight: 600; }
.coverage { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .8rem; margin: .3rem 0; font-size: .92rem; }
.bar { flex: 1 1 20rem; height: .6rem; } .bar.small { flex: 0 0 8rem; height: .45rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; padding: .2rem 0; break-inside: avoid; }
.row p, .row table { margin: .3rem 0; } .item::before { content: "• "; } .quote { border-left: 3px solid var(--line); padding-left: .8rem; }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .15rem .5rem; text-align: left; vertical-align: top; } caption { text-align: left; color: var(--faint); }
.figure { text-decoration: none; border-radius: .2rem; padding: 0 .15rem; border-bottom: 2px solid; }
.card { background: var(--card); border: 1px solid var(--line); border-left: 4px solid; border-radius: .3rem; padding: .4rem .7rem; margin: .3rem 0; font-size: .92rem; break-inside: avoid; }
.card blockquote { margin: .3rem 0; padding: 0; } .card p { margin: .2rem 0; } summary { cursor: pointer; } .card:target, .figure:target { outline: 3px solid var(--focus); }
mark { background: none; color: inherit; font-weight: 700; }
.supported { color: var(--supported); background: var(--supported-back); } .contradicted { color: var(--contradicted); background: var(--contradicted-back); }
.disputed { color: var(--disputed); background: var(--disputed-back); } .outdated { color: var(--outdated); background: var(--outdated-back); }
.unsupported { color: var(--unsupported); background: var(--unsupported-back); } .unchecked { color: var(--unchecked); background: var(--unchecked-back); }
.card.supported, .card.contradicted, .card.disputed, .card.outdated, .card.unsupported, .card.unchecked { background: var(--card); color: var(--ink); }
.card.supported { border-left-color: var(--supported); } .card.contradicted { border-left-color: var(--contradicted); } .card.disputed { border-left-color: var(--disputed); }
.card.outdated { border-left-color: var(--outdated); } .card.unsupported { border-left-color: var(--unsupported); } .card.unchecked { border-left-color: var(--unchecked); }
.verdict { font-weight: 600; } .fill-supported { fill: var(--supported); } .fill-contradicted { fill: var(--contradicted); } .fill-disputed { fill: var(--disputed); }
.fill-outdated { fill: var(--outdated); } .fill-unsupported { fill: var(--unsupported); } .axis { stroke: var(--line); } .label { fill: var(--faint); font-size: 11px; }
.timeline a { outline: none; cursor: pointer; } .timeline circle, .timeline path { stroke: var(--paper); stroke-width: 1.5; } .timeline a:focus-visible :is(circle, path) { stroke: var(--focus); stroke-width: 4; paint-order: stroke; }
.tip { fill: var(--ink); font-size: 12px; visibility: hidden; } .timeline a:focus .tip, .timeline a:hover .tip { visibility: visible; } .timeline:hover a:focus:not(:hover) .tip { visibility: hidden; } tr:focus { outline: 3px solid var(--focus); }
[hidden] { display: none !important; }
@media (max-width: 50rem) { .row { grid-template-columns: 1fr; gap: .3rem; } }
@media print { :root { color-scheme: light; } * { print-color-adjust: exact; } .filters, .skip, .keys { display: none; } html { font-size: 10pt; } body { max-width: none; padding: 0; font-size: 1rem; } a { text-decoration: none; } .card { border-color: #999; } }
`
