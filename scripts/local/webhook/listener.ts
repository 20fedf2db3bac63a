/** Publishes on this machine once a day, when a webhook reports a change, and when the content is found changed. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import { OperatorError } from '@/model/operator-error';
import type { PublisherStatus } from '@/publish/status/publisher-status';
import { withoutProcess, type PublishStatus } from '@/status/publish-status';
import { createListener, jsonAnswer, type HttpAnswer } from '../http';
import { startServer, type LocalServer } from '../listen';
import { bundleRequests, type RequestBundle } from './bundle-requests';
import { watchContent, type WatchOptions } from './watch-content';

/** Without a token, anyone could make it publish. */
class ListenerError extends OperatorError {
  override readonly name = 'ListenerError';
  override readonly hint =
    'Set WEBHOOK_TOKEN to a long random word, here and where npm run cms -- setup is run, which tells Contentful.';
}

export interface ListenerOptions {
  /** On 127.0.0.1: a web server forwards requests from outside to it. */
  readonly port: number;
  /** The token that callers must send: `WEBHOOK_TOKEN`. */
  readonly token: string | undefined;
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
}

/** The longest time (ms) to receive a whole request. */
const timeoutMs = 10_000;

/** The longest delay (ms) of a publish while webhooks keep coming. */
const longestDelayMs = 60_000;

/** It also publishes at this interval (ms), so that closed opportunities are shown as closed. */
const dailyMs = 24 * 60 * 60 * 1000;

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

/** Creates a function that prints lines, but each only once per interval. */
function limitLog(print: (line: string) => void): (line: string) => void {
  const printed = new Map<string, number>();
  return (line) => {
    if (Date.now() - (printed.get(line) ?? -Infinity) < logIntervalMs) return;
    printed.set(line, Date.now());
    print(line);
  };
}

/**
 * Publishes for requests and for changes of the content, once a day, and again after a failure. At most one publish runs, and at
 * most one waits, which reads the newest content.
 */
function publishOnRequest({
  publish,
  fail,
  status,
  content,
  quietMs = 5000,
}: Omit<ListenerOptions, 'port' | 'token'>): RequestBundle {
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

const shared = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };

/** A browser asks once a day whether it may send the token. */
const preflight = {
  ...shared,
  'Access-Control-Allow-Methods': 'GET',
  'Access-Control-Allow-Headers': 'Authorization',
  'Access-Control-Max-Age': '86400',
};

/** Answers editors' tools that ask what the publisher does. They run on pages of other sites, such as Contentful's. `isAllowed` tells whether it has the token. */
function answerStatus(
  { method }: Pick<IncomingMessage, 'method'>,
  status: PublishStatus,
  isAllowed: () => boolean,
): HttpAnswer {
  if (method === 'OPTIONS') return { status: 204, headers: preflight };
  if (method !== 'GET') return { status: 405, headers: { Allow: 'GET, POST', Connection: 'close' } };
  if (!isAllowed())
    return { status: 401, headers: { ...shared, 'WWW-Authenticate': 'Bearer', Connection: 'close' } };
  return jsonAnswer(200, withoutProcess(status), shared);
}

/**
 * Publishes, and starts listening. Any POST with the token requests a publish: whoever knows it can do no more than have
 * published what is published already. A burst of requests publishes once, and never twice at the same time. A failed
 * publish is reported, and the next one tries again. Rejects with a `ListenerError` without a token, and with a
 * `PortError` if the port is in use; then nothing is left running.
 */
export async function startListener(options: ListenerOptions): Promise<LocalServer> {
  const { port, print, status } = options;
  const token = options.token?.trim() ?? '';
  const statusToken = options.statusToken?.trim() ?? '';
  if (token === '') throw new ListenerError('WEBHOOK_TOKEN is not set, so anyone could make it publish.');
  const logRefusal = limitLog(print);
  const server = createServer({
    requestTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    connectionsCheckingInterval: 1000,
  });
  server.maxConnections = 100;
  const localServer = await startServer(server, port);
  // Only after the server has started: the timer would keep the process running if it couldn't listen.
  const publishing = publishOnRequest(options);
  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const { method, headers } = request;
    const has = (wanted: string) => isSameText(headers.authorization ?? '', `Bearer ${wanted}`);
    if (status && statusToken !== '' && method !== 'POST') {
      const made = answerStatus(request, status.current(), () => has(statusToken));
      if (made.status === 401) logRefusal('Refused: a wrong token for the status.');
      return made;
    }
    if (method !== 'POST') return { status: 405, headers: { Allow: 'POST', Connection: 'close' } };
    if (!has(token)) {
      logRefusal('Refused: a wrong token.');
      return { status: 401, headers: { Connection: 'close' } };
    }
    print('Webhook received.');
    publishing.request();
    // The publish finds the changes itself, but a proxy takes an answer before the end of the body for a fault.
    await finished(request.resume()).catch(() => undefined);
    return { status: 202 };
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
