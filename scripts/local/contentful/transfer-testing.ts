/** For the tests of push and pull: a stand-in for Contentful, and checkouts that work with it. */
import { readConfig, type Config } from '@/config/config';
import { createServer, request as send, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, type PlainClientAPI } from 'contentful-management';
import { startServer } from '../listen';
import { startContentfulStandIn, type ContentfulStandIn, type StandInOptions } from './stand-in';
import { fixture } from './testing';

/** Push or pull, as far as the tests use it. */
type TransferCommand = (
  options: TransferChoices,
  surroundings: {
    readonly config: Config;
    readonly print: (line: string) => void;
    readonly recordDir: string;
  },
) => Promise<number>;

interface TransferChoices {
  readonly dryRun?: boolean;
  readonly overwrite?: string;
  readonly keep?: string;
}

interface TransferCommands {
  readonly push: TransferCommand;
  readonly pull: TransferCommand;
}

/** The output of a command, and its exit code. */
interface CommandOutcome {
  readonly code: number;
  readonly lines: readonly string[];
  readonly text: string;
}

/** A copy of the sample on a machine of its own. */
export interface Checkout {
  readonly content: string;
  readonly recordDir: string;
  readonly push: (options?: TransferChoices, host?: string) => Promise<CommandOutcome>;
  readonly pull: (options?: TransferChoices) => Promise<CommandOutcome>;
  /** Replaces a text that is in a file. */
  readonly edit: (file: string, from: string, to: string) => Promise<void>;
  readonly read: (file: string) => Promise<string>;
}

export interface TransferTest {
  readonly dir: string;
  readonly standIn: ContentfulStandIn;
  readonly client: PlainClientAPI;
  /** A new checkout; `from` another one, as after `git clone` and `git pull`. */
  readonly checkout: (name: string, from?: Checkout) => Promise<Checkout>;
  readonly close: () => Promise<void>;
}

export function environmentOf(content: string, host: string): Record<string, string> {
  return {
    CONTENT_DIR: content,
    CONTENTFUL_HOST: host,
    CONTENTFUL_SPACE_ID: 'local',
    CONTENTFUL_MANAGEMENT_TOKEN: 'local-management',
  };
}

const locales = [{ code: 'en-US' }, { code: 'fr' }, { code: 'es' }];

/** A space that has the sample already, unless told otherwise, so that the first push only takes note of it. */
export async function startTransferTest(
  { push, pull }: TransferCommands,
  options: Partial<StandInOptions> = { content: fixture, locales },
): Promise<TransferTest> {
  const dir = await mkdtemp(path.join(tmpdir(), 'ov-push-'));
  const standIn = await startContentfulStandIn(options);
  const client = createClient(
    {
      accessToken: 'local-management',
      host: standIn.host,
      hostUpload: standIn.host,
      insecure: true,
      proxy: false,
    },
    { type: 'plain', defaults: { spaceId: 'local', environmentId: 'master' } },
  );
  const checkout = async (name: string, from?: Checkout): Promise<Checkout> => {
    const content = path.join(dir, name);
    const recordDir = path.join(dir, `record-of-${name}`);
    await mkdir(content, { recursive: true });
    await cp(from?.content ?? fixture, content, { recursive: true });
    const run = async (command: TransferCommand, options: TransferChoices, host = standIn.host) => {
      const lines: string[] = [];
      const print = (line: string) => void lines.push(line);
      const config = readConfig(environmentOf(content, host), 'transfer');
      const code = await command(options, { config, print, recordDir });
      return { code, lines, text: lines.join('\n') };
    };
    return {
      content,
      recordDir,
      push: (options = {}, host) => run(push, options, host),
      pull: (options = {}) => run(pull, options),
      edit: async (file, before, after) => {
        const text = await readFile(path.join(content, file), 'utf8');
        if (!text.includes(before)) throw new Error(`${file} doesn’t have “${before}”.`);
        await writeFile(path.join(content, file), text.replace(before, after));
      },
      read: (file) => readFile(path.join(content, file), 'utf8'),
    };
  };
  const close = async () => {
    await standIn.close();
    await rm(dir, { recursive: true });
  };
  return { dir, standIn, client, checkout, close };
}

/**
 * The steps of a proxy: `before` runs before a request is passed on; `isLost` drops its answer. One that `isRefused`
 * isn't passed on.
 */
interface Interference {
  readonly before?: (method: string, path: string) => Promise<void> | void;
  readonly isLost?: (method: string, path: string) => boolean;
  readonly isRefused?: (method: string, path: string) => boolean;
}

/** Runs `use` with the address of a proxy in front of the stand-in. */
export async function withProxy<T>(
  { host }: Pick<ContentfulStandIn, 'host'>,
  { before, isLost, isRefused }: Interference,
  use: (host: string) => Promise<T>,
): Promise<T> {
  const server = createServer();
  const { port, close } = await startServer(server, 0);
  const pass = async (incoming: IncomingMessage, body: Uint8Array): Promise<IncomingMessage> => {
    const { method = 'GET', url = '/', headers } = incoming;
    await before?.(method, url);
    return new Promise((resolve, reject) => {
      const passedOn = send(`http://${host}${url}`, { method, headers: { ...headers, host } }, resolve);
      passedOn.on('error', reject);
      passedOn.end(body);
    });
  };
  server.on('request', (incoming, outgoing) => {
    void (async () => {
      if (isRefused?.(incoming.method ?? '', incoming.url ?? '')) {
        outgoing.writeHead(403).end('{}');
        return;
      }
      const answer = await pass(incoming, await buffer(incoming));
      const body = await buffer(answer);
      if (isLost?.(incoming.method ?? '', incoming.url ?? '')) {
        outgoing.destroy();
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      outgoing.end(body);
    })();
  });
  try {
    return await use(`127.0.0.1:${port}`);
  } finally {
    await close();
  }
}
