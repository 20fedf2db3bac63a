import { createServer, type Server } from 'node:http';
import { OperatorError } from '@/model/operator-error';

/** A port can't be used. */
export class PortError extends OperatorError {
  override readonly name = 'PortError';
}

export interface LocalServer {
  readonly port: number;
  readonly url: string;
  /** Ends every connection and waits until the server has stopped. */
  readonly close: () => Promise<void>;
}

const errorCode = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (errorCode(error) === 'EADDRINUSE') {
        reject(new PortError(`Port ${port} is taken by another program. Stop it, or choose another port.`));
      } else if (errorCode(error) === 'EACCES') {
        reject(new PortError(`Port ${port} is kept for the system. Choose one above 1023.`));
      } else {
        reject(error);
      }
    });
    server.listen(port, host, resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts a server on 127.0.0.1, never on another interface. Rejects with a `PortError`. */
export async function startServer(server: Server, port: number): Promise<LocalServer> {
  await listenOn(server, port, '127.0.0.1');
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { port: actual, url: `http://127.0.0.1:${actual}`, close: () => closeServer(server) };
}

/** Returns the port, or a free one for 0, if its number is needed before the server starts. */
export async function choosePort(port: number): Promise<number> {
  if (port !== 0) return port;
  const free = await startServer(createServer(), 0);
  await free.close();
  return free.port;
}

/**
 * Checks that a port is free, before time is spent on a build. Rejects with a `PortError`. It also checks [::1], which
 * browsers may try first for `localhost`.
 */
export async function assertPortFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer();
    try {
      await listenOn(server, port, host);
      await closeServer(server);
    } catch (error) {
      const hasNoSuchAddress = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(errorCode(error)));
      if (!hasNoSuchAddress) throw error;
    }
  }
}
