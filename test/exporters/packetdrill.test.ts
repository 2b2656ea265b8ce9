import assert from 'node:assert/strict';
import { packetdrill } from '../../src/exporters/packetdrill';
import { matchesGolden } from '../golden';
import { runsOf } from '../scenarios';
import { HOSTILE, played } from './played';

const script = (text: string): readonly string[] => [...packetdrill(played(text))];
/** Without comments. */
const commands = (text: string): readonly string[] =>
  script(text).filter((line) => !line.startsWith('//') && line !== '');

describe('the packetdrill script', () => {
  for (const name of ['handshake-and-close', 'zero-window', 'http-exchange-recorded']) {
    it(`of ${name} is the one that was accepted`, () => {
      const text = runsOf(`examples/${name}.tcpscn`).map((trace) => `${[...packetdrill(trace)].join('\n')}\n`);
      matchesGolden(`test/exporters/golden/${name}.pkt`, text.join('\n'));
    });
  }

  it('is that of the peer that runs a TCP: its calls, what arrives there, what it sends', () => {
    const text = `peer server window=1000 wscale=0 mss=500 nagle=off
peer client scripted
server listen
client -> server  SYN  seq=0 win=4096 mss=1460 wscale=7
server -> client  SYN+ACK
client -> server  ACK  seq=1 ack=1 win=25600
server send 600
server -> client  ACK      seq=1..501
server -> client  PSH+ACK  seq=501..601
client -> server  ACK  seq=1 ack=601 win=25600
server abort
run
`;
    assert.deepEqual(commands(text), [
      '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
      '+0 setsockopt(3, SOL_TCP, TCP_MAXSEG, [500], 4) = 0',
      '+0 setsockopt(3, SOL_TCP, TCP_NODELAY, [1], 4) = 0',
      '+0 bind(3, ..., ...) = 0',
      '+0 listen(3, 1) = 0',
      '+.01 < S 0:0(0) win 4096 <mss 1460,nop,wscale 7>',
      '+0 > S. 0:0(0) ack 1 <mss 500,nop,wscale 0>',
      '+.02 < . 1:1(0) ack 1 win 200',
      '+0 accept(3, ..., ...) = 4',
      '+0 write(4, ..., 600) = 600',
      '+0 > . 1:501(500) ack 1',
      '+0 > P. 501:601(100) ack 1',
      '+.02 < . 1:1(0) ack 601 win 200',
      '+0 setsockopt(4, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0',
      '+0 close(4) = 0',
      '+0 > R 601:601(0)',
    ]);
  });

  it('closes its own direction only while it still hears something', () => {
    const lines = commands(
      'handshake client -> server\nclient set read=manual\nclient send "hi" urgent\nclient close\nrun\nserver send 5\nrun\nclient recv 3\nclient recv all\n',
    );
    assert.deepEqual(
      lines.filter((line) => line.includes('(3')),
      [
        '+0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0',
        '+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)',
        '+.01 send(3, ..., 2, MSG_OOB) = 2',
        '+0 shutdown(3, SHUT_WR) = 0',
        '+.01 read(3, ..., 3) = 3',
        '+0 read(3, ..., 2) = 2',
      ],
    );
  });

  it('has as comments what it cannot say', () => {
    const lines = script(
      'server listen\nclient connect\nclient -> server SYN lost\nclient set nagle=off\nclient close\nclient send 5\nclient connect\nclient status\nexpect client ESTABLISHED\n',
    );
    assert.deepEqual(lines.slice(2), [
      '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3',
      '+0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0',
      '+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)',
      '+0 > S 0:0(0) <mss 1460>',
      '// CLOSED -> SYN_SENT',
      '// lost on the way from client: S 0:0(0) <mss 1460>',
      '// client set nagle=off',
      '+.01 close(3) = 0',
      '// SYN_SENT -> CLOSED',
      '// send 5: error: connection does not exist',
      '// Another connection begins. packetdrill follows one: cut the script here.',
      '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 4',
      '+0 fcntl(4, F_SETFL, O_RDWR|O_NONBLOCK) = 0',
      '+0 connect(4, ..., ...) = -1 EINPROGRESS (Operation now in progress)',
      '+0 > S 0:0(0) <mss 1460>',
      '// CLOSED -> SYN_SENT',
      '// client status',
      '// line 9 of the scenario failed: the condition does not hold',
    ]);
  });

  it('says so if no peer runs a TCP', () => {
    assert.deepEqual(script('peer client scripted\npeer server scripted\nclient -> server SYN seq=0\n'), [
      '// test',
      '// Both peers are scripted: there is no TCP that could be asked.',
    ]);
  });

  it('keeps the texts of a scenario in their comments', () => {
    const wrong = script(HOSTILE).filter((line) => line !== '' && !/^(\/\/ |\+[\d.]+ )/.test(line));
    assert.deepEqual(wrong, []);
  });
});
