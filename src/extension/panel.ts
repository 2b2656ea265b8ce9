/**
 * The panel: both peers on the state diagram, the ladder and the log, beside the editor or in the side bar.
 *
 * Rule 1: what is debugged is shown; when nothing is, the scenario at the cursor, played by itself.
 * Rule 2: it is never empty: where there is nothing to show, it says why and what can be done.
 */
import {
  commands,
  type DebugSession,
  type Disposable,
  debug,
  type ExtensionContext,
  type LogOutputChannel,
  type TextEditor,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
} from 'vscode';
import { MOMENT, type MomentBody } from '../debug/follower';
import { say } from '../words/sentence';
import type { Results } from './check-results';
import { scenarioEditor } from './debug-targets';
import type { Failures } from './failures';
import { isScenarioFile, LANGUAGE } from './language';
import { panelCoverage } from './panel-coverage';
import type { Exhibit } from './panel-exhibit';
import { panelPage } from './panel-page';
import { type PlayerExhibit, playerExhibit } from './panel-player';
import { type SessionExhibit, sessionExhibit } from './panel-session';
import { panelStage } from './panel-stage';
import { Story } from './panel-story';
import { type PanelTarget, targetNamed, targetOf } from './panel-target';
import type { Readings } from './readings';
import type { DocumentRuns } from './runs';
import { settings } from './settings';
import { inWords } from './words';

const PANEL = 'tcpscn.panel';
const VIEW = 'tcpscn.panelView';

/** Where there is nothing to show. */
function empty(): Exhibit {
  const story = new Story({
    kind: 'nothing',
    why: say('Open a scenario: what both of its peers do is shown here.'),
    offers: [
      { title: inWords(say('Open a Sample')), command: 'tcpscn.openSample' },
      { title: inWords(say('New Scenario')), command: 'tcpscn.newScenario' },
    ],
  });
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  return {
    story,
    uri: undefined,
    trace: () => undefined,
    travel: nothing,
    where: nothing,

    dispose: () => story.dispose(),
  };
}

