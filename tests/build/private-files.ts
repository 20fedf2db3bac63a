/** Files that a development server must never serve, and the forms in which a program asks for them. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as requestSecurely } from 'node:https';
import path from 'node:path';
import { text as readText } from 'node:stream/consumers';

/** In each private file of a test; no answer may have it. */
export const secret = 'not-for-anyone-else-7f3a';

export interface PrivateFiles {
  /** Below the project's folder. */
  readonly names: readonly string[];
  readonly remove: () => Promise<void>;
}

/**
 * Writes a private file of each kind. The one in the project's own folder is no `.env` that anything reads, since a
 * developer may have one; `purpose` keeps it apart from those of other tests.
 */
export async function writePrivateFiles(folder: string, purpose: string): Promise<PrivateFiles> {
  const own = `.env.test-${purpose}`;
  const names = [
    own,
    ...['inbox.jsonl', '.env', '.git/config', 'notes.yml'].map((name) => `${folder}/${name}`),
  ];
  for (const name of names) {
    await mkdir(path.dirname(name), { recursive: true });
    await writeFile(name, `SECRET="${secret}"\n`);
  }
  return {
    names,
    remove: async () => {
      await rm(own, { force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const queries = ['', '?raw', '?url', '?inline', '?import&raw', '?raw??', '?.svg', '?.svg?.wasm?init'];

const roots = ['/', '//', '/src/../', '/src/%2e%2e/', '/src/..%2f', '/src/..%5c', '/src/..\\', '/en/../'];
const ownRoots = ['/admin/../', '/admin/words/../../../', '/media/../../', '/./'];

const encode = (text: string, character: string) =>
  text.replaceAll(character, `%${character.charCodeAt(0).toString(16)}`);

/** The paths by which a file of the project could be asked for: `'.env' -> ['/.env', '/.env?raw', '/%2eenv', …]`. */
function pathsOf(name: string): string[] {
  const absolute = path.resolve(name);
  const bases = [`/${name}`, `/@fs${absolute}`, `/@id/${absolute}`, `/@id${absolute}`];
  return [
    ...queries.flatMap((query) => bases.map((base) => base + query)),
    ...[...roots, ...ownRoots].flatMap((root) => [`${root}${name}`, `${root}${name}?raw`]),
    ...['/', '%00', '.', '::$DATA'].map((end) => `/${name}${end}`),
    ...[encode(name, '.'), encode(name, '/'), encode(encode(name, '.'), '%')].map((one) => `/${one}`),
    `/${name.toUpperCase()}`,
    `/${name.replaceAll('/', '%5c')}?raw`,
    `/@fs${encode(absolute, '.')}?raw`,
    `/@fs${path.resolve('src')}/../${name}?raw`,
    `/@fs${path.resolve('src')}/%2e%2e/${name}?import&raw`,
    `/@id/__x00__${absolute}`,
    `/_image?href=/@fs${absolute}&f=svg`,
    `/_image?href=/${name}&f=svg`,
  ];
}

export interface PathReply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** Asks for a path as it is written: a URL would lose its dots. No certificate is asked for. */
export function ask(
  origin: string,
  pathname: string,
  headers: OutgoingHttpHeaders = {},
  body?: string,
): Promise<PathReply> {
  const { protocol, hostname, port } = new URL(origin);
  const method = body === undefined ? 'GET' : 'POST';
  const options = { hostname, port, path: pathname, headers, method };
  return new Promise((resolve, reject) => {
    const receive = (response: IncomingMessage) => {
      const { statusCode: status = 0, headers } = response;
      readText(response).then((text) => resolve({ status, headers, text }), reject);
    };
    const sent =
      protocol === 'https:'
        ? requestSecurely({ ...options, rejectUnauthorized: false }, receive)
        : request(options, receive);
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The paths at which a server gives a private file away, or takes an attack for a page: none, where it is safe. */
export async function servedOf(
  origin: string,
  { names }: PrivateFiles,
  headers: OutgoingHttpHeaders = {},
): Promise<string[]> {
  const served: string[] = [];
  for (const name of [...names, '.gitignore']) {
    const text = name === '.gitignore' ? ((await readFile(name, 'utf8')).split('\n')[0] ?? '') : secret;
    for (const pathname of pathsOf(name)) {
      for (const accept of ['*/*', 'text/html']) {
        const reply = await ask(origin, pathname, { ...headers, Accept: accept });
        const isGiven =
          reply.text.includes(text) || reply.text.includes(Buffer.from(text).toString('base64').slice(0, 24));
        if (isGiven || reply.status < 400)
          served.push(`${reply.status} ${pathname}${isGiven ? ' (given away)' : ''}`);
      }
    }
  }
  return served;
}
