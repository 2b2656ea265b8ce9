/** The extension host that the suite was started for. */
let chosen: 'node' | 'web' | undefined;

export function chosenHost(host: 'node' | 'web'): void {
  chosen = host;
}

/** The one that is asked for, and the one that this is. */
export const hosts = () => ({
  asked: chosen,
  actual: typeof process === 'object' && process.versions?.node ? 'node' : 'web',
});

/** The environment of the process; a web worker has none. */
export const environment = (name: string): string | undefined =>
  typeof process === 'object' ? process.env?.[name] : undefined;
