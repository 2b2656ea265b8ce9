/** A window of VS Code in which only an editor is to be seen: pictures of it last, and show what they are of. */
import { ConfigurationTarget, commands, workspace } from 'vscode';

const BARE = [
  ['editor.minimap.enabled', false],
  ['editor.cursorBlinking', 'solid'],
  ['workbench.layoutControl.enabled', false],
  ['workbench.activityBar.location', 'hidden'],
  ['window.commandCenter', false],
] as const;

/** Closes everything, and lets these settings hold besides those. */
export async function bareWindow(...more: readonly (readonly [string, unknown])[]): Promise<void> {
  const settings = workspace.getConfiguration();
  for (const [name, value] of [...BARE, ...more]) await settings.update(name, value, ConfigurationTarget.Workspace);
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await commands.executeCommand('workbench.action.closePanel');
  await commands.executeCommand('workbench.action.closeSidebar');
  await commands.executeCommand('notifications.clearAll');
}
