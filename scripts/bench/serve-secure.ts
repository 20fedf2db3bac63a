/** Serves a built site over HTTP/2, as hosts of static sites do: browsers speak it over TLS only. */
import { execFileSync } from 'node:child_process';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createFileListener } from './pages/counting-server';

export interface SecureServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A key and the certificate that it signed itself, each as PEM. */
interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

const buildRequest = (host: string) =>
  [
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2',
    `-subj /CN=${host} -addext subjectAltName=DNS:${host} -keyout - -out -`,
  ].join(' ');

/** A certificate for a host that no browser trusts. Throws where there is no OpenSSL. */
function createSelfSigned(host = 'localhost'): KeyAndCertificate {
  const printed = execFileSync('openssl', buildRequest(host).split(' '), {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [key = '', cert = ''] = printed.match(/-----BEGIN [^]+?-----END [A-Z ]+-----\n/g) ?? [];
  return { key, cert };
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
  // HTTP/2 requests have what those of HTTP/1.1 have; the types don't know.
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
