/** The scenario files of the project, found by pattern, and their runs. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '../src/language/document';
import { type Resolution, resolve } from '../src/program/resolve';
import { run } from '../src/simulation/run';
import type { Trace } from '../src/trace/trace';

/** Every scenario file, with `/`, in code-unit order. */
export function scenarioFiles(): readonly string[] {
  return ['examples', 'test/scenarios'].flatMap(filesIn);
}

/** The scenario files of one folder. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tcpscn'))
    .sort()
    .map((name) => `${folder}/${name}`);

export const textOf = (file: string): string => readFileSync(file, 'utf8');

/** What a file asks for, and what is wrong with it. */
export const resolutionOf = (file: string): Resolution => resolve(parse(textOf(file)), path.basename(file, '.tcpscn'));

/** Every scenario of a file, played. */
export function runsOf(file: string): readonly Trace[] {
  const { program } = resolutionOf(file);
  if (program === undefined) throw new Error(`${file} has errors.`);
  return program.scenarios.map(run);
}
