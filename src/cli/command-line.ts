/**
 * The command line: arguments in, exit status out.
 *
 * Rule 1: reports go to standard output; what is wrong with arguments or files goes to standard error, but for
 *         `check`, whose report says it.
 * Rule 2: no stack trace is shown, unless TCPSCN_DEBUG is set: a broken invariant is one sentence that asks for a report.
 */
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { render } from '../words/sentence';
import { CHECK_FORMATS, type CheckOptions, check } from './check';
import { dap } from './dap';
import { reasonOf } from './files';
import { type FormatOptions, format } from './format';
import type { Io, Outcome, Piece, Status } from './io';
import { MACHINE_FORMATS, type MachineFormat, machine } from './machine';
import { type RecordOptions, record } from './record';
import { RUN_FORMATS, type RunOptions, run } from './run';

/** Output is collected into pieces of at least this many characters. */
const PIECE = 1 << 16;

/** Runs one command. `argv` is without the program's name. */
export async function commandLine(argv: readonly string[], io: Io): Promise<Status> {
  try {
    const { status, output, complaints } = await outcomeOf(argv, io);
    if (complaints.length > 0) await io.stderr(`${complaints.join('\n')}\n`);
    const failure = await write(output, io);
    if (failure === undefined) return status;
    await io.stderr(`cannot write the output: ${render(reasonOf(failure))}\n`);
    return 2;
  } catch (error) {
    await io.stderr(apology(error, io));
    return 2;
  }
}

/** Writes the pieces; the operating system's error if it cannot. What making a piece throws is no such error. */
async function write(output: Iterable<Piece>, io: Io): Promise<unknown> {
  let text = '';
  const put = (piece: Piece): Promise<unknown> =>
    piece.length === 0
      ? Promise.resolve(undefined)
      : io.stdout(piece).then(
          () => undefined,
          (error: unknown) => error,
        );
  for (const piece of output) {
    if (typeof piece === 'string') text += piece;
    if (typeof piece === 'string' && text.length < PIECE) continue;
    const failure = (await put(text)) ?? (typeof piece === 'string' ? undefined : await put(piece));
    text = '';
    if (failure !== undefined) return failure;
  }
  return put(text);
}

async function outcomeOf(argv: readonly string[], io: Io): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  const written = { out: '', err: '' };
  const program = commands(io, written, (outcome) => outcomes.push(outcome));
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const complaints = written.err === '' ? [] : [written.err.trimEnd()];
    if (error.code === 'commander.unknownCommand') complaints.push(`commands: ${namesOf(program)}`);
    return { status: error.exitCode === 0 ? 0 : 2, output: [written.out], complaints };
  }
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('a command ended without an outcome');
  return outcome;
}

const namesOf = (program: Command): string => program.commands.map((command) => command.name()).join(', ');

const formats = (choices: readonly string[], first: string): Option =>
  new Option('-f, --format <format>', 'form of the output').choices(choices).default(first);

/** What commander prints itself (help, version, wrong arguments) is collected in `written`. */
function commands(io: Io, written: { out: string; err: string }, done: (outcome: Outcome) => void): Command {
  const program = new Command('tcpscn')
    .description('Runs TCP scenarios: ladder diagrams that are checked against RFC 9293.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        written.out += text;
      },
      writeErr: (text) => {
        written.err += text;
      },
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', EXIT_STATUS);

  program
    .command('check')
    .description('run the scenarios of files and folders, and report what did not hold')
    .argument('[path...]', 'files, folders (searched for *.tcpscn), or - for standard input')
    .addOption(formats(CHECK_FORMATS, 'pretty'))
    .option('--coverage', 'add the rows of the state machine that were taken, and those that were not')
    .option('-g, --grep <pattern>', 'only scenarios in whose name this regular expression finds something')
    .option('-t, --tags <tags>', 'only scenarios with one of these tags (a,b), which comments give: # tags: a, b')
    .option('-b, --bail', 'end with the first scenario that does not pass')
    .option('-w, --watch', 'check again what changes, until Ctrl+C')
    .option('-j, --workers <n>', 'threads to check many files in (default: as many as the machine has)')
    .action(async (paths: string[], options: CheckOptions) => done(await check(paths, options, io)));

  program
    .command('run')
    .description('play one scenario and print what happens')
    .argument('<file>', 'a scenario file, or - for standard input')
    .option('-s, --scenario <name>', 'the scenario to play (default: the first of the file)')
    .addOption(formats(RUN_FORMATS, 'ladder'))
    .option('-o, --output <file>', 'write into a file')
    .action(async (file: string, options: RunOptions) => done(await run(file, options, io)));

  program
    .command('format')
    .description('rewrite files in canonical form')
    .argument('<path...>', 'files, folders (searched for *.tcpscn), or - for standard input to standard output')
    .option('--check', 'write nothing; print the names of the files that would change')
    .action(async (paths: string[], options: FormatOptions) => done(await format(paths, options, io)));

  program
    .command('record')
    .description('write the segment lines of a file from what its runs send; show what would change')
    .argument('<file>', 'a scenario file, or - for standard input to standard output')
    .option('-u, --update', 'write into the file')
    .option('--lines-only', 'only mend the lines that are there; what arrives in run and wait stays unnamed')
    .action(async (file: string, options: RecordOptions) => done(await record(file, options, io)));

  program
    .command('machine')
    .description('print the TCP state machine: every row with its event, actions and clause')
    .addOption(formats(MACHINE_FORMATS, 'table'))
    .action((options: { format: MachineFormat }) => done(machine(options)));

  program
    .command('dap')
    .description('speak the Debug Adapter Protocol on standard input and output, for an editor')
    .action(async () => done(await dap(io)));

  return program;
}

const EXIT_STATUS = `
Exit status:
  0  everything held
  1  a judgment failed (format --check, record: a file would change)
  2  a file could not be read or has errors, or the arguments are wrong

NO_COLOR=1 or a pipe turns colours off.`;

function apology(error: unknown, io: Io): string {
  const message = error instanceof Error ? error.message : String(error);
  const what = message.replace(/\.$/, '');
  const sentence = `tcpscn ${version} broke one of its own rules: ${what}. Please report this, with the file that caused it.\n`;
  return (io.env['TCPSCN_DEBUG'] ?? '') === '' ? sentence : `${sentence}${stackOf(error)}\n`;
}

const stackOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`}`;
};
