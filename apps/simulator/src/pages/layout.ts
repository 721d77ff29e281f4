import { html, type Markup, trusted } from './html.ts';

/** A whole page. `width` is that of the column in which everything stands. */
export function page(title: string, body: Markup, width: 'narrow' | 'wide' = 'narrow'): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${styles}</style>
</head>
<body class="${width}">
${body}
</body>
</html>
`.markup;
}

/** Minor units as people write them in Switzerland. */
export function francs(amount: number, currency: string): string {
  const whole = String(Math.floor(amount / 100)).replace(/\B(?=([0-9]{3})+$)/g, '’');
  return `${currency} ${whole}.${String(amount % 100).padStart(2, '0')}`;
}

const styles = trusted(`
:root {
  color-scheme: light dark;
  --canvas: #f6f7f9; --surface: #fff; --text: #15181c; --quiet: #47505c; --line: #dfe3e8;
  --control: #7e8896; --accent: #1558d6; --primary: #1a1e24; --on-primary: #fff;
  --danger: #b3261a; --good: #09563f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #101317; --surface: #191d23; --text: #eceff3; --quiet: #b4bdc9; --line: #323945;
    --control: #7e8896; --accent: #8ab4ff; --primary: #eceff3; --on-primary: #15181c;
    --danger: #ff9b90; --good: #7fd8b4;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; background: var(--canvas); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
body.narrow { max-width: 27rem; }
body.wide { max-width: 76rem; }
main, section { background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
  padding: 1.25rem; margin-block: 0 1rem; }
main.plain { background: none; border: 0; padding: 0; }
ul { padding-left: 1.25rem; margin: 0; }
h1 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .5rem; }
h2 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; }
.quiet { color: var(--quiet); }
.amount { font-size: 2.25rem; font-weight: 650; line-height: 1.2; margin: .25rem 0 1rem;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.qr { display: block; background: #fff; padding: 8px; border-radius: 8px; margin: 0 auto 1rem;
  width: min(100%, 15rem); }
.qr svg { display: block; width: 100%; height: auto; }
button, .button { font: inherit; font-weight: 600; min-height: 44px; padding: .5rem 1rem;
  border-radius: 8px; border: 1px solid var(--control); background: transparent;
  color: var(--text); cursor: pointer; }
button.primary { background: var(--primary); color: var(--on-primary); border-color: var(--primary); }
button.danger { color: var(--danger); border-color: currentColor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
.stack { display: grid; gap: .75rem; }
.stack button { width: 100%; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: .75rem; }
label { display: grid; gap: .25rem; min-width: 0; max-width: 100%; font-size: .875rem; color: var(--quiet); }
input, select { font: inherit; min-height: 44px; padding: .25rem .5rem; max-width: 100%;
  border: 1px solid var(--control); border-radius: 8px; background: var(--surface);
  color: var(--text); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line);
  white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.good { color: var(--good); }
.bad { color: var(--danger); }
`);
