/**
 * The Debug Adapter Protocol as a JSON schema, made from the types of `@vscode/debugprotocol`; every message that a test
 * sees is held against it. Keys that the protocol does not know are wrong, but for the body of an error.
 */
import assert from 'node:assert/strict';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';

/** Made once a process: test files are bundled one by one, and each has its own copy of this module. */
const KEY = Symbol.for('tcpscn: the schema of the Debug Adapter Protocol');
const shared: typeof globalThis & { [KEY]?: Promise<Ajv> } = globalThis;

const TYPES = 'node_modules/@vscode/debugprotocol/lib/debugProtocol.d.ts';

async function make(): Promise<Ajv> {
  const [{ createGenerator }, { default: Validator }] = await Promise.all([
    import('ts-json-schema-generator'),
    import('ajv'),
  ]);
  const generator = createGenerator({ path: TYPES, type: '*', skipTypeCheck: true, additionalProperties: false });
  const { definitions } = generator.createSchema('*');
  // Bundled or not, the class is the default export or its `default`.
  const Class = 'default' in Validator ? (Validator.default as typeof Ajv) : Validator;
  const ajv = new Class({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'dap', definitions });
  return ajv;
}

let ajv: Ajv | undefined;

before('the schema of the protocol', async function () {
  this.timeout(120_000);
  shared[KEY] ??= make();
  ajv = await shared[KEY];
});

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The type of a message: `StoppedEvent`, `StackTraceResponse`; `Event` and `Response` for those of our own. */
function typeOf(message: DebugProtocol.ProtocolMessage): string {
  if (message.type === 'event') {
    const { event } = message as DebugProtocol.Event;
    return event.includes('/') ? 'Event' : `${capital(event)}Event`;
  }
  const { command, success } = message as DebugProtocol.Response;
  if (!success) return 'Response';
  return command.includes('/') ? 'Response' : `${capital(command)}Response`;
}

/** Fails if a message is not as the protocol says. */
export function assertSchema(message: DebugProtocol.ProtocolMessage): void {
  assert.ok(ajv, 'the schema was not made');
  const type = typeOf(message);
  const validate: ValidateFunction | undefined = ajv.getSchema(`dap#/definitions/DebugProtocol.${type}`);
  assert.ok(validate, `the protocol has no ${type}`);
  assert.ok(validate(message), `${type}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(message, null, 1)}`);
}
