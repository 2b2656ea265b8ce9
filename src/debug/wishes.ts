/** The breakpoints that a client wants, as it sent them. They outlive the run: a restart resolves them again. */
import { type Arguments, number, objects, optionalText, text, texts } from './arguments';

export interface Wish {
  readonly condition: string | undefined;
  readonly hitCondition: string | undefined;
}

export interface LineWish extends Wish {
  /** Counts from 1. */
  readonly line: number;
  readonly logMessage: string | undefined;
}

export interface FunctionWish extends Wish {
  readonly name: string;
}

export interface DataWish extends Wish {
  /** `client.snd.nxt` */
  readonly dataId: string;
}

export interface FilterWish extends Wish {
  readonly filter: string;
}

const filled = (written: string | undefined): string | undefined => (written?.trim() === '' ? undefined : written);

const wish = (args: Arguments): Wish => ({
  condition: filled(optionalText(args, 'condition')),
  hitCondition: filled(optionalText(args, 'hitCondition')),
});

/** `fromLine` turns the client's line numbers into ours. */
export const lineWishes = (args: Arguments, fromLine: (line: number) => number): readonly LineWish[] =>
  objects(args, 'breakpoints').map((each) => ({
    ...wish(each),
    line: fromLine(number(each, 'line')),
    logMessage: filled(optionalText(each, 'logMessage')),
  }));

export const functionWishes = (args: Arguments): readonly FunctionWish[] =>
  objects(args, 'breakpoints').map((each) => ({ ...wish(each), name: text(each, 'name') }));

export const dataWishes = (args: Arguments): readonly DataWish[] =>
  objects(args, 'breakpoints').map((each) => ({ ...wish(each), dataId: text(each, 'dataId') }));

export const filterWishes = (args: Arguments): readonly FilterWish[] => [
  ...texts(args, 'filters').map((filter) => ({ filter, condition: undefined, hitCondition: undefined })),
  ...objects(args, 'filterOptions').map((each) => ({ ...wish(each), filter: text(each, 'filterId') })),
];
