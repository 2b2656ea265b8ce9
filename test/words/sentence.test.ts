import assert from 'node:assert/strict';
import { render, say } from '../../src/words/sentence';

describe('a sentence', () => {
  it('is put together from its text and its arguments, in whatever order the text names them', () => {
    assert.equal(render(say('{1} did not answer {0}', 'client', 'server')), 'server did not answer client');
    assert.equal(render(say('{0}, {0} and again {0}', 3)), '3, 3 and again 3');
  });

  it('is translated before its arguments are put in, with the English text as the key', () => {
    const german = (text: string): string =>
      ({ 'unknown peer "{0}"; did you mean "{1}"?': 'Meinten Sie „{1}“? „{0}“ ist unbekannt.' })[text] ?? text;
    assert.equal(
      render(say('unknown peer "{0}"; did you mean "{1}"?', 'clinet', 'client'), german),
      'Meinten Sie „client“? „clinet“ ist unbekannt.',
    );
    assert.equal(render(say('{0} has nothing to send', 'client'), german), 'client has nothing to send');
  });

  it('leaves the text of an argument as it is, also if it looks like a place for another', () => {
    assert.equal(render(say('{0} and {1}', '{1}', '$&')), '{1} and $&');
  });

  it('shows a place for which there is no argument instead of dropping it', () => {
    assert.equal(render(say('{0} and {1}', 'one')), 'one and {1}');
  });

  it('is plain data until then', () => {
    assert.deepEqual(say('{0} bytes', 7), { text: '{0} bytes', arguments: [7] });
  });
});
