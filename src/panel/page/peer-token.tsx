/** A peer's token: the first a circle, the second a square, each with its letter. */
import { peerLetters } from './store';

export function PeerToken({ peer, large }: { readonly peer: 0 | 1; readonly large?: boolean }) {
  const kind = `token ${peer === 0 ? 'first' : 'second'}${large ? ' large' : ''}`;
  return (
    <span class={kind} aria-hidden="true">
      {peerLetters.value[peer]}
    </span>
  );
}
