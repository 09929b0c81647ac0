/** Style of the page: the reader's own light or dark, one column, tables that fit a phone. */
export const style = `
:root { color-scheme: light dark; --ink: #1f2430; --paper: #ffffff; --quiet: #5c6370; --line: #d5d9e0; --yes: #0b6e4f; --no: #a32c11; --open: #6a5200; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8ee; --paper: #14171e; --quiet: #a3abba; --line: #363c49; --yes: #5fd3a6; --no: #ff9b80; --open: #e2bf5a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { font-size: 1.4rem; margin: 2.6rem 0 .6rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
p, li { max-width: 46rem; }
.note { color: var(--quiet); border-left: 3px solid var(--line); padding-left: .8rem; }
figure { margin: 1rem 0; background: #ffffff; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
figure svg { display: block; width: 100%; height: auto; }
.narrow { display: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .93rem; overflow-wrap: normal; }
table.wide { width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
th { color: var(--quiet); font-weight: 600; }
.verdict { font-weight: 700; white-space: nowrap; }
.yes { color: var(--yes); } .no { color: var(--no); } .undecided { color: var(--open); } .does-not-apply { color: var(--quiet); font-weight: 400; }
@media (max-width: 40rem) {
  .broad { display: none; } .narrow { display: block; }
  table.wide thead { display: none; }
  table.wide, table.wide tbody, table.wide tr, table.wide td { display: block; width: 100%; }
  table.wide tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  table.wide td { border: 0; padding: .1rem 0; }
  table.wide td:empty { display: none; }
  table.wide td:first-child { font-weight: 600; }
  table.wide td[data-column]:not(:first-child)::before { content: attr(data-column) ": "; color: var(--quiet); }
}
@media print { h2 { break-after: avoid; } tr, figure { break-inside: avoid; } }
`;
