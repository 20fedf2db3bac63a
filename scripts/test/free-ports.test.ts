import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePorts } from './free-ports';

it('takes the next two ports where one of the first two is used', async () => {
  const server = createServer();
  const used = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  expect(await freePorts(used - 1)).toBeGreaterThan(used);
  expect(await freePorts(used)).toBeGreaterThan(used);
  await new Promise((resolve) => server.close(resolve));
});
