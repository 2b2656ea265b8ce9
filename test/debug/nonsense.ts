/** Requests that nobody would send: any command with any arguments, some of them almost right. */
import fc from 'fast-check';
import { COMMANDS } from '../../src/debug/commands';

/** What ends a session is asked for elsewhere. */
const commands = Object.keys(COMMANDS).filter((command) => !/^(terminate|disconnect)$/.test(command));

const names = [
  'threadId',
  'frameId',
  'variablesReference',
  'expression',
  'context',
  'name',
  'value',
  'source',
  'line',
  'breakpoints',
  'filters',
  'targetId',
  'memoryReference',
  'count',
  'offset',
  'levels',
  'startFrame',
  'text',
  'column',
  'numbers',
  'format',
  'arguments',
  'sourceReference',
  'first',
  'n',
];
const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 60 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'client',
      'client.cwnd',
      'client send 10',
      'client connect',
      'run',
      'wait 1s',
      'repl',
      'watch',
      '0/segment/1',
      'cwnd',
      '5',
      '200ms',
      'off',
      'SYN',
      'client ESTABLISHED',
      'let x = time',
      'server -> client ACK',
      'x',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      { path: 'a.tcpscn' },
      [{ line: 2 }],
      [{ name: 'SYN', condition: 'client' }],
      [{ line: 3, hitCondition: '% 0' }],
      [{}],
      null,
      true,
      1.5,
      [],
      {},
      Number.NaN,
    ),
  },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2 }) },
);
const args = fc.option(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }), { nil: undefined });
const request = fc.tuple(fc.constantFrom(...commands, 'nonsense', '__proto__'), args);

/** So many commands with their arguments, the same for a seed. */
export const nonsense = (count: number, seed: number): readonly (readonly [string, object | undefined])[] =>
  fc.sample(request, { numRuns: count, seed });
