/** nginx passes requests on to the publisher, with the shipped configurations of both. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalServer } from '@scripts/local/listen';
import { startListener } from '@scripts/local/webhook/listener';
import { readConfig } from '@/config/config';
import { openPublisherStatus } from '@/publish/status/publisher-status';
import { nginxPath, startNginx } from './nginx';

const folder = mkdtempSync(path.join(os.tmpdir(), 'publisher-nginx-'));
const token = 'a long word that is not easily guessed';
const statusToken = 'another long word, for the tools of editors';
let publisher: LocalServer;
let published = 0;
let origin = '';
let stop = () => Promise.resolve();

beforeAll(async () => {
  mkdirSync(`${folder}/site/current/en`, { recursive: true });
  writeFileSync(`${folder}/site/current/en/index.html`, '<!doctype html><title>A page</title>');
  publisher = await startListener({
    port: 0,
    token,
    statusToken,
    status: openPublisherStatus({
      config: readConfig({ SITE_URL: 'https://volunteer.example.org' }),
      folder: `${folder}/site/current`,
      file: `${folder}/publish-status.json`,
    }),
    publish: () => Promise.resolve(void published++),
    fail: () => undefined,
    print: () => undefined,
    quietMs: 10,
  });
  const shipped = readFileSync('hosting/publisher.nginx.conf', 'utf8');
  expect(shipped).toContain('http://127.0.0.1:4700;');
  writeFileSync(
    `${folder}/publisher.conf`,
    shipped.replaceAll('127.0.0.1:4700', `127.0.0.1:${publisher.port}`),
  );
  if (nginxPath === undefined) return;
  ({ origin, stop } = await startNginx(`${folder}/site`, {
    change: (config) => {
      expect(config).toContain('include /etc/nginx/volunteering/*.conf;');
      return config.replace('/etc/nginx/volunteering/', `${folder}/`);
    },
  }));
});
afterAll(async () => {
  await stop();
  await publisher.close();
  rmSync(folder, { recursive: true });
});

const call = (secret: string, body = '{}') =>
  fetch(`${origin}/publish`, { method: 'POST', body, headers: { Authorization: `Bearer ${secret}` } });

// Without nginx there is nothing to pass a webhook on.
describe.runIf(nginxPath)('nginx in front of a publisher', () => {
  it('passes webhooks on, also with a large entry, and goes on serving the site', async () => {
    const before = published;
    expect((await call(token, JSON.stringify({ text: 'a'.repeat(2_000_000) }))).status).toBe(202);
    await expect.poll(() => published).toBe(before + 1);
    expect((await call('another token')).status).toBe(401);
    expect(await (await fetch(`${origin}/en/`)).text()).toContain('A page');
  });

  it('lets editors’ tools of any site ask what the publisher does, with their token', async () => {
    const ask = (secret: string) =>
      fetch(`${origin}/publish-status`, { headers: { Authorization: `Bearer ${secret}` } });
    const answer = await ask(statusToken);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(await answer.json()).toMatchObject({ version: 1, site: 'https://volunteer.example.org' });
    expect((await ask(token)).status).toBe(401);
  });
});
