import { afterEach, describe, expect, it } from 'vitest';
import type { Listening } from '../listen';
import { startListener } from './listener';

let listener: Listening | undefined;
afterEach(() => listener?.close());

async function start(publish: () => Promise<void>) {
  const failures: unknown[] = [];
  const lines: string[] = [];
  listener = await startListener({
    port: 0,
    token: 'a long word',
    quietMs: 30,
    publish,
    fail: (error) => failures.push(error),
    print: (line) => lines.push(line),
  });
  const { url } = listener;
  const call = (authorization: string, method = 'POST') =>
    fetch(url, {
      method,
      headers: { authorization, 'x-contentful-topic': 'ContentManagement.Entry.publish' },
    }).then(({ status }) => status);
  return { call, failures, lines };
}

const known = 'Bearer a long word';

describe('a webhook', () => {
  it('has the site published, once for a burst, and once at the start', async () => {
    let published = 0;
    const { call, lines } = await start(async () => void (published += 1));
    expect(await Promise.all([known, known, known].map((word) => call(word)))).toEqual([202, 202, 202]);
    await expect.poll(() => published).toBe(2);
    expect(lines.slice(1)).toEqual(Array(3).fill('Told to publish (ContentManagement.Entry.publish).'));
    await call(known);
    await expect.poll(() => published).toBe(3);
  });

  it('is not listened to without the word', async () => {
    let published = 0;
    const { call } = await start(async () => void (published += 1));
    expect(await Promise.all(['', 'Bearer another', 'a long word'].map((word) => call(word)))).toEqual([
      401, 401, 401,
    ]);
    expect(await call(known, 'GET')).toBe(405);
    await listener?.close();
    expect(published).toBe(1);
  });

  it('is listened to after a publish that failed', async () => {
    let tries = 0;
    const { call, failures } = await start(() => Promise.reject(new Error(`No ${++tries}`)));
    await expect.poll(() => failures).toHaveLength(1);
    await call(known);
    await expect.poll(() => failures).toHaveLength(2);
  });
});

describe('a listener', () => {
  it('isn’t started without a word that callers must know', async () => {
    const options = {
      port: 0,
      publish: () => Promise.resolve(),
      fail: () => undefined,
      print: () => undefined,
    };
    await expect(startListener({ ...options, token: ' ' })).rejects.toThrow('WEBHOOK_TOKEN is not set');
  });
});
