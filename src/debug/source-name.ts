/**
 * Names of files: a client may say `/a/b.tcpscn` where it was launched with `file:///a/b.tcpscn`, or `C:\a` for `c:/a`.
 */

const SCHEME = /^[a-z][a-z0-9+.-]+:/i;

/** The same text for every spelling of a file. */
function normalName(name: string): string {
  const path = /^file:/i.test(name) ? pathOf(name) : name;
  const slashes = SCHEME.test(path) ? decoded(path) : path.replaceAll('\\', '/');
  return slashes.replace(/^\/?([A-Za-z]):\//, (_, drive: string) => `/${drive.toLowerCase()}:/`);
}

export const sameSource = (a: string, b: string): boolean => normalName(a) === normalName(b);

/** The path of a `file:` URI; every other name as it is, for only the client can say where that lies. */
export function pathOf(name: string): string {
  const file = /^file:(?:\/\/([^/]*))?(\/.*)$/i.exec(name);
  if (file === null) return name;
  const [, host = '', path = ''] = file;
  const bare = decoded(path);
  if (host !== '' && host !== 'localhost') return `//${host}${bare}`;
  return bare.replace(/^\/([A-Za-z]:\/)/, '$1');
}

/** A URI for a path; a name that is a URI already stays. */
export function uriOf(name: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(name)) return name;
  const slashes = name.replaceAll('\\', '/');
  const absolute = slashes.startsWith('/') ? slashes : `/${slashes}`;
  return `file://${absolute.split('/').map(encodeURIComponent).join('/')}`;
}

/** The last part, which people know the file by. */
export const baseName = (name: string): string => decoded(name).replace(/^.*[\\/]/, '') || name;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
