/**
 * How the pictures look: one style sheet, whose colours are names. The panel's page says what the names mean in the
 * editor's theme; a picture that stands alone has both a light and a dark meaning with it.
 *
 * Rule 1: `color` is the peer's, and the parts of a shape use `currentColor`; a peer is never told by its colour alone
 *         (first: circle, solid; second: square, dashed).
 * Rule 2: fonts have the sizes that text-width.ts was asked about, so the sizes are attributes and not here.
 */

/** The names of the colours. In the page each is a variable `--tcp-NAME`. */
export const COLOURS = {
  background: { editor: 'var(--vscode-editor-background)', light: '#ffffff', dark: '#0d1117' },
  text: { editor: 'var(--vscode-foreground)', light: '#3b3b3b', dark: '#c9d1d9' },
  strong: { editor: 'var(--vscode-editor-foreground)', light: '#111111', dark: '#f0f6fc' },
  muted: { editor: 'var(--vscode-descriptionForeground)', light: '#5f6670', dark: '#9aa3ad' },
  /** What the moment has not reached. */
  faded: { editor: 'var(--vscode-descriptionForeground)', light: '#737a84', dark: '#7d8590' },
  first: { editor: 'var(--vscode-charts-blue)', light: '#0b62c4', dark: '#5aa9ff' },
  second: { editor: 'var(--vscode-charts-orange)', light: '#ad5a00', dark: '#f0a04b' },
  /** Text on a ground that is the peer's colour. */
  onpeer: { editor: 'var(--vscode-editor-background)', light: '#ffffff', dark: '#0d1117' },
  node: { editor: 'var(--vscode-editorWidget-background)', light: '#f6f8fa', dark: '#1b2129' },
  border: { editor: 'var(--vscode-descriptionForeground)', light: '#878e99', dark: '#6e7681' },
  edge: { editor: 'var(--vscode-descriptionForeground)', light: '#858c96', dark: '#6e7681' },
  region: { editor: 'var(--vscode-editorWidget-border)', light: '#d0d7de', dark: '#30363d' },
  lost: { editor: 'var(--vscode-editorError-foreground)', light: '#c72e2e', dark: '#ff7b72' },
  timer: { editor: 'var(--vscode-editorWarning-foreground)', light: '#8a6500', dark: '#d7b33f' },
  held: { editor: 'var(--vscode-charts-purple)', light: '#652d90', dark: '#c49ae8' },
  now: { editor: 'var(--vscode-focusBorder)', light: '#005fb8', dark: '#3794ff' },
} as const satisfies Record<string, { editor: string; light: string; dark: string }>;

export type Colour = keyof typeof COLOURS;

const NAMES = Object.keys(COLOURS) as Colour[]; // the keys of a constant

/** Everything but colours. */
const FORMS = `
.tcp text{font-family:var(--tcp-sans,ui-sans-serif,system-ui,"Segoe UI",Helvetica,Arial,"Noto Sans CJK SC","Microsoft YaHei",sans-serif)}
.tcp .mono{font-family:var(--tcp-mono,ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","Noto Sans Mono CJK SC",monospace)}
.tcp .bold{font-weight:700}
.tcp .line,.tcp .hit{fill:none}
.tcp .hit{stroke:transparent;stroke-width:12;pointer-events:stroke}
.tcp .middle{text-anchor:middle}
.tcp .end{text-anchor:end}
.tcp .edge .line{stroke-width:1.1}
.tcp .edge.next .line{stroke-width:1.8;stroke-dasharray:1.5 5;stroke-linecap:round}
.tcp .edge.imminent .line{stroke-width:2.6;stroke-dasharray:1.5 5;stroke-linecap:round}
.tcp .edge.taken .line{stroke-width:2.4}
.tcp .edge.taken.second .line{stroke-dasharray:8 4.5}
.tcp .edge.taken .line.under{stroke-width:4.6;stroke-dasharray:none}
.tcp .edge.current .line{stroke-width:4}
.tcp .edge.current.second .line{stroke-dasharray:8 3}
.tcp .edge.current .glow{stroke-width:10;stroke-opacity:.25;fill:none;stroke-dasharray:none}
.tcp .edge.often-1 .line{stroke-width:1.8}
.tcp .edge.often-2 .line{stroke-width:2.6}
.tcp .edge.often-3 .line{stroke-width:3.6}
.tcp .edge.often-4 .line{stroke-width:4.6}
.tcp .edge.often-5 .line{stroke-width:5.8}
.tcp .edge.never .line{stroke-width:1.2;stroke-dasharray:3 4}
.tcp .node>rect{stroke-width:1.1}
.tcp .node.here>rect.border{stroke-width:2.6}
.tcp .node.here.second>rect.border,.tcp .inner{stroke-dasharray:9 4}
.tcp .inner{stroke-width:2;fill:none}
.tcp .ground{fill-opacity:.18}
.tcp .token .shape,.tcp .bead .shape{stroke-width:2}
.tcp .token.guessed .shape{stroke-width:2;stroke-dasharray:3 2}
.tcp .region rect{fill-opacity:.25}
.tcp .legend .line{stroke-width:2.4}
.tcp .legend .second.line{stroke-dasharray:8 4.5}
.tcp .legend .next.line{stroke-width:1.8;stroke-dasharray:1.5 5;stroke-linecap:round}
.tcp .legend .plain.line{stroke-width:1.2}
.tcp .state{fill-opacity:.45}
.tcp .state.now{fill-opacity:1}
.tcp .chip.second>.shape{stroke-dasharray:5 2.5}
.tcp .chip>.shape{fill-opacity:.14;stroke-opacity:.6}
.tcp .chip.now>.shape{fill-opacity:1;stroke-opacity:1}
.tcp .flight .line{stroke-width:1.7}
.tcp .flight.second .line{stroke-dasharray:8 3.5}
.tcp .flight.now .line{stroke-width:3}
.tcp .flight.copy .line{stroke-width:1.2}
.tcp .flight .ahead{stroke-width:1.2;stroke-dasharray:2 5}
.tcp .halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
.tcp .cross{fill:none;stroke-width:2.6;stroke-linecap:round}
.tcp .envelope .shape{stroke-width:2}
.tcp .envelope .flap{fill:none;stroke-width:1.3}
.tcp .bracket .line{stroke-width:1.5;stroke-dasharray:3 2}
.tcp .fold .line{stroke-width:1.2}
.tcp .fold .gap{stroke-width:5;fill:none}
.tcp .nowline .line{stroke-width:1.4}
.tcp .future{fill-opacity:.04}
.tcp .card>.shape{fill-opacity:.08;stroke-opacity:.5}
.tcp .chapter .line{stroke-width:1}
.tcp .bar .room{fill:none;stroke-dasharray:3 2}
.tcp .bar .done{fill-opacity:.3}
.tcp .bar .mark{stroke-width:1.4;fill:none}
`;

