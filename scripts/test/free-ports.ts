/** Ports that nothing uses, for a run of the browser tests: another run, or a server that was left over, must not stop it. */
import { createServer } from 'node:net';

/** Resolves to true where a server can listen on a port of this machine. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first of some ports of which this one and the next are free; from `first`, two by two. Rejects where none is. */
export async function freePorts(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 2)
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  throw new Error(`No two ports from ${first} to ${first + 100} are free.`);
}
