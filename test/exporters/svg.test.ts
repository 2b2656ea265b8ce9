import assert from 'node:assert/strict';
import { svg } from '../../src/exporters/svg';
import { rows } from '../../src/tcp/fsm';
import { matchesGolden } from '../golden';
import { runsOf } from '../scenarios';
import { HOSTILE, played } from './played';

/** By the name of the golden: the scenario that it shows, the first of its file or the one named. */
const PICTURES: Readonly<Record<string, readonly [file: string, scenario?: string]>> = {
  handshake: ['handshake-and-close'],
  'simultaneous-close': ['simultaneous-close'],
  'last-ack-lost': ['last-ack-lost'],
  'blind-reset': ['reset-in-every-state', 'A blind RST only draws a challenge'],
  'zero-window': ['zero-window'],
};

/** One shape a line, so that a difference is one line; without the style sheet. */
const lines = (text: string): string => text.replace(/<style>.*?<\/style>/s, '').replace(/></g, '>\n<');

describe('the picture of a run', () => {
  for (const [golden, [file, name]] of Object.entries(PICTURES)) {
    it(`of ${name ?? file} is the one that was accepted`, () => {
      const trace = runsOf(`examples/${file}.tcpscn`).find(
        ({ scenario }) => name === undefined || scenario.name === name,
      );
      assert.ok(trace);
      matchesGolden(`test/exporters/golden/${golden}.svg.txt`, lines(svg(trace, rows)));
    });
  }

  it('keeps every text of a scenario a text', () => {
    const text = svg(played(HOSTILE), rows);
    const markup = text.match(/<[^>]*>/g) ?? [];
    const names = new Set(markup.map((tag) => tag.replace(/^<\/?([a-z]+).*$/s, '$1')));
    assert.deepEqual([...names].sort(), ['g', 'path', 'rect', 'style', 'svg', 'text', 'title', 'tspan']);
    assert.ok(markup.every((tag) => !/\son\w+=/.test(tag)));
  });

  it('needs nothing from elsewhere', () => {
    const [trace] = runsOf('examples/zero-window.tcpscn');
    assert.ok(trace);
    const text = svg(trace, rows).replace('http://www.w3.org/2000/svg', '');
    assert.doesNotMatch(text, /https?:|url\(|@import|href|var\(/);
  });
});
