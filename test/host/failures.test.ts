import { CancellationError, window } from 'vscode';
import { tellFailures } from '../../src/extension/failures';
import { say } from '../../src/words/sentence';
import { same } from './same';

describe('an error inside of the extension', () => {
  const broken = (): never => {
    throw new Error('this cannot be');
  };

  it('is a message with what to do next, once, and gives nothing', async () => {
    const log = window.createOutputChannel('failures', { log: true });
    const told: string[] = [];
    const failures = tellFailures(log, 'tcpscn 0', (message, ...items) => {
      told.push([message, ...items.map(({ title }) => title)].join(' | '));
      return Promise.resolve(undefined);
    });
    same(await failures.attempt(say('Formatting'), broken), undefined);
    same(await failures.attempt(say('Formatting'), broken), undefined);
    same(told, ['Formatting failed. Your text is as it was. Please report this error. | Copy Report | Show Log']);
    log.dispose();
  });

  it('is not told of what was only cancelled', async () => {
    const log = window.createOutputChannel('failures', { log: true });
    const failures = tellFailures(log, 'tcpscn 0', () => {
      throw new Error('nobody is to be told');
    });
    const ended = await failures
      .attempt(say('Formatting'), () => {
        throw new CancellationError();
      })
      .then(
        () => 'gave something',
        () => 'was cancelled',
      );
    same(ended, 'was cancelled');
    log.dispose();
  });
});
