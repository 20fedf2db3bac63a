import { createServer, type Server } from 'node:http';
import { OperatorError } from '@/model/operator-error';

/** A port that can't be had. */
export class PortError extends OperatorError {
  override readonly name = 'PortError';
}

export interface Listening {
  readonly port: number;
  readonly url: string;
  /** Ends every connection and waits until the server has stopped. */
  readonly close: () => Promise<void>;
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

function bind(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (codeOf(error) === 'EADDRINUSE') {
        reject(new PortError(`Port ${port} is taken by another program. Stop it, or choose another port.`));
      } else if (codeOf(error) === 'EACCES') {
        reject(new PortError(`Port ${port} is kept for the system. Choose one above 1023.`));
      } else {
        reject(error);
      }
    });
    server.listen(port, host, resolve);
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts a server on 127.0.0.1, never on another interface. Rejects with a `PortError`. */
export async function listen(server: Server, port: number): Promise<Listening> {
  await bind(server, port, '127.0.0.1');
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { port: actual, url: `http://127.0.0.1:${actual}`, close: () => shut(server) };
}

/** The port itself, or for 0 a free one, where its number is needed before anything is served there. */
export async function choosePort(port: number): Promise<number> {
  if (port !== 0) return port;
  const free = await listen(createServer(), 0);
  await free.close();
  return free.port;
}

/**
 * Makes sure that a port can be had, before time is spent on what is to be served there. Rejects with a `PortError`.
 * A browser that is given the name `localhost` may try [::1] first, so that a program there would be in the way too.
 */
export async function assertFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer();
    try {
      await bind(server, port, host);
      await shut(server);
    } catch (error) {
      const hasNoSuchAddress = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(codeOf(error)));
      if (!hasNoSuchAddress) throw error;
    }
  }
}
