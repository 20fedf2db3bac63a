/** Publishes on this machine once a day, when a webhook reports a change, and when the content is found changed. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { OperatorError } from '@/model/operator-error';
import type { PublisherStatus } from '@/publish/status/publisher-status';
import { createListener, readBody, type HttpAnswer } from '../http';
import { startServer, type LocalServer } from '../listen';
import { bundleRequests, type RequestBundle } from './bundle-requests';
import {
  createDeliveryCheck,
  timeTolerance,
  type WebhookDelivery,
  type DeliveryVerdict,
} from './delivery-check';
import { isSigningSecret, readSignature, type Signature } from './signature';
import { answerStatus } from './status-answer';
import { watchContent, type WatchOptions } from './watch-content';

/** The listener has no token or no valid signing secret. */
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
  /** On 127.0.0.1: a web server forwards requests from outside to it. */
  readonly port: number;
  /** The token that callers must send: `WEBHOOK_TOKEN`. */
  readonly token: string | undefined;
  /** The secret with which Contentful signs: `WEBHOOK_SIGNING_SECRET`. If it is set, every caller must sign. */
  readonly signingSecret?: string | undefined;
  /** Publishes. Its errors are passed to `fail`. */
  readonly publish: () => Promise<void>;
  readonly fail: (error: unknown) => void;
  readonly print: (line: string) => void;
  /** Where it says what it does. */
  readonly status?: PublisherStatus | undefined;
  /** The token with which editors' tools ask for the status: `PUBLISH_STATUS_TOKEN`. Without one, nothing is answered. */
  readonly statusToken?: string | undefined;
  /** How it looks for changes that no webhook tells of. */
  readonly content?: Pick<WatchOptions, 'mark' | 'everyMs'> | undefined;
  /** It publishes after this time (ms) without a webhook, since editors often publish several entries. */
  readonly quietMs?: number;
  /** The number of webhooks that are accepted in a minute. Contentful sends refused ones again. */
  readonly perMinute?: number;
  /** The longest time (ms) to receive a whole request. */
  readonly timeoutMs?: number;
}

const defaults = { quietMs: 5000, perMinute: 300, timeoutMs: 10_000 };

/** The longest delay (ms) of a publish while webhooks keep coming. */
const longestDelayMs = 60_000;

/** It also publishes at this interval (ms), so that closed opportunities are shown as closed. */
const dailyMs = 24 * 60 * 60 * 1000;

/** The largest body (bytes). By default Contentful sends an entry, which has at most 2 MB. */
const maximumBytes = 5_000_000;

/** The same refusal is logged at most once in this time (ms), so that callers can't fill the disk. */
const logIntervalMs = 60_000;

/** A failed publish is tried again after this time (ms), and each time after twice the last. */
const firstRetryMs = 60_000;
const longestRetryMs = 60 * 60_000;

/** Where the content was found changed, it publishes once a look finds no further change. */
const looksOfQuiet = 1.4;

const hashText = (text: string) => createHash('sha256').update(text).digest();

/** Compares texts in constant time, so that the time reveals nothing about them. */
const isSameText = (one: string, other: string) => timingSafeEqual(hashText(one), hashText(other));

const hasToken = ({ headers }: IncomingMessage, token: string) =>
  isSameText(headers.authorization ?? '', `Bearer ${token}`);

const readHeader = ({ headers }: IncomingMessage, name: string) => String(headers[name] ?? '');

/** Returns the request's topic for the log, if Contentful could have written it: `ContentManagement.Entry.publish`. */
function readTopic(request: IncomingMessage): string {
  const topic = readHeader(request, 'x-contentful-topic');
  return /^\w{1,40}(?:\.\w{1,40}){1,3}$/.test(topic) ? topic : 'no topic';
}

/** Reads the facts about a delivery from its headers: https://www.contentful.com/developers/docs/webhooks/headers/ */
function readDelivery(request: IncomingMessage, signature: Signature | undefined): WebhookDelivery {
  const keys = [readHeader(request, 'x-contentful-idempotency-key').trim(), signature?.value ?? ''].filter(
    (key) => /^[\w-]{1,128}$/.test(key),
  );
  const happened = Date.parse(readHeader(request, 'x-contentful-event-datetime'));
  return { keys, times: [happened, signature?.at ?? NaN].filter((time) => !Number.isNaN(time)) };
}

/** Creates a function that prints lines, but each kind only once per interval. */
function limitLog(print: (line: string) => void): (kind: string, line: string) => void {
  const printed = new Map<string, number>();
  return (kind, line) => {
    if (Date.now() - (printed.get(kind) ?? -Infinity) < logIntervalMs) return;
    printed.set(kind, Date.now());
    print(line);
  };
}

