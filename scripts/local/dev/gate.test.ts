import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openGate } from './gate';

const response = () => new EventEmitter() as ServerResponse;

it('changes what requests read after those under way and before those that follow', async () => {
  const gate = openGate();
  const said: string[] = [];
  const [first, second] = [response(), response()];
  await gate.enter(first);
  const change = gate.alone(async () => {
    said.push('changing');
    await setImmediate();
    said.push('changed');
  });
  const entered = gate.enter(second).then(() => said.push('second request'));
  await setImmediate();
  expect(said).toEqual([]);
  first.emit('close');
  await Promise.all([change, entered]);
  expect(said).toEqual(['changing', 'changed', 'second request']);
});

it('doesn’t wait for a request that was given up while it waited itself', async () => {
  const gate = openGate();
  const change = gate.alone(() => setImmediate());
  const entered = gate.enter(Object.assign(response(), { closed: true }));
  await Promise.all([change, entered]);
  let changes = 0;
  await gate.alone(() => Promise.resolve(void changes++));
  expect(changes).toBe(1);
});
