import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressBody } from './compress-body';

const body = Buffer.from('words '.repeat(1000));

describe('compressing what is sent', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['GZIP; q=0.5', 'gzip'],
    ['br;q=0.0, gzip;q=0', undefined],
    ['deflate', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('answers Accept-Encoding: %s with %s', async (accepted, encoding) => {
    const sent = await compressBody({ name: 'en/index.html', body }, accepted);
    expect(sent.headers).toEqual({
      Vary: 'Accept-Encoding',
      ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
    });
    const undo: Readonly<Record<string, (sent: Buffer) => Buffer>> = {
      br: brotliDecompressSync,
      gzip: gunzipSync,
    };
    expect((undo[encoding ?? '']?.(sent.body) ?? sent.body).equals(body)).toBe(true);
    expect(sent.body.length < 100).toBe(encoding !== undefined);
  });

  it('leaves what is compressed already, and what is small, as it is', async () => {
    expect(await compressBody({ name: 'a.png', body }, 'br')).toEqual({ body, headers: {} });
    const small = Buffer.from('Hello');
    expect((await compressBody({ name: 'a.html', body: small }, 'br')).body).toBe(small);
  });
});
