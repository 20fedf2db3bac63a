import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePorts, holdPorts } from './free-ports';

/** Resolves to the code of the error, or undefined where a server could listen. */
const listenError = (port: number) =>
  new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });

it('keeps others from the ports that it holds, until they are released', async () => {
  const { ports, release } = await holdPorts(2);
  const [one = 0, other = 0] = ports;
  expect(one).not.toBe(other);
  expect(await listenError(one)).toBe('EADDRINUSE');
  expect(await listenError(other)).toBe('EADDRINUSE');
  await release();
  expect(await listenError(one)).toBeUndefined();
});

it('finds ports that a server can listen on', async () => {
  const ports = await freePorts(3);
  expect(new Set(ports).size).toBe(3);
  expect(await Promise.all(ports.map(listenError))).toEqual([undefined, undefined, undefined]);
});
