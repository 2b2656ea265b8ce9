/** A failure of the page itself is told, with a way out. */
import { Component, type ComponentChildren } from 'preact';
import { Button } from './button';
import { post } from './host';
import { t } from './words';

interface State {
  readonly error: unknown;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? '') : '');

export const tellFailure = (error: unknown): void =>
  post({ kind: 'failed', message: messageOf(error), stack: stackOf(error) });

/** Shows what is in it, or that it failed. */
export class Failure extends Component<{ readonly children: ComponentChildren }, State> {
  override state: State = { error: undefined };

  static override getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    tellFailure(error);
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <div class="notice" role="alert">
        <p>{t('The panel has failed; that is a mistake in it, not in your scenario.')}</p>
        <p class="mono">{messageOf(error)}</p>
        <p class="offers">
          <Button class="primary" name={t('Show it anew')} onClick={() => this.setState({ error: undefined })}>
            {t('Show it anew')}
          </Button>
          <Button
            class="plain"
            name={t('Copy the report')}
            onClick={() => post({ kind: 'copy', text: `${messageOf(error)}\n${stackOf(error)}` })}
          >
            {t('Copy the report')}
          </Button>
        </p>
      </div>
    );
  }
}
