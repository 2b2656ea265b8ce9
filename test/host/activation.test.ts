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

  it('is quiet about a file in which nothing is wrong', async () => {
    await window.showTextDocument(await file('one', 'orderly-release.tcpscn'));
    await extension().activate();
    same(
      languages.getDiagnostics().flatMap(([, found]) => found),
      [],
    );
  });
});
