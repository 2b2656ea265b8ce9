import assert from 'node:assert/strict';
import { junit } from '../../src/checks/junit';
import { all, failing, good, passed } from './reports';

describe('the report as JUnit XML', () => {
  it('has a suite for each file and a case for each scenario', () => {
    assert.equal(
      junit(all),
      `\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tcpscn" tests="6" failures="1" errors="2">
  <testsuite name="good.tcpscn" tests="2" failures="0" errors="0" skipped="0">
    <testcase name="Open" classname="good.tcpscn" file="good.tcpscn" line="1"/>
    <testcase name="Close" classname="good.tcpscn" file="good.tcpscn" line="9"/>
  </testsuite>
  <testsuite name="examples/half close.tcpscn" tests="2" failures="1" errors="0" skipped="0">
    <testcase name="Open # 1" classname="examples/half close.tcpscn" file="examples/half close.tcpscn" line="1"/>
    <testcase name="Half &lt;close&gt;" classname="examples/half close.tcpscn" file="examples/half close.tcpscn" line="1">
      <failure message="the segment is not the one expected" type="failure">examples/half close.tcpscn:4: the segment is not the one expected
  expected: SYN+ACK seq=0 ack=2
  actual:   SYN+ACK seq=0 ack=1 win=65535
  at 0.020 s, event 4
examples/half close.tcpscn:5: the condition does not hold
  expected: client CLOSED
  actual:   client.state is ESTABLISHED
  at 0.020 s, event 5</failure>
    </testcase>
  </testsuite>
  <testsuite name="wrong.tcpscn" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="wrong" classname="wrong.tcpscn" file="wrong.tcpscn" line="1">
      <error message="unknown peer &quot;clinet&quot;" type="error">wrong.tcpscn:6:1: error: unknown peer &quot;clinet&quot; (unknown-peer)</error>
    </testcase>
  </testsuite>
  <testsuite name="locked\\u0007.tcpscn" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="locked\\u0007.tcpscn" classname="locked\\u0007.tcpscn" file="locked\\u0007.tcpscn" line="1">
      <error message="permission denied" type="error">locked\\u0007.tcpscn:1:1: error: permission denied (unreadable-file)</error>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it('escapes what XML cannot hold', () => {
    const name = 'a\u0000\u001b\ud800 "&"\n<x>';
    const text = junit([{ ...good, scenarios: [passed(name)] }]);
    assert.ok(text.includes('name="a\\u0000\\u001b\\ud800 &quot;&amp;&quot;&#10;&lt;x&gt;"'), text);
  });

  it('is still one document if nothing was checked', () => {
    assert.equal(
      junit([]),
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tcpscn" tests="0" failures="0" errors="0">\n</testsuites>\n',
    );
  });

  it('counts the cases of each suite', () => {
    assert.match(junit([failing]), /<testsuite name="examples\/half close.tcpscn" tests="2" failures="1" errors="0"/);
  });
});
