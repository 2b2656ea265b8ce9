/** `node:assert` is not there in a web worker. */
export function same(actual: unknown, expected: unknown): void {
  const [is, shouldBe] = [text(actual), text(expected)];
  if (is !== shouldBe) throw new Error(`expected\n${shouldBe}\nbut it is\n${is}`);
}

export function holds(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
