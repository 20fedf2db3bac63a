import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onOutboxChange } from './outbox-changes.client';
import { createRecordStore } from './records.client';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A browser that opens its database after so many ms, as on a slow phone. */
function slowFactory(ms: number): IDBFactory {
  const factory = new IDBFactory();
  const open = (...args: Parameters<IDBFactory['open']>) => {
    const request: { -readonly [Key in 'result' | 'onupgradeneeded' | 'onsuccess']?: unknown } = {};
    setTimeout(() => {
      const real = factory.open(...args);
      const pass = (name: 'onupgradeneeded' | 'onsuccess') => () => {
        request.result = real.result;
        (request[name] as () => void)();
      };
      real.onupgradeneeded = pass('onupgradeneeded');
      real.onsuccess = pass('onsuccess');
    }, ms);
    return request;
  };
  return { open } as unknown as IDBFactory;
}

it('uses a database that opens too late from then on, and tells of it', async () => {
  const factory = slowFactory(4000);
  const store = createRecordStore(() => factory);
  const told = vi.fn();
  const stop = onOutboxChange(told);
  const waiting = expect(store.all('outbox')).rejects.toThrow(DOMException);
  await vi.advanceTimersByTimeAsync(3000);
  await waiting;
  // It isn't waited for again.
  await expect(store.all('outbox')).rejects.toThrow(DOMException);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  await store.change('outbox', 'a', () => ({ id: 'a' }));
  expect(await store.all('outbox')).toEqual([{ id: 'a' }]);
  stop();
});
