/** From the lines of a scenario to its statements: every line that is a step of the run, and every `let`. */
import type { CallLine, Outcome as OutcomeNode, RuleLine, Statement as Tree } from '../language/tree';
import type { Expression } from './expression';
import { lowerCondition, lowerExpression, lowerPeer, unresolved } from './expressions';
import type { SourceLine } from './lines';
import type { View } from './names';
import { lowerNetworkLine } from './paths';
import { peerChanges } from './peers';
import type { Call, Outcome, Rule, Statement } from './program';
import { lowerDirection, lowerSegment } from './segments';

/** The statement of a line; undefined if it is none. */
export function lowerStatement({ number: line, statement: tree }: SourceLine, view: View): Statement | undefined {
  const optional = (part: Parameters<typeof lowerExpression>[0] | undefined): Expression | undefined =>
    part && lowerExpression(part, view);
  switch (tree.kind) {
    case 'let':
      return { line, kind: 'let', name: tree.name.text, value: lowerExpression(tree.value, view) };
    case 'network':
      return { line, kind: 'network', ...lowerNetworkLine(tree, view) };
    case 'call':
      return { line, kind: 'call', peer: lowerPeer(tree.peer.text, view), call: lowerCall(tree, view) };
    case 'segment':
      return {
        line,
        kind: 'segment',
        segment: lowerSegment(tree, view),
        outcome: lowerOutcome(tree.outcome, view),
        capture: tree.capture?.text,
      };
    case 'inject':
      return { line, kind: 'inject', segment: lowerSegment(tree, view), capture: tree.capture?.text };
    case 'rule':
      return { line, kind: 'rule', rule: lowerRule(tree, view) };
    case 'release':
    case 'replay':
      return { line, kind: tree.kind, capture: tree.capture.text };
    case 'wait': {
      const { expression: duration, source } = lowerCondition(tree.duration, view);
      return { line, kind: 'wait', duration, source };
    }
    case 'wait-until':
      return {
        line,
        kind: 'wait-until',
        condition: lowerCondition(tree.condition, view),
        within: optional(tree.within),
      };
    case 'run':
      return { line, kind: 'run' };
    case 'handshake':
      return { line, kind: 'handshake', ...lowerDirection(tree.direction, view) };
    case 'expect':
    case 'always':
    case 'never':
    case 'finally':
      return { line, kind: tree.kind, condition: lowerCondition(tree.condition, view) };
    case 'expect-no':
      return { line, kind: 'expect-no', segment: lowerSegment(tree, view), during: optional(tree.during) };
    case 'never-segment':
      return { line, kind: 'never-segment', segment: lowerSegment(tree, view) };
    case 'note': {
      const peer = tree.peer && lowerPeer(tree.peer.text, view);
      return { line, kind: 'note', peer, text: tree.text.value };
    }
    case 'blank':
    case 'broken':
    case 'scenario':
    case 'peer':
    case 'chapter':
      return undefined;
  }
}

function lowerCall({ verb, amount, urgent, options }: CallLine, view: View): Call {
  switch (verb.value) {
    case undefined:
      return unresolved(`the verb "${verb.text}"`);
    case 'send':
      return {
        verb: 'send',
        amount: amount === undefined ? unresolved('a send without an amount') : lowerExpression(amount, view),
        urgent: urgent !== undefined,
      };
    case 'recv':
      return { verb: 'recv', amount: amount === undefined ? 'all' : lowerExpression(amount, view) };
    case 'set':
      return {
        verb: 'set',
        ...peerChanges(options),
        source: `set ${options.map((option) => view.line.text.slice(option.start, option.end)).join(' ')}`,
      };
    default:
      return { verb: verb.value };
  }
}

function lowerOutcome(node: OutcomeNode | undefined, view: View): Outcome {
  if (node === undefined) return { kind: 'arrives' };
  const amount = node.amount && lowerExpression(node.amount, view);
  switch (node.kind) {
    case 'duplicated':
      return { kind: 'duplicated', times: amount };
    case 'delayed':
      return { kind: 'delayed', by: amount ?? unresolved('a delay without a duration') };
    default:
      return { kind: node.kind };
  }
}

function lowerRule(tree: RuleLine, view: View): Rule {
  return {
    action: tree.action,
    count: lowerCount(tree.count, view),
    segment: lowerSegment(tree, view),
    by: tree.by && lowerExpression(tree.by, view),
  };
}

/** `next` without a number is one. */
function lowerCount(count: Extract<Tree, { kind: 'rule' }>['count'], view: View): Rule['count'] {
  if (count === 'all') return 'all';
  if (count === 'next') return { kind: 'constant', value: { kind: 'number', value: 1 } };
  return lowerExpression(count, view);
}
