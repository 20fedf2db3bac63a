/** Serves a built site over HTTP/2, as static hosts do. Browsers use HTTP/2 only with TLS. */
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createSelfSigned } from './create-self-signed';
import { createFileListener } from './pages/counting-server';

export interface SecureServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const startListening = (server: Http2SecureServer) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

/** Starts serving `dir` on a free port, with a certificate of its own that no browser trusts. */
export async function serveSecure(dir: string): Promise<SecureServer> {
  const server = createSecureServer({ ...createSelfSigned() });
  const answer = await createFileListener(dir);
  // HTTP/2 requests work like those of HTTP/1.1 here, but the types differ.
  server.on('request', (request, response) => {
    answer(request as never, response as never);
  });
  const sessions = new Set<{ destroy: () => void }>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await startListening(server);
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
