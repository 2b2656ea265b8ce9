/** What keeps a scenario from being debugged, each with a way out: a message with buttons. */
import { commands, type Uri, window, workspace } from 'vscode';
import { scenarioName } from '../checks/reading';
import { parse } from '../language/document';
import type { LocatedDiagnostic } from '../program/report';
import { resolve } from '../program/resolve';
import { type Sentence, say } from '../words/sentence';
import type { Tell } from './failures';
import { writeFirstScenario } from './first-scenario';
import { diagnosticRange } from './places';
import type { Readings } from './readings';
import { fileName, openDocument, textOf } from './texts';
import { inWords } from './words';

export interface Obstacle {
  readonly what: Sentence;
  /** At least one. */
  readonly waysOut: readonly WayOut[];
}

interface WayOut {
  readonly title: Sentence;
  readonly go: () => PromiseLike<unknown>;
}

const showError: Tell = (message, ...items) => window.showErrorMessage(message, ...items);

/** Says what is in the way. What the user then chooses is done in its own time. */
export function tellObstacle({ what, waysOut }: Obstacle, tell: Tell = showError): void {
  const buttons = waysOut.map(({ title, go }) => ({ title: inWords(title), go }));
  void tell(inWords(what), ...buttons).then((chosen) => buttons.find((button) => button === chosen)?.go());
}

/** What keeps the file from running; undefined if nothing does, or if only the adapter can say what. */
export async function obstacleIn(uri: Uri, readings: Readings): Promise<Obstacle | undefined> {
  const first = await firstError(uri, readings);
  if (first === undefined) return undefined;
  const name = fileName(uri);
  if (first.diagnostic.code === 'nothing-to-run') {
    return {
      what: say('{0} has no statement to run.', name),
      waysOut: [
        {
          title: say('Write a Scenario'),
          go: async () => writeFirstScenario(await workspace.openTextDocument(uri), readings),
        },
      ],
    };
  }
  return {
    what: say('{0}, line {1}: {2}', name, first.line, inWords(first.diagnostic.message)),
    waysOut: [
      {
        title: say('Go to Line {0}', first.line),
        go: () => window.showTextDocument(uri, { selection: diagnosticRange(first) }),
      },
    ],
  };
}

async function firstError(uri: Uri, readings: Readings): Promise<LocatedDiagnostic | undefined> {
  const open = openDocument(uri);
  const text = open ? undefined : await textOf(uri).catch(() => undefined);
  const found = open
    ? readings.of(open)
    : text === undefined
      ? undefined
      : resolve(parse(text), scenarioName(uri.path));
  return found?.diagnostics.find(({ diagnostic }) => diagnostic.severity === 'error');
}

/** No scenario is looked at, and the workspace has none. */
export const NO_SCENARIO: Obstacle = {
  what: say('There is no scenario to debug: no editor shows one, and the workspace has none.'),
  waysOut: [
    { title: say('Open a Sample'), go: () => commands.executeCommand('tcpscn.openSample') },
    { title: say('New Scenario'), go: () => commands.executeCommand('tcpscn.newScenario') },
  ],
};
