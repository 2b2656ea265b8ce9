import { extensions, languages, window } from 'vscode';
import { file } from './documents';
import { hosts } from './host';
import { holds, same } from './same';

describe('activation', () => {
  const extension = () => {
    const found = extensions.getExtension('tcpscn.tcpscn');
    holds(found !== undefined, 'the extension is not there');
    return found;
  };

  it('the tests run in the extension host that was asked for', () => {
    const { asked, actual } = hosts();
    same(actual, asked);
  });

  it('nothing but a scenario file wakes the extension', async () => {
    same(extension().isActive, false);
    await window.showTextDocument(await file('one', 'orderly-release.tcpscn'));
    await extension().activate();
    same(
      languages.getDiagnostics().flatMap(([, found]) => found),
      [],
    );
  });
});
