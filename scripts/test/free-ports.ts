/** Ports that nothing uses, for servers of tests: another run, or a server that was left over, must not stop them. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

export interface HeldPorts {
  readonly ports: readonly number[];
  /** Gives them back, for servers to take. */
  readonly release: () => Promise<void>;
}

/** Takes as many free ports of this machine, and keeps everybody else from them until they are released. */
export async function holdPorts(count: number): Promise<HeldPorts> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1').unref());
  await Promise.all(servers.map((server) => once(server, 'listening')));
  return {
    ports: servers.map((server) => (server.address() as AddressInfo).port),
    release: async () => {
      await Promise.all(servers.map((server) => once(server.close(), 'close')));
    },
  };
}

/** Ports that nothing listens on at the moment. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const { ports, release } = await holdPorts(count);
  await release();
  return ports;
}
