/**
 * The command line: arguments in, exit status out.
 *
 * Rule 1: reports go to standard output; what is wrong with arguments or files goes to standard error, but for
 *         `check`, whose report says it.
 * Rule 2: no stack trace is shown, unless TCPSCN_DEBUG is set: a broken invariant is one sentence that asks for a report.
 */
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { render, type Sentence, say, type Words } from '../words/sentence';
import { CHECK_FORMATS, type CheckOptions, check } from './check';
import { dap } from './dap';
import { reasonOf } from './files';
import { type FormatOptions, format } from './format';
import { belowHelp, helpIn } from './help';
import { type ImportOptions, importFile } from './import';
import { type Io, type Outcome, type Piece, refused, type Status } from './io';
import { LANGUAGE_NAMES, translationFor, unknownLanguage, withLanguage } from './language';
import { MACHINE_FORMATS, type MachineFormat, machine } from './machine';
import { type RecordOptions, record } from './record';
import { RUN_FORMATS, type RunOptions, run } from './run';
import { wrongArguments } from './wrong-arguments';

/** Output is collected into pieces of at least this many characters. */
const PIECE = 1 << 16;

/** Runs one command. `argv` is without the program's name. */
export async function commandLine(argv: readonly string[], world: Io): Promise<Status> {
  const io: Io = { ...world, env: withLanguage(argv, world.env) };
  const translate = translationFor(io.env);
  const said = (words: Words): string => render(words, translate);
  try {
    const { status, output, complaints } = await outcomeOf(argv, io);
    if (complaints.length > 0) await io.stderr(`${complaints.map(said).join('\n')}\n`);
    const failure = await write(output, io);
    if (failure === undefined) return status;
    await io.stderr(`${said(say('cannot write the output: {0}', reasonOf(failure)))}\n`);
    return 2;
  } catch (error) {
    await io.stderr(apology(error, io, said));
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
  const language = unknownLanguage(io.env);
  if (language !== undefined) {
    return refused(say('there is no language "{0}"; choose one of {1}', language, LANGUAGE_NAMES.join(', ')));
  }
  const outcomes: Outcome[] = [];
  const written = { out: '', err: '' };
  const program = commands(io, written, (outcome) => outcomes.push(outcome));
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const complaints = written.err === '' ? [] : [wrongArguments(error, written.err, namesOf(program))];
    return { status: error.exitCode === 0 ? 0 : 2, output: [written.out], complaints };
  }
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('a command ended without an outcome');
  return outcome;
}

const namesOf = (program: Command): string => program.commands.map((command) => command.name()).join(', ');

const formats = (said: (sentence: Sentence) => string, choices: readonly string[], first: string): Option =>
  new Option('-f, --format <format>', said(say('form of the output'))).choices(choices).default(first);

/** What commander prints itself (help, version, wrong arguments) is collected in `written`. */
function commands(io: Io, written: { out: string; err: string }, done: (outcome: Outcome) => void): Command {
  const translate = translationFor(io.env);
  const said = (sentence: Sentence): string => render(sentence, translate);
  const program = new Command('tcpscn')
    .description(said(say('Runs TCP scenarios: ladder diagrams that are checked against RFC 9293.')))
    .version(version, '-V, --version', said(say('print the version')))
    .helpOption('-h, --help', said(say('print this help')))
    .option(
      '--language <language>',
      said(say('language of what people read: {0} (default: TCPSCN_LANGUAGE, or en)', LANGUAGE_NAMES.join(', '))),
    )
    .configureHelp(helpIn(said))
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
    .addHelpText('after', belowHelp(said));

  program
    .command('check')
    .description(said(say('run the scenarios of files and folders, and report what did not hold')))
    .argument('[path...]', said(say('files, folders (searched for *.tcpscn), or - for standard input')))
    .addOption(formats(said, CHECK_FORMATS, 'pretty'))
    .option('--coverage', said(say('add the rows of the state machine that were taken, and those that were not')))
    .option('-g, --grep <pattern>', said(say('only scenarios in whose name this regular expression finds something')))
    .option(
      '-t, --tags <tags>',
      said(say('only scenarios with one of these tags (a,b), which comments give: # tags: a, b')),
    )
    .option('-b, --bail', said(say('end with the first scenario that does not pass')))
    .option('-w, --watch', said(say('check again what changes, until Ctrl+C')))
    .option('-j, --workers <n>', said(say('threads to check many files in (default: as many as the machine has)')))
    .action(async (paths: string[], options: CheckOptions) => done(await check(paths, options, io)));

  program
    .command('run')
    .description(said(say('play one scenario and print what happens')))
    .argument('<file>', said(say('a scenario file, or - for standard input')))
    .option('-s, --scenario <name>', said(say('the scenario to play (default: the first of the file)')))
    .addOption(formats(said, RUN_FORMATS, 'ladder'))
    .option('-o, --output <file>', said(say('write into a file')))
    .action(async (file: string, options: RunOptions) => done(await run(file, options, io)));

  program
    .command('format')
    .description(said(say('rewrite files in canonical form')))
    .argument(
      '<path...>',
      said(say('files, folders (searched for *.tcpscn), or - for standard input to standard output')),
    )
    .option('--check', said(say('write nothing; print the names of the files that would change')))
    .action(async (paths: string[], options: FormatOptions) => done(await format(paths, options, io)));

  program
    .command('record')
    .description(said(say('write the segment lines of a file from what its runs send; show what would change')))
    .argument('<file>', said(say('a scenario file, or - for standard input to standard output')))
    .option('-u, --update', said(say('write into the file')))
    .option('--lines-only', said(say('only mend the lines that are there; what arrives in run and wait stays unnamed')))
    .action(async (file: string, options: RecordOptions) => done(await record(file, options, io)));

  program
    .command('import <file>')
    .description(said(say('make a scenario of a connection in a capture (pcap or pcapng; - is standard input)')))
    .option('-c, --connection <number>', said(say('the connection to import (default: the first)')))
    .option('-o, --output <file>', said(say('write into a file')))
    .action(async (file: string, options: ImportOptions) => done(await importFile(file, options, io)));

  program
    .command('machine')
    .description(said(say('print the TCP state machine: every row with its event, actions and clause')))
    .addOption(formats(said, MACHINE_FORMATS, 'table'))
    .action((options: { format: MachineFormat }) => done(machine(options, io)));

  program
    .command('dap')
    .description(said(say('speak the Debug Adapter Protocol on standard input and output, for an editor')))
    .action(async () => done(await dap(io)));

  return program;
}

function apology(error: unknown, io: Io, said: (words: Words) => string): string {
  const message = error instanceof Error ? error.message : String(error);
  const what = message.replace(/\.$/, '');
  const sentence = `${said(say('tcpscn {0} broke one of its own rules: {1}. Please report this, with the file that caused it.', version, what))}\n`;
  return (io.env['TCPSCN_DEBUG'] ?? '') === '' ? sentence : `${sentence}${stackOf(error)}\n`;
}

const stackOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`}`;
};
