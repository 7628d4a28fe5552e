/** Styles of the reference page: the console's colours, light and dark. */
export const style = `:root { color-scheme: light dark;
  --canvas: light-dark(oklch(0.984 0.003 230), oklch(0.176 0.009 248)); --surface: light-dark(oklch(1 0 0), oklch(0.207 0.010 248));
  --sunken: light-dark(oklch(0.970 0.004 230), oklch(0.190 0.009 248)); --line: light-dark(oklch(0.912 0.005 230), oklch(0.298 0.011 248));
  --control: light-dark(oklch(0.640 0.012 240), oklch(0.560 0.014 245)); --text: light-dark(oklch(0.235 0.016 250), oklch(0.945 0.004 240));
  --muted: light-dark(oklch(0.450 0.016 248), oklch(0.760 0.010 240)); --accent: light-dark(oklch(0.485 0.092 230), oklch(0.800 0.092 220));
  --good: light-dark(oklch(0.460 0.098 160), oklch(0.790 0.115 160)); --high: light-dark(oklch(0.500 0.125 50), oklch(0.790 0.125 62));
  --critical: light-dark(oklch(0.505 0.185 26), oklch(0.735 0.150 24)); --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body { margin: 0; display: grid; grid-template-columns: 288px minmax(0, 1fr); background: var(--canvas); color: var(--text); font: 400 0.875rem/1.375rem ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
p a, td a { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: fixed; left: 12px; top: -60px; z-index: 2; padding: 8px 12px; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; } .skip:focus { top: 10px; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 16px; border-right: 1px solid var(--line); background: var(--surface); }
nav .brand { margin: 0 0 12px; font-weight: 600; } nav h2 { margin: 16px 0 4px; font-size: 0.75rem; } nav h2 a { color: var(--muted); }
nav ul { margin: 0; padding: 0; list-style: none; } nav li a { display: flex; gap: 8px; padding: 3px 6px; border-radius: 4px; color: var(--text); font-size: 0.8125rem; } nav li a:hover { background: var(--sunken); text-decoration: none; }
.find { display: block; font-size: 0.75rem; color: var(--muted); } .find input { display: block; width: 100%; margin-top: 4px; padding: 5px 8px; border: 1px solid var(--control); border-radius: 6px; background: var(--surface); color: var(--text); font: inherit; }
#found { margin: 4px 0 0; min-height: 1.25rem; font-size: 0.75rem; color: var(--muted); }
main { padding: 24px 32px 64px; max-width: 960px; min-width: 0; } h1 { margin: 0 0 12px; font-size: 1.625rem; line-height: 2rem; letter-spacing: -0.02em; }
section > h2 { margin: 40px 0 4px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 1.25rem; }
.operation { margin: 16px 0; padding: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); } .operation:target { border-color: var(--accent); }
.operation h3 { margin: 0 0 4px; font-size: 0.9375rem; overflow-wrap: anywhere; } .operation h3 a { color: var(--text); } .operation h4 { margin: 16px 0 4px; font-size: 0.8125rem; }
.summary { margin: 0; font-weight: 550; } .operation p { margin: 4px 0; } code, pre { font-family: var(--mono); font-size: 0.8125rem; }
.method { display: inline-block; min-width: 46px; font: 600 0.6875rem/1.25rem var(--mono); color: var(--accent); } .m-post { color: var(--good); } .m-patch, .m-put { color: var(--high); } .m-delete { color: var(--critical); }
.fields { margin: 0; padding: 0; list-style: none; } .fields .fields { margin-left: 16px; padding-left: 12px; border-left: 1px solid var(--line); } .fields li { padding: 3px 0; }
.field { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; } .name { font-weight: 600; overflow-wrap: anywhere; } .type, .limits, .place, .optional, .note { color: var(--muted); font-size: 0.8125rem; font-weight: 400; } .limits { overflow-wrap: anywhere; }
pre { margin: 8px 0 0; padding: 12px; overflow-x: auto; background: var(--sunken); border-radius: 6px; } details { margin-top: 8px; } summary { cursor: pointer; color: var(--accent); font-size: 0.8125rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } th, td { padding: 6px 8px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); } th { font-size: 0.75rem; color: var(--muted); }
[hidden] { display: none !important; }
@media (max-width: 800px) { body { display: block; } nav { position: static; height: auto; max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--line); } main { padding: 16px; } }
`;
