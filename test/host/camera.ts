/** The eyes and hands that the stand-in for `code` lends to the tests: what the panel's page shows, and pictures. */
import { Uri, workspace } from 'vscode';
import { holds } from './same';

/** What the panel shows. */
export interface Panel {
  /** What a screen reader says of the moment. */
  readonly says: string;
  readonly title: string;
  /** The cells of the log's row. */
  readonly row: string;
  /** The number of the event in the step box. */
  readonly event: string;
  /** The name of the state diagram, which tells both states. */
  readonly diagram: string;
  /** Where the debugger is, when that is elsewhere. */
  readonly away: string;
  /** What the workspace's scenarios take, in coverage mode. */
  readonly coverage: string;
}

let known: Promise<string | undefined> | undefined;

/** Where it is asked; undefined in a VS Code that is not the one from npm. */
export function camera(): Promise<string | undefined> {
  known ??= find();
  return known;
}

async function find(): Promise<string | undefined> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) return undefined;
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder.uri, '..', 'camera.txt'));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

interface Wish {
  /** Waits until it says this. */
  readonly says?: string;
  readonly press?: string;
  readonly click?: string;
  /** Waits until this selector is to be seen. */
  readonly shows?: string;
}

/** What the panel shows once it says what is wished. */
export async function panel(wish: Wish): Promise<Panel> {
  const response = await fetch(`${await camera()}/panel?${new URLSearchParams({ ...wish })}`);
  const answer = await response.text();
  holds(response.ok, answer);
  return JSON.parse(answer);
}
