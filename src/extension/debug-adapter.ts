/** The debug adapter, in the extension itself: no process is started, so it is the same in every extension host. */
import {
  type DebugAdapter,
  DebugAdapterInlineImplementation,
  type DebugProtocolMessage,
  type Disposable,
  debug,
  EventEmitter,
} from 'vscode';
import { createAdapter } from '../debug/adapter';
import { LANGUAGE } from './language';
import { pause } from './pause';
import { fileNamed, textOf } from './texts';
import { translate } from './words';

/** Each session has an adapter of its own. */
export const debugAdapter = (): Disposable =>
  debug.registerDebugAdapterDescriptorFactory(LANGUAGE, {
    createDebugAdapterDescriptor: () => new DebugAdapterInlineImplementation(inlineAdapter()),
  });

function inlineAdapter(): DebugAdapter {
  const sent = new EventEmitter<DebugProtocolMessage>();
  const adapter = createAdapter({
    send: (message) => sent.fire(message),
    read: (name) => textOf(fileNamed(name)),
    now: () => performance.now(),
    breathe: pause,
    translate,
    ended: () => {},
  });
  return {
    onDidSendMessage: sent.event,
    handleMessage: adapter.receive,
    dispose() {
      adapter.dispose();
      sent.dispose();
    },
  };
}
