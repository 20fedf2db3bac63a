import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PortError } from '../listen';
import { serveSite } from './site-server';

const dir = mkdtempSync(path.join(os.tmpdir(), 'site-'));
mkdirSync(path.join(dir, 'en'));
mkdirSync(path.join(dir, 'assets'));
writeFileSync(path.join(dir, '404.html'), '<h1>Not here</h1>');
writeFileSync(path.join(dir, 'en/index.html'), `<h1>Hello</h1>${' words'.repeat(1000)}`);
writeFileSync(path.join(dir, 'assets/a.js'), '1');
const server = await serveSite({ dir, port: 0 });

afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

/** Asks without undoing the compression. */
function get(address: string): Promise<{ status: number; headers: Record<string, unknown>; bytes: number }> {
  return new Promise((resolve, reject) => {
    request(`${server.url}${address}`, { headers: { 'Accept-Encoding': 'br, gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('serving a built site', () => {
  it('sends pages compressed', async () => {
    const { status, headers, bytes } = await get('/en/');
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe('br');
    expect(bytes).toBeLessThan(500);
  });

  it('keeps what is named by its content for good, and pages not at all', async () => {
    expect((await get('/assets/a.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/en/')).headers['cache-control']).toBe('no-cache');
  });

  it('answers a wrong address with the site’s own page', async () => {
    const { status, headers } = await get('/en/nothing/');
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('text/html');
  });

  it('never leaves its folder', async () => {
    expect((await get('/../../etc/passwd')).status).toBe(404);
    expect((await get('/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
  });

  it('says which port is taken', async () => {
    await expect(serveSite({ dir, port: server.port })).rejects.toThrow(PortError);
  });
});
