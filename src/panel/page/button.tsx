/** A button: its name is its text or, with a picture alone, what is said of it. `keys` are the keys that do the same. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons';

interface Props {
  readonly icon?: IconName;
  readonly name: string;
  readonly keys?: string;
  readonly class?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: (event: MouseEvent) => void;
  readonly children?: ComponentChildren;
}

export function Button({ icon, name, keys, class: kind, pressed, disabled, onClick, children }: Props) {
  return (
    <button
      type="button"
      class={kind}
      aria-label={children === undefined ? name : undefined}
      title={keys === undefined ? name : `${name} (${keys})`}
      aria-pressed={pressed}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
