import assert from 'node:assert/strict';
import { DEFAULT_PATH } from '../../src/program/paths';
import { scenario, statement } from './page';

describe('the network of a scenario', () => {
  it('is 10 milliseconds each way and never loses anything', () => {
    const { paths, seed } = scenario('run');
    assert.deepEqual(paths, [DEFAULT_PATH, DEFAULT_PATH]);
    assert.deepEqual(DEFAULT_PATH.delay, { from: 10_000, to: 10_000 });
    assert.equal(seed, 1);
  });

  it('has what its lines say, both ways or one way', () => {
    const { paths, seed, statements } = scenario(
      'network delay=10ms..50ms bandwidth=10Mbps mtu=576 loss=1.5% duplicate=2% reorder=3% corrupt=100% seed=7',
      'network server -> client delay=5ms bandwidth=off',
      'run',
    );
    const both = {
      delay: { from: 10_000, to: 50_000 },
      bandwidth: 10_000_000,
      mtu: 576,
      loss: 0.015,
      duplicate: 0.02,
      reorder: 0.03,
      corrupt: 1,
    };
    assert.deepEqual(paths, [both, { ...both, delay: { from: 5000, to: 5000 }, bandwidth: undefined }]);
    assert.equal(seed, 7);
    assert.deepEqual(
      statements.map(({ kind }) => kind),
      ['run'],
    );
  });

  it('is changed by the lines below the first statement', () => {
    assert.deepEqual(statement('run', 'network mtu=576'), {
      line: 2,
      kind: 'network',
      changes: [
        { from: 0, path: { mtu: 576 } },
        { from: 1, path: { mtu: 576 } },
      ],
      seed: undefined,
    });
    assert.deepEqual(statement('run', 'network server -> client bandwidth=off'), {
      line: 2,
      kind: 'network',
      changes: [{ from: 1, path: { bandwidth: undefined } }],
      seed: undefined,
    });
    assert.deepEqual(statement('run', 'network seed=5'), { line: 2, kind: 'network', changes: [], seed: 5 });
  });
});