export function panel(
  { extensionUri }: ExtensionContext,
  readings: Readings,
  runs: DocumentRuns,
  results: Results,
  log: LogOutputChannel,
  failures: Failures,
): Disposable[] {
  const sessions = new Map<string, SessionExhibit>();
  /** Their last words may come late. */
  const ended = new Set<string>();
  const nothing = empty();
  const coverage = panelCoverage(results);
  let player: PlayerExhibit | undefined;
  let opened: WebviewPanel | undefined;
  /** The session that was looked at last. */
  let looked: SessionExhibit | undefined;

  const failed = (error: unknown): void => {
    void failures.attempt(say('The panel'), () => Promise.reject(error));
  };

  const stage = panelStage(
    nothing,
    {
      restore: (uri, scenario) => {
        void targetNamed(uri, scenario, readings).then((target) => target && play(target));
      },
      coverage: coverage.want,
      log: (what) => log.warn(what),
    },
    failures,
  );

  /** The session that is looked at, until it ends; else the player, else nothing. */
  function choose(): void {
    const active = debug.activeDebugSession;
    looked = (active && sessions.get(active.id)) ?? looked;
    stage.show(looked ?? player ?? nothing);
  }

  /** Plays a scenario by itself. It is shown when it is played: what was shown stays until then. */
  function play({ document, place }: PanelTarget): PlayerExhibit {
    if (player?.document === document && player.place === place) return player;
    const [before, made] = [player, playerExhibit(document, place, readings, runs, failed)];
    player = made;
    void made.ready.then(() => {
      if (player === made) choose();
      before?.dispose();
    });
    return made;
  }

  /** The editor leads, as long as somebody looks. */
  function follow(editor: TextEditor | undefined): void {
    if (!stage.isOpen() || editor === undefined || !isScenarioFile(editor.document)) return;
    play(targetOf(editor, readings)).lookAt(editor.selection.active.line);
  }

  function exhibitOf(session: DebugSession): SessionExhibit {
    const known = sessions.get(session.id);
    if (known !== undefined) return known;
    const made = sessionExhibit(session, failed);
    sessions.set(session.id, made);
    return made;
  }

  /** What was debugged stays in sight, at the moment where it was left. */
  async function leave(session: DebugSession): Promise<void> {
    const exhibit = sessions.get(session.id);
    sessions.delete(session.id);
    ended.add(session.id);
    if (exhibit === undefined) return;
    const wasLooked = looked === exhibit;
    if (wasLooked) looked = undefined;
    const target =
      wasLooked && exhibit.uri && (await targetNamed(exhibit.uri, exhibit.trace()?.scenario.name, readings));
    if (target) {
      const { uri } = target.document;
      const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
      const played = play(target);
      played.lookAt(editor?.selection.active.line ?? 0);
      played.stand(exhibit.story.at);
      await played.ready;
    }
    choose();
    exhibit.dispose();
  }

  function addPage(webview: Webview, isVisible: () => boolean): Disposable {
    const page = panelPage(webview, extensionUri, isVisible, (message) => {
      log.warn(`The panel's page said something that is no message: ${JSON.stringify(message)?.slice(0, 200)}`);
    });
    const onStage = stage.add(page);
    follow(scenarioEditor());
    return {
      dispose() {
        onStage.dispose();
        page.dispose();
      },
    };
  }

  function adopt(made: WebviewPanel): void {
    opened = made;
    made.iconPath = {
      light: Uri.joinPath(extensionUri, 'media/file-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media/file-dark.svg'),
    };
    const page = addPage(made.webview, () => made.visible);
    made.onDidDispose(() => {
      page.dispose();
      if (opened === made) opened = undefined;
    });
  }

  function open(): void {
    if (opened !== undefined) {
      opened.reveal(undefined, true);
      return;
    }
    const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    adopt(window.createWebviewPanel(PANEL, inWords(say('TCP')), beside, { enableScripts: true }));
  }

  // The view is offered to those who have scenarios.
  void commands.executeCommand('setContext', 'tcpscn.active', true);

  return [
    stage,
    coverage,
    { dispose: () => void [player, nothing, ...sessions.values()].map((exhibit) => exhibit?.dispose()) },
    commands.registerCommand('tcpscn.openPanel', (resource?: unknown, scenario?: unknown) =>
      failures.attempt(say('Opening the panel'), async () => {
        const name = typeof scenario === 'string' ? scenario : undefined;
        const isNamed = resource instanceof Uri && (name !== undefined || scenarioEditor() === undefined);
        const target = isNamed ? await targetNamed(resource, name, readings) : undefined;
        open();
        if (target !== undefined) {
          const played = play(target);
          played.lookAt(0);
          await played.ready;
        }
        choose();
      }),
    ),
    window.registerWebviewPanelSerializer(PANEL, {
      deserializeWebviewPanel: async (restored) => adopt(restored),
    }),
    window.registerWebviewViewProvider(VIEW, {
      resolveWebviewView(view) {
        const page = addPage(view.webview, () => view.visible);
        view.onDidDispose(() => page.dispose());
      },
    }),
    debug.onDidStartDebugSession((session) => {
      if (session.type !== LANGUAGE || session.configuration['noDebug'] === true) return;
      exhibitOf(session);
      if (settings().panelOnDebug && !stage.isSeen()) open();
      choose();
    }),
    debug.onDidReceiveDebugSessionCustomEvent(({ session, event, body }) => {
      if (session.type !== LANGUAGE || event !== MOMENT || ended.has(session.id)) return;
      exhibitOf(session).moved(body as MomentBody);
    }),
    debug.onDidChangeActiveDebugSession(choose),
    debug.onDidTerminateDebugSession((session) => {
      void failures.attempt(say('The panel'), () => leave(session));
    }),
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) follow(textEditor);
    }),
  ];
}
