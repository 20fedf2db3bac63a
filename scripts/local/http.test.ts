import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createListener, jsonAnswer, readBody, type HttpAnswer } from './http';
import { startServer, type LocalServer } from './listen';

let server: LocalServer | undefined;
afterEach(() => server?.close());

type Make = (request: IncomingMessage) => Promise<HttpAnswer>;

async function serve(make: Make, failed?: (error: unknown) => HttpAnswer): Promise<string> {
  server = await startServer(createServer(createListener(make, failed)), 0);
  return server.url;
}

describe('answers', () => {
  it('are sent as they are made, to HEAD without their body', async () => {
    const url = await serve(async () => jsonAnswer(201, { a: 'é' }, { Allow: 'GET' }));
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('Allow'), await answer.json()]).toEqual([
      201,
      'GET',
      { a: 'é' },
    ]);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([201, '']);
  });

  it('are what the server says of a failure, or none', async () => {
    const fail: Make = async () => {
      throw new Error('no disk');
    };
    const told = await fetch(await serve(fail, (error) => jsonAnswer(500, String(error))));
    expect([told.status, await told.json()]).toEqual([500, 'Error: no disk']);
    await server?.close();
    await expect(fetch(await serve(fail))).rejects.toThrow();
  });

  it('can break in the middle', async () => {
    const url = await serve(async () => ({ status: 200, body: 'x'.repeat(10), breakAfter: 3 }));
    await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow();
  });
});

describe('a body', () => {
  it('is read to its limit, and a little longer only to be refused', async () => {
    const limit = { maximumBytes: 10, discardedBytes: 1_000_000 };
    const url = await serve(async (request) =>
      jsonAnswer(200, (await readBody(request, limit))?.length ?? 'too long'),
    );
    const send = async (length: number) =>
      (await fetch(url, { method: 'POST', body: 'x'.repeat(length) })).json();
    expect([await send(0), await send(10), await send(11), await send(900_000)]).toEqual([
      0,
      10,
      'too long',
      'too long',
    ]);
  });
});
