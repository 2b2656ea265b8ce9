import assert from 'node:assert/strict';
import { markdownOf } from '../../src/editing/markdown';
import { respelledParagraph, respelling } from '../../src/extension/spelling';
import { STATES } from '../../src/language/vocabulary/states';
import { respelled } from '../../src/trace/spelling';
import { say } from '../../src/words/sentence';

describe('the spelling of state names', () => {
  it('is that of the language, or that of RFC 9293', () => {
    const states = Object.keys(STATES).join(' ');
    assert.equal(respelled(states, 'FIN_WAIT_1'), states);
    assert.equal(
      respelled(states, 'FIN-WAIT-1'),
      'CLOSED LISTEN SYN-SENT SYN-RECEIVED ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 CLOSE-WAIT CLOSING LAST-ACK TIME-WAIT',
    );
  });

  it('changes no word that only holds a name', () => {
    assert.equal(
      respelled('MY_TIME_WAIT TIME_WAIT_2 is_SYN_SENT', 'FIN-WAIT-1'),
      'MY_TIME_WAIT TIME_WAIT_2 is_SYN_SENT',
    );
  });

  it('changes sentences with their arguments, and no line of a scenario', () => {
    const sentence = say('from {0} to TIME_WAIT: {1}', 'FIN_WAIT_2', say('TIME_WAIT lasts {0}', 'CLOSE_WAIT'));
    const paragraphs = [respelledParagraph({ kind: 'text', sentence }, 'FIN-WAIT-1')];
    const german: Record<string, string> = { 'from {0} to TIME_WAIT: {1}': 'von {0} nach TIME_WAIT: {1}' };
    const translate = respelling((english) => german[english] ?? english, 'FIN-WAIT-1');
    assert.equal(
      markdownOf(paragraphs, translate),
      'von FIN\\-WAIT\\-2 nach TIME\\-WAIT: TIME\\-WAIT lasts CLOSE\\-WAIT',
    );
    const code = { kind: 'code', text: 'expect client TIME_WAIT' } as const;
    assert.equal(respelledParagraph(code, 'FIN-WAIT-1'), code);
  });
});
