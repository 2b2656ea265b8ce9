/** The variables of both TCBs: what changed, old to new, and what one wants to see in any case. */
import { useState } from 'preact/hooks';
import { type Variable, variableNames } from '../../diagram/moment';
import { valueText, variableName } from '../values';
import { Button } from './button';
import { PeerToken } from './peer-token';
import { moment } from './scene';
import * as store from './store';
import { t } from './words';

/** Shown even if they stay. */
const ALWAYS: ReadonlySet<string> = new Set(['snd.una', 'snd.nxt', 'snd.wnd', 'rcv.nxt', 'rcv.wnd']);

export function TcbTable() {
  const [all, setAll] = useState(false);
  const tcb = moment.value?.tcb;
  if (tcb === undefined) return null;
  const tables = tcb.map((variables) => new Map(variables.map((variable) => [variable.name, variable])));
  const changed = (name: string): boolean => tables.some((table) => table.get(name)?.before !== table.get(name)?.after);
  const running = (name: string): boolean =>
    name.startsWith('timer.') && tables.some((table) => (table.get(name)?.after ?? 'off') !== 'off');
  const names = variableNames(tcb).filter((name) => all || ALWAYS.has(name) || changed(name) || running(name));
  if (names.length === 0 && !all) return null;
  return (
    <div class="tcb-place">
      <table class="tcb">
        <caption class="unseen">{t('Variables of both peers')}</caption>
        <thead>
          <tr>
            <td />
            {([0, 1] as const).map((peer) => (
              <th key={peer} scope="col">
                <PeerToken peer={peer} />
                <span class="unseen">{store.run.value?.scenario.peers[peer].name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <button type="button" class="term" data-field={name}>
                  {variableName(name)}
                </button>
              </th>
              {([0, 1] as const).map((peer) => (
                <Value key={peer} peer={peer} name={name} table={tables[peer]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button class="link" name={all ? t('Fewer variables') : t('All variables')} onClick={() => setAll(!all)}>
        {all ? t('Fewer variables') : t('All variables')}
      </Button>
    </div>
  );
}

interface ValueProps {
  readonly peer: 0 | 1;
  readonly name: string;
  readonly table: ReadonlyMap<string, Variable> | undefined;
}

function Value({ peer, name, table }: ValueProps) {
  const variable = table?.get(name);
  const { numbers } = store.settings.value;
  if (variable === undefined) return <td class="muted">—</td>;
  const bases = { iss: table?.get('iss')?.after ?? 'off', irs: table?.get('irs')?.after ?? 'off' };
  const text = (value: Variable['after']): string => valueText(name, value, numbers, bases);
  if (variable.before === variable.after) return <td>{text(variable.after)}</td>;
  return (
    <td class={`changed ${peer === 0 ? 'first' : 'second'}`}>
      <del>{text(variable.before)}</del> <span aria-hidden="true">→</span> <ins>{text(variable.after)}</ins>
    </td>
  );
}