/** Returns the status for a verdict, and the line to log. Contentful retries only after 429 and 5xx. */
function describeVerdict(
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
        line: `Refused: a webhook of ${new Date(verdict.time).toISOString()}, more than ${timeTolerance / 60_000} minutes from the time here. Where it is new, set this machine’s clock.`,
      };
  }
}

/** Returns the token and the signing secret. Throws a `ListenerError` if the token is missing or the secret is invalid. */
function readSecrets({ token, signingSecret }: Pick<ListenerOptions, 'token' | 'signingSecret'>) {
  const known = token?.trim() ?? '';
  const secret = signingSecret?.trim() ?? '';
  if (known === '') {
    throw new ListenerError(
      'WEBHOOK_TOKEN is not set, so anyone could make it publish.',
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

type PublishingOptions = Pick<ListenerOptions, 'publish' | 'fail' | 'status' | 'content'>;

/**
 * Publishes for requests and for changes of the content, once a day, and again after a failure. At most one publish runs, and at
 * most one waits, which reads the newest content.
 */
export function publishOnRequest({
  publish,
  fail,
  status,
  content,
  quietMs,
}: PublishingOptions & { readonly quietMs: number }): RequestBundle {
  let failures = 0;
  const work = async () => {
    status?.begin();
    await watch?.update();
    try {
      await publish();
      failures = 0;
      return undefined;
    } catch (error) {
      fail(error);
      return Math.min(firstRetryMs * 2 ** failures++, longestRetryMs);
    }
  };
  const requests = bundleRequests({
    quietMs,
    longestDelayMs,
    everyMs: dailyMs,
    work,
    onWaiting: (isWaiting) => status?.setQueued(isWaiting),
  });
  const watch =
    content &&
    watchContent({
      ...content,
      onChange: (nextMs) => requests.request(Math.min(quietMs, nextMs * looksOfQuiet)),
    });
  return {
    ...requests,
    stop: async () => {
      watch?.stop();
      await requests.stop();
    },
  };
}

/**
 * Publishes, and starts listening. Any POST with the token requests a publish, unless it repeats an earlier one. A burst
 * of requests publishes once, and never twice at the same time. A failed publish is reported, and the next one tries
 * again. Rejects with a `ListenerError` without a token, and with a `PortError` if the port is in use; then nothing is
 * left running.
 */
export async function startListener(options: ListenerOptions): Promise<LocalServer> {
  const { port, publish, fail, print, status, quietMs, perMinute, timeoutMs } = {
    ...defaults,
    ...options,
  };
  const { token, secret } = readSecrets(options);
  const checkDelivery = createDeliveryCheck({ perMinute });
  const logRefusal = limitLog(print);

  /** Handles a webhook. Resolves to the status of the answer; rejects if the caller disconnects. */
  const receiveWebhook = async (request: IncomingMessage, ask: () => void): Promise<number> => {
    if (!hasToken(request, token)) {
      logRefusal('token', 'Refused: a wrong token.');
      return 401;
    }
    const body = (await readBody(request, { maximumBytes: maximumBytes }))?.toString();
    if (body === undefined) {
      logRefusal('body', `Refused: a webhook of more than ${maximumBytes / 1_000_000} MB.`);
      return 413;
    }
    const { headers, url: path = '/' } = request;
    const signature =
      secret === '' ? undefined : readSignature({ method: 'POST', path, headers, body }, secret);
    if (secret !== '' && !signature) {
      logRefusal('signature', 'Refused: a webhook without a right signature.');
      return 401;
    }
    const verdict = checkDelivery(readDelivery(request, signature));
    const { status, line } = describeVerdict(verdict, perMinute);
    if (line !== undefined) logRefusal(verdict.is, line);
    if (verdict.is === 'new') {
      print(`Webhook received (${readTopic(request)}).`);
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
  const localServer = await startServer(server, port);
  // Only after the server has started: the timer would keep the process running if it couldn't listen.
  const publishing = publishOnRequest({ publish, fail, status, quietMs, content: options.content });
  const statusToken = options.statusToken?.trim() ?? '';
  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    if (status && statusToken !== '' && request.method !== 'POST') {
      const made = answerStatus(request, status.current(), (sent) =>
        isSameText(sent, `Bearer ${statusToken}`),
      );
      if (made.status === 401) logRefusal('status', 'Refused: a wrong token for the status.');
      return made;
    }
    if (request.method !== 'POST') return { status: 405, headers: { Allow: 'POST', Connection: 'close' } };
    const code = await receiveWebhook(request, () => publishing.request());
    // The connections of refused callers are closed.
    return { status: code, headers: code === 401 || code === 413 ? { Connection: 'close' } : {} };
  };
  server.on('request', createListener(answer));
  print(`Listening on ${localServer.url}: each webhook publishes. Ctrl+C stops it.`);
  publishing.begin();
  return {
    ...localServer,
    close: async () => {
      await localServer.close();
      await publishing.stop();
    },
  };
}
