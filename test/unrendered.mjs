/**
 * A sentence that is put into a string as it is reads "[object Object]", and TypeScript lets it pass. While tests run it
 * is an error, wherever it happens.
 */
Object.defineProperty(Object.prototype, Symbol.toPrimitive, {
  configurable: true,
  /** As ECMA-262, 7.1.1.1 has it for everything that is no sentence (src/words/sentence.ts). */
  value(hint) {
    if (typeof this.text === 'string' && Array.isArray(this.arguments)) {
      throw new TypeError(`This sentence was not rendered: ${this.text}`);
    }
    for (const method of hint === 'string' ? ['toString', 'valueOf'] : ['valueOf', 'toString']) {
      const value = this[method]?.();
      if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
    }
    throw new TypeError('Cannot convert object to primitive value');
  },
});
