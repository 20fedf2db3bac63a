/** A monitoring service on this machine, for tests. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const path = '/ping/a-secret-address-of-36-characters';

export type MonitorServer = Awaited<ReturnType<typeof startMonitorServer>>;

/** Starts a service that keeps what it is told. */
export async function startMonitorServer() {
  const calls: { readonly address: string; readonly text: string }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      calls.push({
        address: `${request.method} ${request.url?.replace(path, '')}`,
        text: Buffer.concat(parts).toString(),
      });
      const { status } = monitor;
      if (status === undefined) return;
      const answer = () =>
        response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end('OK');
      if (monitor.delay === 0) answer();
      else setTimeout(answer, monitor.delay);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const monitor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    /** The method and what was added to the address (`POST /start`), with the text. */
    calls,
    /** The status of its answers; undefined to never answer. */
    status: 200 as number | undefined,
    /** How long (ms) it waits before it answers. */
    delay: 0,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return monitor;
}
