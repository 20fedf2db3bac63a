/** Finds free ports for servers of tests, so that another run or a forgotten server doesn't stop them. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

interface HeldPorts {
  readonly ports: readonly number[];
  /** Releases the ports for servers. */
  readonly release: () => Promise<void>;
}

/** Holds this number of free ports, so that no other process gets them until they are released. */
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

/** Returns ports that are free at the moment. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const { ports, release } = await holdPorts(count);
  await release();
  return ports;
}
