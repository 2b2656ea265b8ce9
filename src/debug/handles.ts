/**
 * Numbers that stand for values until the run moves on: stack frames, variables, step-in targets.
 *
 * Rule: a number is never given twice, so what belongs to a moment that was left is refused and not mistaken.
 */
export class Handles<T> {
  private readonly values = new Map<number, T>();
  private next = 1;

  add(value: T): number {
    const handle = this.next;
    this.next += 1;
    this.values.set(handle, value);
    return handle;
  }

  get(handle: number): T | undefined {
    return this.values.get(handle);
  }

  clear(): void {
    this.values.clear();
  }
}
