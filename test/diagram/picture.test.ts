import assert from 'node:assert/strict';
import { picture } from '../../src/diagram/picture';
import { sceneOf } from '../../src/diagram/scene';
import { svgText } from '../../src/diagram/shape';
import { STANDALONE_STYLE } from '../../src/diagram/style';
import { rows } from '../../src/tcp/fsm';
import { english } from '../../src/words/sentence';
import { runsOf } from '../scenarios';

const [trace] = runsOf('examples/handshake-and-close.tcpscn');
assert.ok(trace);

describe('a picture of a run', () => {
  it('is the same for the same run, byte for byte', () => {
    const [again] = runsOf('examples/handshake-and-close.tcpscn');
    assert.ok(again);
    assert.equal(
      svgText(picture(sceneOf(trace, rows), 'relative', english, STANDALONE_STYLE)),
      svgText(picture(sceneOf(again, rows), 'relative', english, STANDALONE_STYLE)),
    );
  });
});