const paint = (colour: (name: Colour) => string): string => `
.tcp{color:${colour('edge')}}
.tcp text{fill:${colour('text')}}
.tcp .muted{fill:${colour('muted')}}
.tcp .strong{fill:${colour('strong')}}
.tcp .first{color:${colour('first')}}
.tcp .second{color:${colour('second')}}
.tcp .neutral{color:${colour('border')}}
.tcp .line,.tcp .mark,.tcp .inner,.tcp .glow{stroke:currentColor}
.tcp .head{fill:currentColor}
.tcp .peer{fill:currentColor}
.tcp .onpeer{fill:${colour('onpeer')}}
.tcp .paper{fill:${colour('background')}}
.tcp .node>rect{fill:${colour('node')};stroke:${colour('border')}}
.tcp .node.here>rect.border{stroke:currentColor}
.tcp .node>rect.ground{fill:currentColor;stroke:none}
.tcp .node text.name{fill:${colour('text')}}
.tcp .node.here text.name{fill:${colour('strong')}}
.tcp .token .shape,.tcp .bead .shape{fill:currentColor;stroke:${colour('background')}}
.tcp .token text,.tcp .bead text{fill:${colour('onpeer')}}
.tcp .token.guessed .shape{fill:${colour('background')};stroke:currentColor}
.tcp .token.guessed text{fill:currentColor}
.tcp .region rect{fill:${colour('region')};stroke:${colour('region')}}
.tcp .label .ground{fill:${colour('background')};fill-opacity:1}
.tcp .label.current .ground{fill:currentColor}
.tcp .label.current text{fill:${colour('onpeer')}}
.tcp .label.taken .event,.tcp .label.next .event{fill:currentColor}
.tcp .edge.never{color:${colour('lost')}}
.tcp .state{fill:currentColor}
.tcp .state.closed{fill:${colour('border')}}
.tcp .chip>.shape{fill:currentColor;stroke:currentColor}
.tcp .chip.now text{fill:${colour('onpeer')}}
.tcp .halo{stroke:${colour('background')}}
.tcp .flight text{fill:${colour('text')}}
.tcp .flight.now text{fill:${colour('strong')}}
.tcp .faded text,.tcp .faded .muted,.tcp .faded .strong{fill:${colour('faded')}}
.tcp .faded .bead text,.tcp .faded .token text{fill:${colour('onpeer')}}
.tcp .lost{color:${colour('lost')}}
.tcp .held{color:${colour('held')}}
.tcp .timers{color:${colour('timer')}}
.tcp .faded,.tcp .faded .first,.tcp .faded .second,.tcp .faded .timers,.tcp .faded .lost,.tcp .faded .held{color:${colour('faded')}}
.tcp text.lost,.tcp text.timers,.tcp text.held,.tcp .timers text,.tcp .lost text{fill:currentColor}
.tcp .cross{stroke:${colour('lost')}}
.tcp .faded .cross{stroke:${colour('faded')}}
.tcp .envelope .shape{fill:currentColor;stroke:${colour('background')}}
.tcp .envelope .flap{stroke:${colour('onpeer')}}
.tcp .fold .gap{stroke:${colour('background')}}
.tcp .fold{color:${colour('muted')}}
.tcp .nowline{color:${colour('now')}}
.tcp .nowline text{fill:currentColor}
.tcp .future{fill:${colour('text')}}
.tcp .card>.shape{fill:currentColor;stroke:currentColor}
.tcp .chapter{color:${colour('border')}}
.tcp .bar .done,.tcp .bar .flying{fill:currentColor}
.tcp .bar .room{stroke:${colour('border')}}
.tcp .bar .mark{stroke:${colour('strong')}}
`;

/** The style sheet for the panel's page: the names are variables, which the page may give another meaning. */
export const EDITOR_STYLE = `${FORMS}${paint((name) => `var(--tcp-${name},${COLOURS[name].editor})`)}`;

/** The same for a picture that stands alone, light or dark as its reader is. No variable: not every program knows them. */
export const STANDALONE_STYLE = `${withoutVariables(FORMS)}${paint((name) => COLOURS[name].light)}@media (prefers-color-scheme:dark){${paint((name) => COLOURS[name].dark)}}`;

function withoutVariables(text: string): string {
  return text.replace(/var\(--[a-z-]+,([^)]*)\)/g, '$1');
}

/** The variables with their meaning in the editor, for a page that wants to name them itself. */
export const EDITOR_VARIABLES: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.map((name) => [`--tcp-${name}`, COLOURS[name].editor]),
);
