/** The page's looks. Colours come in pairs for light and dark; each text colour has a contrast of 4.5 or more. */
export const style = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3);
  --muted: light-dark(#57606a, #9aa5b1);
  --page: light-dark(#ffffff, #0f141a);
  --raised: light-dark(#f6f8fa, #171d25);
  --line: light-dark(#d0d7de, #343d48);
  --accent: light-dark(#0757b8, #79b8ff);
  --failed: light-dark(#b42318, #ff8b80);
  --failed-soft: light-dark(#fdecea, #3a1a19);
  --passed: light-dark(#116329, #5fd37a);
  --passed-soft: light-dark(#e3f6e8, #12301c);
  --unknown: light-dark(#7a4d00, #e8b04b);
  --unknown-soft: light-dark(#fff4dc, #33270e);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
  color: var(--text);
  background: var(--page);
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 78rem; padding: 1rem 1.25rem 4rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--page); padding: 0.5rem; z-index: 2; }
h1 { font-size: 1.45rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.6rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
header { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem 1rem; align-items: start; }
.facts { grid-column: 1 / -1; margin: 0; color: var(--muted); overflow-wrap: anywhere; }
code, pre, .name { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
button, select, input { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.6rem; }
button, .button { cursor: pointer; }
.button { display: inline-block; color: inherit; text-decoration: none; border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.6rem; background: var(--page); }
.self { color: inherit; text-decoration: none; }
.self:hover { text-decoration: underline; }
button:hover, .button:hover { background: var(--raised); }
.badge { display: inline-block; padding: 0 0.5em; border-radius: 1em; font-weight: 600; white-space: nowrap; border: 1px solid currentColor; }
.failed, .build-failed { color: var(--failed); background: var(--failed-soft); }
.passed { color: var(--passed); background: var(--passed-soft); }
.did-not-run, .infrastructure-error { color: var(--unknown); background: var(--unknown-soft); }
.tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-top: 1rem; padding: 0.6rem 0; background: var(--page); border-bottom: 1px solid var(--line); }
.tools fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 0.9rem; }
.tools input[type="search"] { width: 16rem; max-width: 60vw; }
.tools output { color: var(--muted); margin-left: auto; }
.keys { color: var(--muted); font-size: 0.85rem; margin: 0.4rem 0 0; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 0.3em; font-size: 0.9em; }
.tiles { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.75rem; }
.tile { border: 1px solid var(--line); border-radius: 8px; padding: 0.6rem 0.75rem; background: var(--raised); }
.tile.bad { border-left: 4px solid var(--failed); }
.tile p { margin: 0.3rem 0 0; color: var(--muted); font-size: 0.85rem; }
.chips { display: flex; flex-wrap: wrap; gap: 3px; list-style: none; padding: 0; margin: 0.4rem 0 0; }
.chips a { display: block; min-width: 1.6rem; text-align: center; text-decoration: none; border-radius: 4px; border: 1px solid currentColor; font-weight: 700; line-height: 1.45; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--failed); border-radius: 8px; padding: 0.6rem 0.9rem; margin: 0 0 0.75rem; }
.finding { scroll-margin-top: 4rem; }
.finding:target, .guest:target { outline: 2px solid var(--accent); outline-offset: 1px; }
#found ol { list-style: none; padding: 0; margin: 0; max-height: 20rem; overflow: auto; border: 1px solid var(--line); border-radius: 6px; }
#found li { padding: 0.15rem 0.6rem; white-space: nowrap; width: max-content; min-width: 100%; }
#found p { color: var(--muted); margin: 0 0 0.4rem; }
.finding p { margin: 0.25rem 0; overflow-wrap: anywhere; }
pre { margin: 0.5rem 0; padding: 0.6rem 0.8rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; overflow: auto; max-height: 24rem; white-space: pre; }
.guest { scroll-margin-top: 4rem; content-visibility: auto; contain-intrinsic-size: auto 2.4rem; border: 1px solid var(--line); border-radius: 8px; margin: 0 0 0.4rem; }
.guest > summary, .columns { display: grid; grid-template-columns: 9.5rem minmax(6rem, 12rem) 5rem 7rem 6rem 1fr; gap: 0.75rem; padding: 0.35rem 0.75rem; cursor: pointer; align-items: center; }
.columns { padding: 0 0.8rem 0.3rem; color: var(--muted); font-size: 0.85rem; }
.columns .figure, .guest > summary .figure { text-align: right; font-variant-numeric: tabular-nums; }
.guest > summary .why { color: var(--muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.guest[open] > summary { border-bottom: 1px solid var(--line); }
.guest > div { padding: 0.5rem 0.9rem 0.9rem; }
.guest ul { padding-left: 1.2rem; margin: 0.4rem 0; }
.guest li { overflow-wrap: anywhere; margin: 0.2rem 0; }
.curve { display: block; width: 100%; max-width: 46rem; height: auto; margin: 0.5rem 0; }
.curve text { fill: var(--muted); font-size: 11px; }
/* The picture shrinks on a phone; its letters must not. */
@media (max-width: 40rem) { .curve text { font-size: 19px; } }
.band { fill: var(--accent); opacity: 0.14; }
.level { stroke: var(--unknown); stroke-width: 1.5; stroke-dasharray: 5 4; }
.axis { stroke: var(--line); stroke-width: 1; }
.line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
.mark { stroke: var(--failed); stroke-width: 2; stroke-dasharray: 4 3; }
.trends { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 0.75rem; }
.trends li { border: 1px solid var(--line); border-radius: 8px; padding: 0.6rem 0.75rem; }
.trends p { margin: 0.3rem 0 0; color: var(--muted); font-size: 0.85rem; }
.trend { display: block; width: 100%; height: auto; margin-top: 0.4rem; }
.trend text { fill: var(--muted); font-size: 11px; }
.trend circle { fill: var(--accent); }
.trend .bad { fill: var(--failed); stroke: none; }
.trend .now { fill: none; stroke: var(--text); stroke-width: 1.5; }
.trend .here { stroke: var(--text); stroke-width: 1; stroke-dasharray: 2 3; }
.interval { display: block; width: 100%; height: auto; margin-top: 0.4rem; }
.range { stroke: var(--unknown); stroke-width: 4; stroke-linecap: round; }
.interval circle { fill: var(--text); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
.scroll + .scroll { margin-top: 1.25rem; }
.scroll + details { margin-top: 0.6rem; }
th, td { text-align: left; padding: 0.3rem 0.8rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.figure, th.figure, td.short { white-space: nowrap; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
dialog { width: min(76rem, 96vw); height: 92vh; padding: 0; border: 1px solid var(--line); border-radius: 10px; color: var(--text); background: var(--page); }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(0 0 0 / 0.55); }
dialog .bar { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding: 0.6rem 0.9rem; border-bottom: 1px solid var(--line); }
dialog .bar h2 { margin: 0 auto 0 0; overflow-wrap: anywhere; }
dialog select { max-width: min(26rem, 100%); }
#extent { margin: 0; padding: 0.3rem 0.9rem; color: var(--muted); font-size: 0.85rem; }
#lines { flex: 1; margin: 0; border: 0; border-radius: 0; max-height: none; background: var(--page); counter-reset: none; }
#lines div { min-height: 1.5em; width: max-content; min-width: 100%; }
#lines .hit { background: var(--failed-soft); }
#lines .hit.current { box-shadow: inset 4px 0 0 var(--failed); }
#lines .found { background: var(--unknown-soft); }
#lines .gap { color: var(--muted); font-style: italic; }
#lines a { text-decoration: none; }
#lines a:hover { text-decoration: underline; }
#lines i, #lines div > a { display: inline-block; width: 5em; margin-right: 1em; text-align: right; color: var(--muted); font-style: normal; user-select: none; }
@media (max-width: 56rem) { .guest > summary { grid-template-columns: auto 1fr auto; } .guest > summary .why { grid-column: 1 / -1; } .columns { padding: 0 0.8rem 0.3rem; color: var(--muted); font-size: 0.85rem; }
.columns .figure, .guest > summary .figure, .columns { display: none; } }
@media (max-width: 40rem) { dialog label { max-width: 100%; } #lines { padding: 0.4rem; } #lines i, #lines div > a { width: 3.5em; margin-right: 0.5em; }
  .scroll table, .scroll tbody, .scroll tr { display: block; }
  .scroll thead { display: none; }
  .scroll tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .scroll td { border: 0; padding: 0; text-align: left; overflow-wrap: anywhere; }
  .scroll td:empty { display: none; }
  .scroll td:first-child { width: 100%; font-weight: 600; }
  .scroll td:not(:first-child)::before { content: attr(data-label) " "; color: var(--muted); font-size: 0.85em; }
  .scroll td.words { width: 100%; }
  .scroll td.words::before { content: none; }
  .tools { position: static; }
  .tools input[type="search"] { max-width: 100%; } }
@media print { .tools, .keys, #theme, button { display: none !important; } }
`;
