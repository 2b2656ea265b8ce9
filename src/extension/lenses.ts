/** What can be done with a scenario, above it. */
import { CodeLens, type Disposable, EventEmitter, languages, type Uri } from 'vscode';
import { type ScenarioPlace, scenarioPlaces } from '../editing/scenario-places';
import { type Sentence, say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { rangeOf } from './places';
import type { Readings } from './readings';
import { onSettingsChange, settings } from './settings';
import { inWords } from './words';

/** A command that takes a file and the title of a scenario, none for the one of a file without a `scenario` line. */
interface Action {
  readonly title: Sentence;
  readonly command: string;
}

/** From left to right. */
const ACTIONS: readonly Action[] = [
  { title: say('Check'), command: 'tcpscn.checkScenario' },
  { title: say('Debug'), command: 'tcpscn.debugScenario' },
  { title: say('Show'), command: 'tcpscn.openPanel' },
];

export function lenses(readings: Readings, failures: Failures): Disposable[] {
  const changed = new EventEmitter<void>();
  return [
    changed,
    onSettingsChange(() => changed.fire()),
    languages.registerCodeLensProvider(DOCUMENTS, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) =>
        failures.attempt(say('Showing what can be done with a scenario'), () => {
          if (!settings().lenses) return [];
          const places = scenarioPlaces(readings.of(document).document);
          return places.flatMap((place) => ACTIONS.map((action) => lens(document.uri, place, action)));
        }),
    }),
  ];
}

const lens = (uri: Uri, { span, title: scenario }: ScenarioPlace, { title, command }: Action): CodeLens =>
  new CodeLens(rangeOf(span), { title: inWords(title), command, arguments: [uri, scenario] });
