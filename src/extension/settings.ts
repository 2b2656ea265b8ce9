/** The settings, as package.json documents them, and how state names and numbers are shown by them. */
import { ConfigurationTarget, type Disposable, workspace } from 'vscode';
import type { Numbers } from '../trace/segment-text';
import { isSpelling, type StateSpelling } from '../trace/spelling';
import { LANGUAGE } from './language';

export interface Settings {
  readonly stateNames: StateSpelling;
  readonly sequenceNumbers: Numbers;
  readonly stateHints: boolean;
  /** What can be done with a scenario stands above it. */
  readonly lenses: boolean;
  readonly checkOnSave: boolean;
  /** The panel opens when a scenario is debugged. */
  readonly panelOnDebug: boolean;
}

/** What is set now. A value that is none of the choices counts as the default. */
export function settings(): Settings {
  const set = workspace.getConfiguration(LANGUAGE);
  const stateNames = set.get<unknown>('stateNames');
  return {
    stateNames: isSpelling(stateNames) ? stateNames : 'FIN_WAIT_1',
    sequenceNumbers: set.get<unknown>('sequenceNumbers') === 'absolute' ? 'absolute' : 'relative',
    stateHints: set.get<unknown>('inlayHints.states') !== false,
    lenses: set.get<unknown>('codeLens') !== false,
    checkOnSave: set.get<unknown>('checkOnSave') === true,
    panelOnDebug: set.get<unknown>('panel.openOnDebug') !== false,
  };
}

export const onSettingsChange = (changed: () => void): Disposable =>
  workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(LANGUAGE)) changed();
  });

/** Keeps what the person has chosen, where it is set already; else for every workspace. */
export async function keepSetting(name: string, value: string): Promise<void> {
  const configuration = workspace.getConfiguration(LANGUAGE);
  if (configuration.get(name) === value) return;
  const isWorkspaces = configuration.inspect(name)?.workspaceValue !== undefined;
  await configuration.update(name, value, isWorkspaces ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
}
