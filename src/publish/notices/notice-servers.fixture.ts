/** A mail server and a webhook on this machine, for tests. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly isEncrypted: boolean;
  /** The user that the connection belongs to; undefined without a login. */
  readonly user: string | undefined;
  /** The message with its headers. */
  readonly source: string;
}

export type TestMailServer = Awaited<ReturnType<typeof startMailServer>>;
export type TestWebhook = Awaited<ReturnType<typeof startWebhook>>;

export const mailUser = 'publisher';
export const mailPassword = 'a password with 25 letters';

/** Starts a mail server on a free port. It accepts one user. */
export async function startMailServer(options: SMTPServerOptions) {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) => {
      if (username === mailUser && password === mailPassword) done(null, { user: username });
      else done(new Error('Wrong name or password'));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          isEncrypted: session.secure,
          user: session.user as string | undefined,
          source: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
    ...options,
  });
  // A client that refuses the certificate breaks the connection off.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

/** Starts a webhook that keeps what is posted to it. */
export async function startWebhook() {
  const bodies: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { status } = webhook;
      if (status === undefined) return;
      if (status < 300) bodies.push(JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>);
      response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end('ok');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const webhook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/a-secret-path-of-the-hook`,
    bodies,
    /** The status of the next answers; undefined to never answer. */
    status: 200 as number | undefined,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return webhook;
}
