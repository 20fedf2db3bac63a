/** Serves a built site over HTTP/2, as hosts of static sites do: browsers speak it over TLS only. */
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { answerFrom } from './pages/counting-server';
import { makeSelfSigned } from './self-signed';

export interface SecureServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const begin = (server: Http2SecureServer) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

/** Starts serving `dir` on a free port, with a certificate of its own that no browser trusts. */
export async function serveSecure(dir: string): Promise<SecureServer> {
  const server = createSecureServer({ ...makeSelfSigned() });
  const answer = await answerFrom(dir);
  // HTTP/2 requests have what those of HTTP/1.1 have; the types don't know.
  server.on('request', (request, response) => {
    answer(request as never, response as never);
  });
  const sessions = new Set<{ destroy: () => void }>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await begin(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const session of sessions) session.destroy();
      }),
  };
}
