/**
 * The report of the latest checks as documents: for people, as JUnit and JSON, and the coverage of the state machine.
 *
 * Rule: a document is what is known when it is looked at, and follows every check; each place in it is a link.
 */
import {
  type Disposable,
  DocumentLink,
  EventEmitter,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { json } from '../checks/json';
import { junit } from '../checks/junit';
import { pretty } from '../checks/pretty';
import { PLAIN } from '../checks/style';
import { rows } from '../tcp/fsm';
import { unreachable } from '../tcp/unreachable';
import { coverage, coverageText } from '../trace/coverage';
import { say } from '../words/sentence';
import { type Results, rowsTaken } from './check-results';
import { rangeOf } from './places';
import { inWords, translate } from './words';

const SCHEME = 'tcpscn-report';

/** In its editors nothing is marked but links: no lines for indents, no boxes around each `✗` (package.json). */
const REPORT_LANGUAGE = 'tcpscn-report';

const coverageNow = (results: Results) => coverage(rows, unreachable, rowsTaken(results));

/** Each document by its name. */
const DOCUMENTS = {
  'report.txt': (results: Results) => {
    const files = results.all().map(({ report }) => report);
    if (files.length === 0) return `${inWords(say('Nothing has been checked yet.'))}\n`;
    const options = { style: PLAIN, translate, coverage: undefined, withCommands: false };
    return [...pretty(files, options)].map((line) => `${line}\n`).join('');
  },
  'report.xml': (results: Results) => junit(results.all().map(({ report }) => report)),
  'report.json': (results: Results) =>
    json(
      results.all().map(({ report }) => report),
      coverageNow(results),
    ),
  'coverage.txt': (results: Results) =>
    [...coverageText(coverageNow(results), translate)].map((line) => `${line}\n`).join(''),
} as const satisfies Record<string, (results: Results) => string>;

export type ReportName = keyof typeof DOCUMENTS;

const uriOf = (name: ReportName): Uri => Uri.from({ scheme: SCHEME, path: `/${name}` });

export function checkReports(results: Results): Disposable[] {
  const changed = new EventEmitter<Uri>();
  return [
    changed,
    results.onChange(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
    }),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent({ path }) {
        const name = path.slice(1);
        return name in DOCUMENTS ? DOCUMENTS[name as ReportName](results) : '';
      },
    }),
    languages.registerDocumentLinkProvider(
      { scheme: SCHEME, pattern: '**/report.txt' },
      { provideDocumentLinks: (document) => linksIn(document, results) },
    ),
  ];
}

/** The begin of a line: its mark, a name, and the number of a line of that file. */
const PLACE = /^(\s*(?:[✓✗] )?)(.+?)(?::(\d+)(?=[:,])|(?= {2})|$)/;

function linksIn(document: TextDocument, results: Results): DocumentLink[] {
  const uris = new Map(results.all().map(({ uri, report }) => [report.name, uri]));
  return document
    .getText()
    .split('\n')
    .flatMap((text, line) => {
      const [, indent = '', name = '', number = ''] = PLACE.exec(text) ?? [];
      const uri = uris.get(name);
      if (uri === undefined) return [];
      const end = indent.length + name.length + (number === '' ? 0 : number.length + 1);
      const target = number === '' ? uri : uri.with({ fragment: `L${number}` });
      return [new DocumentLink(rangeOf({ line, start: indent.length, end }), target)];
    });
}

/** Milliseconds after which a document is shown as it is, and follows when it can. */
const PATIENCE = 1_000;

/** Shows the document as it is by now: one that is open already gets its new text a moment later. */
export async function showReport(name: ReportName, results: Results): Promise<void> {
  const document = await workspace.openTextDocument(uriOf(name));
  const isShown = (): boolean => document.getText() === DOCUMENTS[name](results);
  if (!isShown()) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, PATIENCE);
      const subscription = workspace.onDidChangeTextDocument((change) => {
        if (change.document === document && isShown()) done();
      });
      function done(): void {
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      }
    });
  }
  const isText = name.endsWith('.txt') && document.languageId !== REPORT_LANGUAGE;
  const shown = isText ? await languages.setTextDocumentLanguage(document, REPORT_LANGUAGE) : document;
  await window.showTextDocument(shown, { preview: true });
}
