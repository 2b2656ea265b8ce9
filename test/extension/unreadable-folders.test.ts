import assert from 'node:assert/strict';
import { type Entry, unreadableFolders } from '../../src/extension/unreadable-folders';

/** What each folder holds; one without an entry may not be read. */
const TREE: Readonly<Record<string, readonly Entry[]>> = {
  '/': [
    ['a', true],
    ['b', true],
    ['.git', true],
    ['node_modules', true],
    ['open.tcpscn', false],
  ],
  '/a': [['secret', true]],
  '/b': [['deeper', true]],
  '/b/deeper': [],
};

const search = (isCancelled: (listed: number) => boolean, root = '/') => {
  const listed: string[] = [];
  const list = async (folder: string) => {
    listed.push(folder);
    return TREE[folder] ?? Promise.reject(new Error(`no permission: ${folder}`));
  };
  const childOf = (folder: string, name: string) => `${folder === '/' ? '' : folder}/${name}`;
  const found = unreadableFolders([root], list, childOf, () => isCancelled(listed.length));
  return found.then((all) => ({ found: all.map(({ folder, error }) => `${folder}: ${error}`), listed }));
};

describe('folders that may not be read', () => {
  it('are found with the reason, however deep; what is not searched is not looked into', async () => {
    assert.deepEqual(await search(() => false), {
      found: ['/a/secret: Error: no permission: /a/secret'],
      listed: ['/', '/a', '/b', '/a/secret', '/b/deeper'],
    });
  });

  it('may be the folder that is opened', async () => {
    assert.deepEqual((await search(() => false, '/gone')).found, ['/gone: Error: no permission: /gone']);
  });

  it('are looked for no longer than somebody wants to know', async () => {
    assert.deepEqual(await search((listed) => listed > 0), { found: [], listed: ['/'] });
  });
});
