/**
 * The arguments of a request, read with suspicion: whatever a client sends, a handler gets the types it asked for.
 *
 * Rule: what is missing or of another type is refused with its name.
 */

import { say } from '../words/sentence';
import { wrongArgument } from './errors';

export type Arguments = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Arguments =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function optionalText(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw wrongArgument(name, say('a text'));
}

export function text(args: Arguments, name: string): string {
  const value = optionalText(args, name);
  if (value === undefined) throw wrongArgument(name, say('a text'));
  return value;
}

/** A whole number. */
export function optionalNumber(args: Arguments, name: string): number | undefined {
  const value = args[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw wrongArgument(name, say('a whole number'));
}

export function number(args: Arguments, name: string): number {
  const value = optionalNumber(args, name);
  if (value === undefined) throw wrongArgument(name, say('a whole number'));
  return value;
}

/** False if it is not written. */
export function flag(args: Arguments, name: string, otherwise = false): boolean {
  const value = args[name];
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  throw wrongArgument(name, say('true or false'));
}

export function optionalObject(args: Arguments, name: string): Arguments | undefined {
  const value = args[name];
  if (value === undefined || value === null) return undefined;
  if (isObject(value)) return value;
  throw wrongArgument(name, say('an object'));
}

export function object(args: Arguments, name: string): Arguments {
  const value = optionalObject(args, name);
  if (value === undefined) throw wrongArgument(name, say('an object'));
  return value;
}

/** A list of objects; empty if it is not written. */
export function objects(args: Arguments, name: string): readonly Arguments[] {
  const value = args[name];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw wrongArgument(name, say('a list of objects'));
}

/** A list of texts; empty if it is not written. */
export function texts(args: Arguments, name: string): readonly string[] {
  const value = args[name];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw wrongArgument(name, say('a list of texts'));
}
