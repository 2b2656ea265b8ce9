/**
 * VS Code's four default themes as a webview sees them: its `--vscode-*` variables, as far as the page uses them.
 * From the themes' files and the registry of colours of VS Code; those that we contribute are read from package.json.
 */
import { readFileSync } from 'node:fs';

export const THEMES = ['dark', 'light', 'highContrast', 'highContrastLight'] as const;
export type Theme = (typeof THEMES)[number];

/** The classes of the webview's body. */
export const BODY: Readonly<Record<Theme, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  highContrast: 'vscode-high-contrast',
  highContrastLight: 'vscode-high-contrast-light vscode-high-contrast',
};

type Row = readonly [dark: string, light: string, highContrast: string, highContrastLight: string];

/** A colour that a theme does not have is an empty text: its variable is not set. */
const COLOURS: Readonly<Record<string, Row>> = {
  'editor.background': ['#1f1f1f', '#ffffff', '#000000', '#ffffff'],
  'editor.foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929'],
  foreground: ['#cccccc', '#3b3b3b', '#ffffff', '#292929'],
  descriptionForeground: ['#9d9d9d', '#3b3b3b', 'rgba(255, 255, 255, 0.7)', 'rgba(41, 41, 41, 0.7)'],
  focusBorder: ['#0078d4', '#005fb8', '#f38518', '#006bbd'],
  'panel.border': ['#2b2b2b', '#e5e5e5', '#6fc3df', '#0f4a85'],
  contrastBorder: ['', '', '#6fc3df', '#0f4a85'],
  contrastActiveBorder: ['', '', '#f38518', '#006bbd'],
  'input.background': ['#313131', '#ffffff', '#000000', '#ffffff'],
  'input.foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929'],
  'input.border': ['#3c3c3c', '#cecece', '#6fc3df', '#0f4a85'],
  'input.placeholderForeground': ['#989898', '#767676', 'rgba(255, 255, 255, 0.7)', 'rgba(41, 41, 41, 0.7)'],
  'button.background': ['#0078d4', '#005fb8', '#000000', '#0f4a85'],
  'button.foreground': ['#ffffff', '#ffffff', '#ffffff', '#ffffff'],
  'button.hoverBackground': ['#026ec1', '#0258a8', '#000000', '#0f4a85'],
  'toolbar.hoverBackground': ['rgba(90, 93, 94, 0.31)', 'rgba(184, 184, 184, 0.31)', '', ''],
  'list.hoverBackground': ['#2a2d2e', '#f2f2f2', 'rgba(255, 255, 255, 0.1)', 'rgba(15, 74, 133, 0.1)'],
  'editorWidget.background': ['#202020', '#f8f8f8', '#0c141f', '#ffffff'],
  'editorHoverWidget.background': ['#202020', '#f8f8f8', '#0c141f', '#ffffff'],
  'editorHoverWidget.foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929'],
  'editorHoverWidget.border': ['#454545', '#c8c8c8', '#6fc3df', '#0f4a85'],
  'widget.shadow': ['rgba(0, 0, 0, 0.36)', 'rgba(0, 0, 0, 0.16)', '', ''],
  'menu.background': ['#1f1f1f', '#ffffff', '#000000', '#ffffff'],
  'menu.foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929'],
  'menu.border': ['#454545', '#cecece', '#6fc3df', '#0f4a85'],
  'menu.selectionBackground': ['#0078d4', '#005fb8', '', 'rgba(15, 74, 133, 0.1)'],
  'menu.selectionForeground': ['#ffffff', '#ffffff', '', ''],
  'textLink.foreground': ['#4daafc', '#005fb8', '#21a6ff', '#0f4a85'],
  'charts.purple': ['#b180d7', '#652d90', '#b180d7', '#652d90'],
  'keybindingLabel.background': [
    'rgba(128, 128, 128, 0.17)',
    'rgba(221, 221, 221, 0.4)',
    'rgba(0, 0, 0, 0)',
    'rgba(0, 0, 0, 0)',
  ],
  'keybindingLabel.foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929'],
  'keybindingLabel.border': ['rgba(51, 51, 51, 0.6)', 'rgba(204, 204, 204, 0.4)', '#6fc3df', '#0f4a85'],
};

interface Contributed {
  readonly id: string;
  readonly defaults: Readonly<Record<Theme, string>>;
}

/** The colours that the extension contributes. */
function contributed(): readonly Contributed[] {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  return contributes.colors;
}

const variable = (id: string): string => `--vscode-${id.replaceAll('.', '-')}`;

/** The variables of a theme, by name. */
export function variablesOf(theme: Theme): Readonly<Record<string, string>> {
  const place = THEMES.indexOf(theme);
  const known = Object.entries(COLOURS).map(([id, row]) => [variable(id), row[place] ?? '']);
  const ours = contributed().map(({ id, defaults }) => [variable(id), defaults[theme]]);
  const fonts = [
    ['--vscode-font-family', 'system-ui, "Segoe UI", "Noto Sans CJK SC", sans-serif'],
    ['--vscode-font-size', '13px'],
    ['--vscode-editor-font-family', '"DejaVu Sans Mono", Consolas, monospace'],
  ];
  return Object.fromEntries([...known, ...ours, ...fonts].filter(([, value]) => value !== ''));
}
