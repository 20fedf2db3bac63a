/**
 * Stands in front of a development server: Vite would serve any file of the project by its path, or by one of several
 * other spellings of it. Only pages, what belongs to them and the modules that they load have a way through.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

/** Addresses of Vite's own that pages use; others of its kind open files in an editor or convert any picture. */
const viteAddresses = ['@vite', '@id', '@fs', '@react-refresh'];

/** Names that begin with a dot and that pages need. */
const isNeededDotName = (name: string, before: string | undefined) =>
  (name === '.vite' && before === 'node_modules') || (name === '.well-known' && before === undefined);

/** Layers of escapes that are looked through; an address of a page has one. */
const mostLayers = 4;

/** A path without one layer of escapes; undefined where it has none that can be read. */
function unescaped(pathname: string): string | undefined {
  try {
    return pathname.includes('%') ? decodeURIComponent(pathname) : undefined;
  } catch {
    return undefined;
  }
}

/** A path as every later reader could understand it: with each layer of escapes removed. */
function spellingsOf(rawPath: string): string[] {
  const spellings = [rawPath];
  for (let next = unescaped(rawPath); next !== undefined; next = unescaped(next)) spellings.push(next);
  return spellings;
}

function isPlain(pathname: string, privateNames: ReadonlySet<string>): boolean {
  if (/[\\\p{Cc}]/u.test(pathname) || pathname.includes('//')) return false;
  const names = pathname.split('/').filter((name) => name !== '');
  const [first = ''] = names;
  if (first.startsWith('_') || (first.startsWith('@') && !viteAddresses.includes(first))) return false;
  return names.every(
    (name, index) =>
      (!name.startsWith('.') || isNeededDotName(name, names[index - 1])) &&
      !privateNames.has(name.toLowerCase()),
  );
}

/** True if a request's target (`/en/?x=1`) may be answered. `privateNames` are names of files and folders, in lower case. */
export function isServed(target: string, privateNames: ReadonlySet<string>): boolean {
  const [rawPath = ''] = target.split('?');
  const spellings = spellingsOf(rawPath);
  const isReadable =
    rawPath.startsWith('/') && !target.includes('#') && !(rawPath.includes('%') && spellings.length === 1);
  return isReadable && spellings.length <= mostLayers && spellings.every((one) => isPlain(one, privateNames));
}

/** The names that private files go by, as `isServed` takes them. */
export const privateNamesOf = (files: readonly string[]): ReadonlySet<string> =>
  new Set(files.map((file) => path.basename(file).toLowerCase()));

/** Answers 404 to everything that isn't served, as for a page that doesn't exist. */
export function guardRequests(privateFiles: readonly string[]) {
  const privateNames = privateNamesOf(privateFiles);
  return ({ url = '' }: IncomingMessage, response: ServerResponse, next: () => void): void => {
    response.setHeader('Content-Security-Policy', "frame-ancestors 'self'");
    if (isServed(url, privateNames)) next();
    else
      response
        .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end('There is no such page.\n');
  };
}
