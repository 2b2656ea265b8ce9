/**
 * What F5 debugs: a launch configuration made whole, or made up where there is none.
 *
 * Rule 1: a text that cannot run is not launched; what is wrong with it is said, with a way out.
 * Rule 2: what is launched is named by a URI, so that it is the same file in every kind of workspace.
 * Rule 3: what nobody has configured waits at its beginning to be stepped, unless it has breakpoints to run to.
 */
import {
  type Breakpoint,
  type CancellationToken,
  type DebugConfiguration,
  DebugConfigurationProviderTriggerKind,
  type Disposable,
  debug,
  SourceBreakpoint,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { say } from '../words/sentence';
import { NO_SCENARIO, obstacleIn, tellObstacle } from './debug-obstacles';
import { openTargets, scenarioEditor, type Target, targetAtCursor, targetsIn } from './debug-targets';
import type { Failures } from './failures';
import { LANGUAGE } from './language';
import type { Readings } from './readings';
import { settings } from './settings';
import { fileName, fileNamed } from './texts';
import { inWords } from './words';

const WHAT = say('Starting the debugger');

/** What launch.json says of the editor that is looked at. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code replaces it
const THIS_FILE = '${file}';

export function debugConfigurations(readings: Readings, failures: Failures): Disposable[] {
  return [
    debug.registerDebugConfigurationProvider(LANGUAGE, {
      // Before variables are replaced: `${file}` of an editor that was never saved has no replacement.
      resolveDebugConfiguration: (_folder, config, token) =>
        failures.attempt(WHAT, () => withProgram(config, readings, token)),
      resolveDebugConfigurationWithSubstitutedVariables: (folder, config) =>
        failures.attempt(WHAT, () => checked(folder, config, readings)),
    }),
    debug.registerDebugConfigurationProvider(
      LANGUAGE,
      {
        provideDebugConfigurations: (folder, token) =>
          failures.attempt(say('Looking for scenarios'), async () => {
            const targets = await targetsIn(folder?.uri, readings, token);
            return targets.map((target) => ({ ...launchOf(target, listedName(target)), ...stopAtEntry(target) }));
          }),
      },
      DebugConfigurationProviderTriggerKind.Dynamic,
    ),
  ];
}

/** A configuration of which only the kind of debugger may be known. Undefined if there is nothing to debug. */
async function withProgram(
  config: DebugConfiguration,
  readings: Readings,
  token?: CancellationToken,
): Promise<DebugConfiguration | undefined> {
  const program: unknown = config['program'] ?? THIS_FILE;
  if (program !== THIS_FILE) return config;
  const editor = scenarioEditor();
  const target = editor ? targetAtCursor(editor, readings) : await chosenTarget(readings, token);
  if (target === undefined) return undefined;
  const made = launchOf(target, config.name || nameOf(target));
  const entry = config.name || config['noDebug'] === true ? {} : stopAtEntry(target);
  return { ...made, ...entry, ...config, type: LANGUAGE, request: 'launch', name: made.name, program: made['program'] };
}

/** What a launch says besides, in which nothing would stop before the end. A log point does not stop. */
export function stopAtEntry({ uri }: Target): { readonly stopOnEntry?: true } {
  const stops = (breakpoint: Breakpoint): boolean =>
    breakpoint.enabled &&
    breakpoint.logMessage === undefined &&
    !(breakpoint instanceof SourceBreakpoint && breakpoint.location.uri.toString() !== uri.toString());
  return debug.breakpoints.some(stops) ? {} : { stopOnEntry: true };
}

/** A scenario of the open files or of the workspace, when no editor shows one. A single open one is meant. */
async function chosenTarget(readings: Readings, token?: CancellationToken): Promise<Target | undefined> {
  const open = openTargets(readings);
  const [only, another] = open;
  if (only !== undefined && another === undefined) return only;
  const isOpen = new Set(open.map(({ uri }) => uri.toString()));
  const others = await targetsIn(undefined, readings, token);
  const targets = [...open, ...others.filter(({ uri }) => !isOpen.has(uri.toString()))];
  if (targets.length === 0) {
    tellObstacle(NO_SCENARIO);
    return undefined;
  }
  const items = targets.map((target) => ({
    label: nameOf(target),
    description: workspace.asRelativePath(target.uri),
    target,
  }));
  const placeHolder = inWords(say('Which scenario is to be debugged?'));
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true }, token);
  return picked?.target;
}

/** The configuration with its program's URI; undefined if that cannot run. */
async function checked(
  folder: WorkspaceFolder | undefined,
  config: DebugConfiguration,
  readings: Readings,
): Promise<DebugConfiguration | undefined> {
  const { program, text } = { program: config['program'], text: config['text'] };
  // Something else than a file: the adapter knows what to say.
  if (typeof program !== 'string' || program === '' || text !== undefined) return config;
  const uri = fileNamed(program, folder);
  const obstacle = await obstacleIn(uri, readings);
  if (obstacle !== undefined) {
    tellObstacle(obstacle);
    return undefined;
  }
  return { ...consoleFor(config), ...config, program: uri.toString() };
}

/**
 * The console below the editors would leave the panel little room, and the panel has what it prints. Where it is
 * everything that one sees, and where somebody has chosen, it opens as ever.
 */
function consoleFor({ noDebug }: DebugConfiguration): { readonly internalConsoleOptions?: 'neverOpen' } {
  const chosen = workspace.getConfiguration('debug').inspect('internalConsoleOptions');
  const isChosen = chosen?.globalValue !== undefined || chosen?.workspaceValue !== undefined;
  return settings().panelOnDebug && !isChosen && noDebug !== true ? { internalConsoleOptions: 'neverOpen' } : {};
}

export function launchOf({ uri, scenario }: Target, name: string): DebugConfiguration {
  const chosen = scenario === undefined ? {} : { scenario };
  return { type: LANGUAGE, request: 'launch', name, program: uri.toString(), ...chosen };
}

export const nameOf = ({ uri, scenario }: Target): string => scenario ?? fileName(uri);

/** Its name in a list of the workspace's scenarios. */
export function listedName({ uri, scenario }: Target): string {
  const path = workspace.asRelativePath(uri);
  return scenario === undefined ? path : `${scenario} (${path})`;
}
