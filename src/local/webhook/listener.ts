/** Publishes on this machine when a webhook says that something changed, and once a day. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { OperatorError } from '@/model/operator-error';
import { listen, type Listening } from '../listen';
import { bundle } from './bundle';

/** A listener that anybody could set to work. */
export class ListenerError extends OperatorError {
  override readonly name = 'ListenerError';
  override readonly hint =
    'Set WEBHOOK_TOKEN to a long random word, here and where npm run cms -- setup is run, which tells Contentful.';
}

export interface ListenerOptions {
  /** On 127.0.0.1: a web server passes on to it what comes from outside. */
  readonly port: number;
  /** What a caller must know: `WEBHOOK_TOKEN`. */
  readonly token: string | undefined;
  /** Publishes. What it rejects with is told by `fail`. */
  readonly publish: () => Promise<void>;
  readonly fail: (error: unknown) => void;
  readonly print: (line: string) => void;
  /** How long (ms) nobody must have called before it publishes: editors publish several entries at once. */
  readonly quietMs?: number;
}

const defaultQuietMs = 5000;

/** So that what has closed is shown as closed (ms). */
const daily = 24 * 60 * 60 * 1000;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing. */
function knows({ headers }: IncomingMessage, token: string): boolean {
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}

/**
 * Publishes, and starts listening. Any POST with the token asks to publish; a burst of them publishes once, and never twice at the same
 * time. A publish that fails is told, and the next one tries again. Rejects with a `ListenerError` without a token, with
 * a `PortError` where the port is taken.
 */
export async function startListener(options: ListenerOptions): Promise<Listening> {
  const { port, publish, fail, print, quietMs = defaultQuietMs } = options;
  const token = options.token?.trim() ?? '';
  if (token === '')
    throw new ListenerError('WEBHOOK_TOKEN is not set, so that anybody could have it publish.');
  const publishing = bundle({
    quietMs,
    everyMs: daily,
    work: () => publish().catch(fail),
  });
  const server = createServer((request, response) => {
    request.resume();
    if (request.method !== 'POST') response.writeHead(405, { Allow: 'POST' }).end();
    else if (!knows(request, token)) response.writeHead(401).end();
    else {
      print(`Told to publish (${String(request.headers['x-contentful-topic'] ?? 'no topic')}).`);
      publishing.ask();
      response.writeHead(202).end();
    }
  });
  const listening = await listen(server, port);
  print(`Listening on ${listening.url}: each webhook publishes. Ctrl+C stops it.`);
  publishing.begin();
  return {
    ...listening,
    close: async () => {
      await listening.close();
      await publishing.stop();
    },
  };
}
