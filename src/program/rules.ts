/** All rules, in the order in which a reader would ask: the file, its peers, its options, its segments, its values. */
import type { LocatedDiagnostic } from './report';
import type { FileRule, ScenarioRule } from './rule';
import { aboveScenarios } from './rules/above-scenarios';
import { amounts } from './rules/amounts';
import { expectNoAfterWait } from './rules/expect-no-after-wait';
import { fieldConflicts } from './rules/field-conflicts';
import { fieldMeanings } from './rules/field-meanings';
import { knownNames } from './rules/known-names';
import { knownVariables } from './rules/known-variables';
import { latePeer } from './rules/late-peer';
import { madeSegment } from './rules/made-segment';
import { mslWithoutTcp } from './rules/msl-without-tcp';
import { nothingToRun } from './rules/nothing-to-run';
import { operandTypes } from './rules/operand-types';
import { optionValues } from './rules/option-values';
import { placeTypes } from './rules/place-types';
import { rememberedSegments } from './rules/remembered-segments';
import { repeatedNames } from './rules/repeated-names';
import { repeatedPeer } from './rules/repeated-peer';
import { repeatedScenario } from './rules/repeated-scenario';
import { samePeer } from './rules/same-peer';
import { scriptedCall } from './rules/scripted-call';
import { scriptedState } from './rules/scripted-state';
import { thirdPeer } from './rules/third-peer';
import { unknownPeer } from './rules/unknown-peer';
import { waitUntil } from './rules/wait-until';
import type { SourceFile } from './scenarios';

const FILE_RULES: readonly FileRule[] = [nothingToRun, aboveScenarios, repeatedScenario];

const SCENARIO_RULES: readonly ScenarioRule[] = [
  thirdPeer,
  repeatedPeer,
  latePeer,
  unknownPeer,
  samePeer,
  optionValues,
  scriptedCall,
  scriptedState,
  mslWithoutTcp,
  madeSegment,
  fieldMeanings,
  fieldConflicts,
  repeatedNames,
  rememberedSegments,
  knownNames,
  knownVariables,
  operandTypes,
  placeTypes,
  amounts,
  waitUntil,
  expectNoAfterWait,
];

/** What the rules find in a file; a shared line may be found wrong once for each scenario. */
export const judge = (file: SourceFile): readonly LocatedDiagnostic[] => [
  ...FILE_RULES.flatMap((rule) => rule(file)),
  ...file.scenarios.flatMap((scenario) => SCENARIO_RULES.flatMap((rule) => rule(scenario))),
];
