/** One row of the log. */
import type { ComponentChildren } from 'preact';
import type { LogCells } from '../log-cells';
import { post } from './host';
import { PeerToken } from './peer-token';
import { view } from './steps';
import { peerLetters, peerNamed } from './store';
import { spelled, t } from './words';

interface Props {
  readonly cells: LogCells;
  readonly time: string;
  /** Of the scenario. */
  readonly line: number;
  readonly current: boolean;
  readonly future: boolean;
  /** The filter leaves it out. */
  readonly faded: boolean;
  /** Pixels from the top of the log. */
  readonly top: number;
}

export function LogRow({ cells, time, line, current, future, faded, top }: Props) {
  const peer = peerNamed(cells.peer === '' ? undefined : cells.peer);
  const side = peer === undefined ? '' : peer === 0 ? ' first' : ' second';
  const kind = `log-row ${cells.mood}${side}${cells.n % 2 === 0 ? ' even' : ''}${current ? ' current' : ''}${future ? ' future' : ''}${faded ? ' faded' : ''}`;
  const states = cells.states.map(spelled);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <div
      id={`log-${cells.n}`}
      class={kind}
      role="row"
      aria-rowindex={cells.n + 1}
      aria-selected={current}
      title={t('Line {0}; double click shows it', line)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={({ target }) => view(cells.n, target)}
      onDblClick={() => post({ kind: 'reveal', n: cells.n })}
    >
      {cell('number', String(cells.n))}
      {cell('number', time)}
      {cell(
        'event',
        peer === undefined ? <span class="token nobody" /> : <PeerToken peer={peer} />,
        <span class="words">
          <b>{cells.event}</b>
          {cells.sends === '' ? null : <span class="muted"> / {cells.sends}</span>}
        </span>,
      )}
      {cell('direction', directionOf(cells))}
      {cell('flags', cells.flags)}
      {cell('number seq', cells.seq)}
      {cell('number ack', cells.ack)}
      {cell('number win', cells.win)}
      {cell('number len', cells.len)}
      {cell(
        'states',
        <span class="passed">{states.slice(0, -1).map((state) => `${state} → `)}</span>,
        <b>{states.at(-1)}</b>,
      )}
      {cell('note', cells.tags === '' ? null : <span class="tags">{cells.tags} </span>, cells.note)}
    </div>
  );
}

/** The letters of sender and receiver: `C → S`. */
function directionOf({ from, to }: LogCells): string {
  const [sender, receiver] = [peerNamed(from), peerNamed(to)];
  if (sender === undefined || receiver === undefined) return '';
  const letters = peerLetters.value;
  return `${letters[sender]} → ${letters[receiver]}`;
}

/** No component: there are hundreds of them. */
const cell = (kind: string, ...content: readonly ComponentChildren[]) => (
  <span class={`cell ${kind}`} role="gridcell">
    {...content}
  </span>
);
