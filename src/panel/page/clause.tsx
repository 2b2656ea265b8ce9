/** A clause, which one can read at the RFC Editor's. */
import { clauseAddress, clauseText } from '../clause';
import { post } from './host';
import { t } from './words';

export function Clause({ of }: { readonly of: string }) {
  const url = clauseAddress(of);
  const text = clauseText(of);
  if (url === undefined) return <span>{text}</span>;
  return (
    <a
      class="clause"
      href={url}
      title={t('Read it at rfc-editor.org')}
      onClick={(event) => {
        event.preventDefault();
        post({ kind: 'open', url });
      }}
    >
      {text}
    </a>
  );
}
