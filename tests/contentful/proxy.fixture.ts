/** A proxy in front of the stand-in for Contentful, with which tests disturb a command. */
import { createServer, request as send, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { startServer } from '@scripts/local/listen';
import type { ContentfulServer } from './start';

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
  { host }: Pick<ContentfulServer, 'host'>,
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
