import assert from 'node:assert/strict';
import { unifiedDifference } from '../../src/editing/difference';
import { type LineEdit, patched, textOf } from '../../src/editing/patch';
import { parse } from '../../src/language/document';

const FILE = `client connect
run
note "a"

note "b"
note "between"
note "c"
note "d"
note "e"
run
`;
const SYN = 'client -> server SYN seq=0';

function shown(text: string, edits: readonly LineEdit[]): string {
  const document = parse(text);
  return [...unifiedDifference('a.tcpscn', document, patched(document, edits))].join('\n');
}

const text = (original: string, edits: readonly LineEdit[]): string => {
  const document = parse(original);
  return textOf(document, original, patched(document, edits));
};

describe('the difference that edits make', () => {
  it('is nothing without edits', () => {
    assert.equal(shown(FILE, []), '');
    assert.equal(text(FILE, []), FILE);
  });

  it('has three lines around each change, old lines before new ones', () => {
    const edits = [
      { line: 2, above: ['# all', SYN], text: undefined },
      { line: 10, above: [SYN], text: 'run' },
    ];
    assert.equal(
      shown(FILE, edits),
      `\
--- a.tcpscn
+++ a.tcpscn
@@ -1,5 +1,6 @@
 client connect
-run
+# all
+client -> server  SYN  seq=0
 note "a"
${' '}
 note "b"
@@ -7,4 +8,5 @@
 note "c"
 note "d"
 note "e"
+client -> server  SYN  seq=0
 run`,
    );
  });

  it('says which text ends without a line break', () => {
    assert.equal(
      shown('run', [{ line: 1, above: [], text: 'wait 1s' }]),
      `--- a.tcpscn\n+++ a.tcpscn\n@@ -1 +1 @@\n-run\n\\ No newline at end of file\n+wait 1s\n\\ No newline at end of file`,
    );
  });
});

describe('a patched text', () => {
  it('keeps the line ends of lines that stay, and gives new lines those of the file', () => {
    assert.equal(
      text('run\r\nrun\r\nrun', [{ line: 2, above: [SYN], text: undefined }]),
      'run\r\nclient -> server  SYN  seq=0\r\nrun',
    );
    assert.equal(
      text('run\nrun\r\nrun', [{ line: 2, above: [SYN], text: 'run' }]),
      'run\nclient -> server  SYN  seq=0\nrun\r\nrun',
    );
  });

  it('puts the block of a new segment line in columns, and no other', () => {
    const original = `${SYN}\n\n${SYN}\nrun\n`;
    assert.equal(
      text(original, [{ line: 4, above: ['server -> client SYN+ACK seq=0 ack=1'], text: undefined }]),
      `${SYN}\n\nclient -> server  SYN      seq=0\nserver -> client  SYN+ACK  seq=0 ack=1\n`,
    );
  });
});
