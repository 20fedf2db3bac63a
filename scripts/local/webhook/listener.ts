/** Publishes on this machine when a webhook says that something changed, and once a day. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { OperatorError } from '@/model/operator-error';
import { answering, readBody, type HttpAnswer } from '../http';
import { listen, type Listening } from '../listen';
import { bundle } from './bundle';
import { deliveries, tolerance, type WebhookDelivery, type DeliveryVerdict } from './deliveries';
import { isSigningSecret, signedAt } from './signature';

/** A listener that anybody could set to work. */
export class ListenerError extends OperatorError {
  override readonly name = 'ListenerError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

export interface ListenerOptions {
  /** On 127.0.0.1: a web server passes on to it what comes from outside. */
  readonly port: number;
  /** What a caller must know: `WEBHOOK_TOKEN`. */
  readonly token: string | undefined;
  /** What Contentful signs with: `WEBHOOK_SIGNING_SECRET`. Every caller must sign where it is set. */
  readonly signingSecret?: string | undefined;
  /** Publishes. What it rejects with is told by `fail`. */
  readonly publish: () => Promise<void>;
  readonly fail: (error: unknown) => void;
  readonly print: (line: string) => void;
  /** How long (ms) no webhook must have come before it publishes: editors publish several entries at once. */
  readonly quietMs?: number;
  /** Webhooks that are accepted in a minute. Contentful sends what is refused again. */
  readonly perMinute?: number;
  /** A request must have come whole after so long (ms). */
  readonly timeoutMs?: number;
}

const defaults = { quietMs: 5000, perMinute: 300, timeoutMs: 10_000 };

/** Under a stream of webhooks it publishes at the latest after so long (ms). */
const atLatest = 60_000;

/** So that what has closed is shown as closed (ms). */
const daily = 24 * 60 * 60 * 1000;

/** The longest body (bytes): Contentful sends an entry, which has 2 MB at most, where no other body was set. */
const mostBytes = 5_000_000;

/** The same refusal is logged once in so long (ms), so that a caller can't fill the disk. */
const logEvery = 60_000;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing. */
function knows({ headers }: IncomingMessage, token: string): boolean {
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}

const headerOf = ({ headers }: IncomingMessage, name: string) => String(headers[name] ?? '');

/** A topic as Contentful writes it, which is all that is logged of a request: `ContentManagement.Entry.publish`. */
function topicOf(request: IncomingMessage): string {
  const topic = headerOf(request, 'x-contentful-topic');
  return /^\w{1,40}(?:\.\w{1,40}){1,3}$/.test(topic) ? topic : 'no topic';
}

/** What a request says of its delivery: https://www.contentful.com/developers/docs/webhooks/headers/ */
function deliveryOf(request: IncomingMessage, signed: number | undefined): WebhookDelivery {
  const keys = ['x-contentful-idempotency-key', ...(signed === undefined ? [] : ['x-contentful-signature'])]
    .map((name) => headerOf(request, name))
    .filter((key) => /^[\w-]{1,128}$/.test(key));
  const happened = Date.parse(headerOf(request, 'x-contentful-event-datetime'));
  return { keys, times: [happened, signed ?? NaN].filter((time) => !Number.isNaN(time)) };
}

/** Prints a line, but the same one only once in a while. */
function limited(print: (line: string) => void): (kind: string, line: string) => void {
  const printed = new Map<string, number>();
  return (kind, line) => {
    if (Date.now() - (printed.get(kind) ?? -Infinity) < logEvery) return;
    printed.set(kind, Date.now());
    print(line);
  };
}

/** The status for a verdict, and what is logged. Contentful tries again after 429 and 5xx only. */
function answerOf(
  verdict: DeliveryVerdict,
  perMinute: number,
): { readonly status: number; readonly line?: string } {
  switch (verdict.is) {
    case 'new':
      return { status: 202 };
    case 'repeated':
      return { status: 200, line: 'Ignored: a webhook that came before.' };
    case 'too many':
      return { status: 429, line: `Refused: more than ${perMinute} webhooks in a minute.` };
    case 'out of time':
      return {
        status: 409,
        line: `Refused: a webhook of ${new Date(verdict.time).toISOString()}, more than ${tolerance / 60_000} minutes from the time here. Where it is new, set this machine’s clock.`,
      };
  }
}

/** Throws a `ListenerError` where callers could not be told from anybody. */
function secretsOf({ token, signingSecret }: Pick<ListenerOptions, 'token' | 'signingSecret'>) {
  const known = token?.trim() ?? '';
  const secret = signingSecret?.trim() ?? '';
  if (known === '') {
    throw new ListenerError(
      'WEBHOOK_TOKEN is not set, so that anybody could have it publish.',
      'Set WEBHOOK_TOKEN to a long random word, here and where npm run cms -- setup is run, which tells Contentful.',
    );
  }
  if (secret !== '' && !isSigningSecret(secret)) {
    throw new ListenerError(
      'WEBHOOK_SIGNING_SECRET is not a signing secret of Contentful: that has 64 characters.',
      'Copy it from Contentful (Settings → Webhooks → Settings → Enable request verification), or leave it unset.',
    );
  }
  return { token: known, secret };
}

/**
 * Publishes, and starts listening. Any POST with the token asks to publish, where it isn't a repetition of an earlier
 * one; a burst of them publishes once, and never twice at the same time. A publish that fails is told, and the next one
 * tries again. Rejects with a `ListenerError` without a token, with a `PortError` where the port is taken; nothing is
 * left running then.
 */
export async function startListener(options: ListenerOptions): Promise<Listening> {
  const { port, publish, fail, print, quietMs, perMinute, timeoutMs } = { ...defaults, ...options };
  const { token, secret } = secretsOf(options);
  const judge = deliveries({ perMinute });
  const refuse = limited(print);

  /** The status of the answer. Rejects where the caller hangs up. */
  const receive = async (request: IncomingMessage, ask: () => void): Promise<number> => {
    if (!knows(request, token)) {
      refuse('token', 'Refused: a wrong token.');
      return 401;
    }
    const body = (await readBody(request, { most: mostBytes }))?.toString();
    if (body === undefined) {
      refuse('body', `Refused: a webhook of more than ${mostBytes / 1_000_000} MB.`);
      return 413;
    }
    const { headers, url: path = '/' } = request;
    const signed = secret === '' ? undefined : signedAt({ method: 'POST', path, headers, body }, secret);
    if (secret !== '' && signed === undefined) {
      refuse('signature', 'Refused: a webhook without a right signature.');
      return 401;
    }
    const verdict = judge(deliveryOf(request, signed));
    const { status, line } = answerOf(verdict, perMinute);
    if (line !== undefined) refuse(verdict.is, line);
    if (verdict.is === 'new') {
      print(`Webhook received (${topicOf(request)}).`);
      ask();
    }
    return status;
  };

  const server = createServer({
    requestTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    connectionsCheckingInterval: Math.min(timeoutMs, 1000),
  });
  server.maxConnections = 100;
  const listening = await listen(server, port);
  // Only now: its timer would keep a process running that could not listen.
  const publishing = bundle({ quietMs, atLatest, everyMs: daily, work: () => publish().catch(fail) });
  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    if (request.method !== 'POST') return { status: 405, headers: { Allow: 'POST', Connection: 'close' } };
    const status = await receive(request, publishing.ask);
    // Who is refused isn't listened to any longer.
    return { status, headers: status === 401 || status === 413 ? { Connection: 'close' } : {} };
  };
  server.on('request', answering(answer));
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
