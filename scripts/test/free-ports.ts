/** Finds free ports for the browser tests, so that another run or a forgotten server doesn't stop them. */
import { createServer } from 'node:net';

/** Resolves to true if a server can listen on this port. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Returns a port that is free and whose successor is free too; tries `first`, `first + 2` and so on. Rejects if none is. */
export async function freePorts(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 2)
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  throw new Error(`No two ports from ${first} to ${first + 100} are free.`);
}
