import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runConcurrently } from './run-concurrently';

test('gives both results', async () => {
  expect(
    await runConcurrently(
      () => Promise.resolve(1),
      () => wait(5, 'two'),
    ),
  ).toEqual([1, 'two']);
});

test('tells the other to stop, waits for it, and rejects with the first failure', async () => {
  const happened: string[] = [];
  const failing = runConcurrently(
    () => wait(5).then(() => Promise.reject(new Error('first'))),
    async (signal) => {
      while (!signal.aborted) await wait(1);
      await wait(5);
      happened.push('stopped');
      throw new Error('second');
    },
  );
  await expect(failing).rejects.toThrow('first');
  expect(happened).toEqual(['stopped']);
});
