/** Every request that the adapter answers, with its handler: the table of what a client can ask. */
import { EVENTS, TRAVEL, WHERE } from './follower';
import type { Handler } from './reply';
import {
  breakpointLocations,
  dataBreakpointInfo,
  gotoTargets,
  setBreakpoints,
  setDataBreakpoints,
  setExceptionBreakpoints,
  setFunctionBreakpoints,
} from './requests/breakpoints';
import { setExpression, setVariable } from './requests/changes';
import { completions } from './requests/completions';
import { evaluate } from './requests/evaluate';
import { exceptionInfo } from './requests/exception';
import { events, travel, where } from './requests/following';
import {
  cancel,
  configurationDone,
  disconnect,
  initialize,
  launch,
  restart,
  terminateRequest,
} from './requests/lifecycle';
import { readMemory } from './requests/memory';
import { numbers } from './requests/numbers';
import { loadedSources, source } from './requests/sources';
import { scopes, stackTrace, stepInTargets, threads, variables } from './requests/stack';
import {
  continueRequest,
  goto,
  next,
  pause,
  restartFrame,
  reverseContinue,
  stepBack,
  stepIn,
  stepOut,
} from './requests/stepping';

export const COMMANDS = {
  initialize,
  launch,
  configurationDone,
  restart,
  cancel,
  terminate: terminateRequest,
  disconnect,
  setBreakpoints,
  setFunctionBreakpoints,
  setExceptionBreakpoints,
  setDataBreakpoints,
  dataBreakpointInfo,
  breakpointLocations,
  continue: continueRequest,
  reverseContinue,
  next,
  stepBack,
  stepIn,
  stepOut,
  stepInTargets,
  goto,
  gotoTargets,
  restartFrame,
  pause,
  threads,
  stackTrace,
  scopes,
  variables,
  setVariable,
  setExpression,
  evaluate,
  completions,
  exceptionInfo,
  source,
  loadedSources,
  readMemory,
  'tcpscn/numbers': numbers,
  [EVENTS]: events,
  [TRAVEL]: travel,
  [WHERE]: where,
} as const satisfies Record<string, Handler>;

export type Command = keyof typeof COMMANDS;

export const isCommand = (name: string): name is Command => Object.hasOwn(COMMANDS, name);
