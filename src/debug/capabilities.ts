/** What the adapter can do, as `initialize` answers it. Each entry has a test that sees its effect. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { say } from '../words/sentence';
import { EXCEPTION_FILTERS } from './exception-filter';
import { type Session, said } from './session';

export const capabilities = (session: Session): DebugProtocol.Capabilities => ({
  supportsConfigurationDoneRequest: true,
  supportsFunctionBreakpoints: true,
  supportsConditionalBreakpoints: true,
  supportsHitConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsDataBreakpoints: true,
  supportsBreakpointLocationsRequest: true,
  supportsExceptionFilterOptions: true,
  supportsExceptionInfoRequest: true,
  exceptionBreakpointFilters: EXCEPTION_FILTERS.map(({ filter, label, description, default: on }) => ({
    filter,
    label: said(session, label),
    description: said(session, description),
    default: on,
    supportsCondition: true,
    conditionDescription: said(session, say('a condition of the scenario language, as "client.cwnd > 3000"')),
  })),
  supportsStepBack: true,
  supportsRestartFrame: true,
  supportsGotoTargetsRequest: true,
  supportsStepInTargetsRequest: true,
  supportsRestartRequest: true,
  supportsTerminateRequest: true,
  supportsCancelRequest: true,
  supportsDelayedStackTraceLoading: true,
  supportsLoadedSourcesRequest: true,
  supportsEvaluateForHovers: true,
  supportsClipboardContext: true,
  supportsCompletionsRequest: true,
  completionTriggerCharacters: ['.', ' '],
  supportsSetVariable: true,
  supportsSetExpression: true,
  supportsValueFormattingOptions: true,
  supportsReadMemoryRequest: true,
});
