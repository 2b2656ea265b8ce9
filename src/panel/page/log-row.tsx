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
      <Cell class="number">{String(cells.n)}</Cell>
      <Cell class="number">{time}</Cell>
      <Cell class="event">
        {peer === undefined ? <span class="token nobody" /> : <PeerToken peer={peer} />}
        <span class="words">
          <b>{cells.event}</b>
          {cells.sends === '' ? null : <span class="muted"> / {cells.sends}</span>}
        </span>
      </Cell>
      <Cell class="direction">{directionOf(cells)}</Cell>
      <Cell class="flags">{cells.flags}</Cell>
      <Cell class="number seq">{cells.seq}</Cell>
      <Cell class="number ack">{cells.ack}</Cell>
      <Cell class="number win">{cells.win}</Cell>
      <Cell class="number len">{cells.len}</Cell>
      <Cell class="states">
        <span class="passed">{states.slice(0, -1).map((state) => `${state} → `)}</span>
        <b>{states.at(-1)}</b>
      </Cell>
      <Cell class="note">
        {cells.tags === '' ? null : <span class="tags">{cells.tags} </span>}
        {cells.note}
      </Cell>
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

function Cell({ class: kind, children }: { readonly class: string; readonly children: ComponentChildren }) {
  return (
    <span class={`cell ${kind}`} role="gridcell">
      {children}
    </span>
  );
}
