import type { Server } from 'node:http';
import { OperatorError } from '@/model/operator-error';

/** A port that can't be had. */
export class PortError extends OperatorError {
  override readonly name = 'PortError';
}

/** Reads a port from a command line: `'4321' -> 4321`. Throws a `PortError`. */
export function parsePort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (port <= 65_535) return port;
  throw new PortError(`“${value}” is no port. Give a number from 0 to 65535.`);
}

export interface Listening {
  readonly port: number;
  readonly url: string;
  /** Ends every connection and waits until the server has stopped. */
  readonly close: () => Promise<void>;
}

/** Starts a server on 127.0.0.1, never on another interface. Rejects with a `PortError`. */
export async function listen(server: Server, port: number): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new PortError(`Port ${port} is taken by another program. Stop it, or choose another port.`)
          : error.code === 'EACCES'
            ? new PortError(`Port ${port} is kept for the system. Choose one above 1023.`)
            : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    port: actual,
    url: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
