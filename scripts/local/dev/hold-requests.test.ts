import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRequestHold } from './hold-requests';

const response = () => new EventEmitter() as ServerResponse;

it('changes what requests read after those under way and before those that follow', async () => {
  const hold = createRequestHold();
  const said: string[] = [];
  const [first, second] = [response(), response()];
  await hold.enter(first);
  const change = hold.alone(async () => {
    said.push('changing');
    await setImmediate();
    said.push('changed');
  });
  const entered = hold.enter(second).then(() => said.push('second request'));
  await setImmediate();
  expect(said).toEqual([]);
  first.emit('close');
  await Promise.all([change, entered]);
  expect(said).toEqual(['changing', 'changed', 'second request']);
});

it('doesn’t wait for a request that was given up while it waited itself', async () => {
  const hold = createRequestHold();
  const change = hold.alone(() => setImmediate());
  const entered = hold.enter(Object.assign(response(), { closed: true }));
  await Promise.all([change, entered]);
  let changes = 0;
  await hold.alone(() => Promise.resolve(void changes++));
  expect(changes).toBe(1);
});
