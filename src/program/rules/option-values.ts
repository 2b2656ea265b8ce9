/** Every option has a value that it takes and that this version can do. */
import { readNetworkOption } from '../paths';
import { readPeerOption } from '../peers';
import { everyLine } from '../rule';

export const optionValues = everyLine(({ line: { statement } }) => {
  if (!('options' in statement)) return [];
  const read = statement.kind === 'network' ? readNetworkOption : readPeerOption;
  return statement.options.flatMap((option) => {
    const reading = read(option);
    return reading?.kind === 'problem' ? [reading.problem] : [];
  });
});
