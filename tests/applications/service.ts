/** The form service: the form inbox, behind a server that answers each caller as their situation wants it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { startInbox } from '@scripts/local/inbox/inbox';
import { startServer, type LocalServer } from '@scripts/local/listen';

export interface Caller {
  /** In everything that they send. */
  readonly name: string;
  /** The special form of the inbox that answers; what they send otherwise goes where it is sent. */
  readonly form: string;
  /** Called with each request, and when it has ended. `hasHeaders`: those of the form service's client. */
  readonly asks: (hasHeaders: boolean) => void;
  readonly isAnswered: () => void;
}

/** Who may call at present. */
export const callers = new Set<Caller>();

/** Time (ms) in which senders get in each other's way. */
const thinkingMs = 200;

/** After so long (ms) a connection ends on which no answer ever comes. */
const hangMs = 4500;

/** Starts it with the file of its inbox. */
export async function startService(port: number, file: string): Promise<LocalServer> {
  const inbox = await startInbox({ port: 0, file });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const caller = [...callers].find(({ name }) => body.includes(name));
    const form = caller?.form;
    response.on('close', () => caller?.isAnswered());
    if (caller) {
      caller.asks('formspree-session-data' in request.headers);
      await wait(thinkingMs);
    }
    const headers = new Headers(request.headers as Record<string, string>);
    for (const own of ['host', 'connection']) headers.delete(own);
    const answered = await fetch(inbox.url + (form === undefined ? request.url : `/f/${form}`), {
      method: request.method ?? '',
      headers,
      ...(body.length > 0 ? { body } : {}),
      redirect: 'manual',
      ...(form === 'hang' ? { signal: AbortSignal.timeout(hangMs) } : {}),
    });
    // Otherwise browsers repeat a request by themselves whose connection breaks.
    response.writeHead(answered.status, { ...Object.fromEntries(answered.headers), connection: 'close' });
    response.end(Buffer.from(await answered.arrayBuffer()));
  }
  const service = await startServer(
    createServer((request, response) => {
      answer(request, response).catch(() => request.socket.destroy());
    }),
    port,
  );
  return { ...service, close: () => Promise.all([service.close(), inbox.close()]).then(() => undefined) };
}
