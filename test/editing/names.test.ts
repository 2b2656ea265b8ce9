import assert from 'node:assert/strict';
import { definitionsAt } from '../../src/editing/definitions';
import { highlightsAt, referencesAt } from '../../src/editing/references';
import { renamableAt, renamed } from '../../src/editing/rename';
import { parse } from '../../src/language/document';
import { resolve } from '../../src/program/resolve';
import { render } from '../../src/words/sentence';
import { edited, shown, withCursor } from './cursor';

const places = (...lines: readonly string[]): readonly string[] => {
  const { document, position } = withCursor(...lines);
  return referencesAt(document, position, true).map((span) => shown(document, span));
};

const definitions = (...lines: readonly string[]): readonly string[] => {
  const { document, position } = withCursor(...lines);
  return definitionsAt(document, position).map((span) => shown(document, span));
};

/** The lines after a rename, or why it is refused. */
function rename(name: string, ...lines: readonly string[]): string {
  const { document, position } = withCursor(...lines);
  const renaming = renamed(document, position, name);
  return renaming.kind === 'edits' ? edited(document, renaming.edits) : render(renaming.reason);
}

describe('references', () => {
  it('finds a peer wherever a line names it', () => {
    assert.deepEqual(
      places(
        'peer client',
        'network client -> server delay=5ms',
        'cli|ent connect',
        'client -> server  SYN',
        'expect client SYN_SENT and client.snd.una == 0 and client.visited SYN_SENT',
        'note client "client"',
        'drop all server -> client',
        '# client',
      ),
      [
        '0:5 client',
        '1:8 client',
        '2:0 client',
        '3:0 client',
        '4:7 client',
        '4:27 client',
        '4:51 client',
        '5:5 client',
        '6:19 client',
      ],
    );
  });

  it('keeps the peers of one scenario apart from those of another', () => {
    assert.deepEqual(places('scenario "a"', 'cl|ient connect', 'scenario "b"', 'client connect'), ['1:0 client']);
  });

  it('follows a peer through every scenario if a shared line names it', () => {
    const lines = ['peer client', 'scenario "a"', 'client connect', 'scenario "b"', '|client connect'];
    assert.deepEqual(places(...lines), ['0:5 client', '2:0 client', '4:0 client']);
  });

  it('leaves out a scenario whose peers are others', () => {
    assert.deepEqual(
      places(
        'network client -> server delay=5ms',
        'scenario "a"',
        '|client connect',
        'scenario "b"',
        'peer x',
        'peer y',
        'x connect',
      ),
      ['0:8 client', '2:0 client'],
    );
  });

  it('finds a value from its definition on', () => {
    assert.deepEqual(places('expect time > t0', 'let |t0 = time', 'wait t0', 'expect time - t0 == t0'), [
      '1:4 t0',
      '2:5 t0',
      '3:14 t0',
      '3:20 t0',
    ]);
  });

  it('finds a segment in fields, and where it is released and replayed', () => {
    assert.deepEqual(places('client -> server  SYN  held as s1', 'expect s1.seq == 0', 'release s|1', 'replay s1'), [
      '0:31 s1',
      '1:7 s1',
      '2:8 s1',
      '3:7 s1',
    ]);
  });

  it('tells definitions from uses', () => {
    const { document, position } = withCursor('let t|0 = time', 'wait t0');
    assert.deepEqual(
      highlightsAt(document, position).map(({ defines }) => defines),
      [true, false],
    );
    assert.equal(referencesAt(document, position, false).length, 1);
  });

  it('finds nothing for words of the language and unknown names', () => {
    assert.deepEqual(places('client con|nect'), []);
    assert.deepEqual(places('wait t|1'), []);
  });
});

describe('go to definition', () => {
  it('goes to the peer line, to let and to as', () => {
    assert.deepEqual(definitions('peer client', 'peer client mss=500', '|client connect'), [
      '0:5 client',
      '1:5 client',
    ]);
    assert.deepEqual(definitions('let t0 = time', 'wait |t0'), ['0:4 t0']);
    assert.deepEqual(definitions('client -> server  SYN  as s1', 'replay |s1'), ['0:26 s1']);
  });

  it('goes to where a peer is first named if no line declares it', () => {
    assert.deepEqual(definitions('server listen', 'client connect', '|client close'), ['1:0 client']);
  });
});

describe('rename', () => {
  it('renames everywhere and leaves texts and comments alone', () => {
    assert.equal(
      rename('alice', 'peer client', 'peer server', 'client connect  # client', 'note |client "client"'),
      'peer alice\npeer server\nalice connect  # client\nnote alice "client"',
    );
  });

  it('declares peers that had their names by default', () => {
    assert.equal(
      rename('alice', '# A file.', '|client connect', 'client -> server  SYN'),
      '# A file.\npeer alice\npeer server\nalice connect\nalice -> server  SYN',
    );
    assert.equal(
      rename('bob', 'scenario "a"', 'ser|ver listen', 'scenario "b"', 'server listen'),
      'scenario "a"\npeer client\npeer bob\nbob listen\nscenario "b"\nserver listen',
    );
  });

  it('declares the other peer where its name would follow from the new one', () => {
    const text = rename('left', 'peer |client', 'client connect', 'expect server.state == CLOSED');
    assert.equal(text, 'peer left\npeer server\nleft connect\nexpect server.state == CLOSED');
    assert.deepEqual(resolve(parse(text), 'a').diagnostics, []);
  });

  it('refuses what cannot be a name, and says why', () => {
    const lines = ['let t|0 = time', 'client -> server  SYN  as s1', 'wait t0'];
    assert.equal(
      rename('a-b', ...lines),
      '"a-b" is not a name: a name is made of letters, digits and _, and begins with a letter or _',
    );
    assert.equal(
      rename('', ...lines),
      '"" is not a name: a name is made of letters, digits and _, and begins with a letter or _',
    );
    assert.equal(rename('Wait', ...lines), '"Wait" is a word of the language and cannot be a name');
    assert.equal(rename('closed', ...lines), '"closed" is a state and cannot be the name of a value');
  });

  it('refuses a name that is taken, and says by what', () => {
    const lines = ['let t|0 = time', 'client -> server  SYN  as s1', 'let t1 = t0', 'wait t9'];
    assert.equal(rename('client', ...lines), 'there is a peer of the name "client"');
    assert.equal(rename('s1', ...lines), '"s1" is the name of a segment, on line 2');
    assert.equal(rename('t1', ...lines), '"t1" is the name of a value, on line 3');
    assert.equal(rename('t9', ...lines), '"t9" is used on line 4, with another meaning');
  });

  it('refuses a name that is taken in another scenario that shares the line', () => {
    assert.equal(
      rename('x', 'let |a = 1s', 'scenario "1"', 'wait a', 'scenario "2"', 'let x = 1s', 'wait x'),
      '"x" is the name of a value, on line 5',
    );
  });

  it('says what can be renamed where nothing can', () => {
    const { document, position } = withCursor('client con|nect');
    const renamable = renamableAt(document, position);
    assert.equal(
      renamable.kind === 'refused' ? render(renamable.reason) : renamable.name,
      'only peers, values from "let" and segments from "as" can be renamed',
    );
  });

  it('renames to the same name without an edit', () => {
    assert.equal(rename('client', 'cl|ient connect'), 'client connect');
  });
});
