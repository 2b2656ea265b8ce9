/** How a report may be emphasised. What the emphasis is (colours, nothing) is decided by whoever prints it. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

const same = (text: string): string => text;

export const PLAIN: Style = { strong: same, quiet: same, good: same, bad: same, warn: same };
