/** `npm run preview:content` over files, and behind nginx as an operator sets it up for several editors. */
import { existsSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from '@scripts/test/free-ports';
import { nginxPath, previewLogin, startPreviewProxy } from './nginx';
import { ask, servedOf, writePrivateFiles, type PrivateFiles } from './private-files';
import { runServing, type Serving } from './serving';
import { copyOfSmallContent } from './small-content';
import { runDir } from '../../scripts/test/run-folder';

let preview: Serving;
let direct: string;
let files: PrivateFiles;

const json = { 'Content-Type': 'application/json' };
const authorization = { Authorization: `Basic ${Buffer.from(previewLogin).toString('base64')}` };

/** What would make the editor's API write a file. */
const attack = JSON.stringify({
  action: 'persistMedia',
  params: {
    branch: 'main',
    asset: { path: 'src/attack.ts', content: 'eA==', encoding: 'base64' },
    options: { commitMessage: 'x' },
  },
});

beforeAll(async () => {
  const content = await copyOfSmallContent('preview-proxy-content');
  files = await writePrivateFiles(`${runDir}/build/preview-proxy-private`, 'preview');
  const [port = 0, inboxPort = 0] = await freePorts(2);
  direct = `http://127.0.0.1:${port}`;
  const ports = ['--port', String(port), '--inbox-port', String(inboxPort)];
  preview = runServing('preview-content', ports, { CONTENT_DIR: content, SITE_URL: '' });
  await preview.saying('shows at once');
});
afterAll(async () => {
  preview.signal('SIGKILL');
  await files.remove();
});

describe('a preview of files', () => {
  it('has no editor', async () => {
    expect(preview.said()).not.toContain('Editor');
    for (const where of ['/admin/', '/admin/editor.js', '/admin/words/en.json', '/pane/en/'])
      expect((await ask(direct, where)).status, where).toBe(404);
    for (const where of ['/admin/api/', '/admin/picture/'])
      expect((await ask(direct, where, json, attack)).status, where).toBe(404);
    expect(existsSync('src/attack.ts')).toBe(false);
    const pages = await Promise.all(['/preview/', '/en/stories/', '/en/'].map((where) => ask(direct, where)));
    for (const { text } of pages) expect(text).not.toContain('/admin');
  });

  it('serves no original picture, and the smaller ones of its pages', async () => {
    expect((await ask(direct, '/media/hero.png')).status).toBe(404);
    const [picture = ''] =
      /\/media\/[^ ",]+/.exec((await ask(direct, '/en/organizations/harbour-school/')).text) ?? [];
    expect((await ask(direct, picture)).status).toBe(200);
  });
});

describe.runIf(nginxPath)('nginx in front of a preview, with the configuration that is shipped', () => {
  let proxy: Awaited<ReturnType<typeof startPreviewProxy>>;

  beforeAll(async () => {
    proxy = await startPreviewProxy(Number(new URL(direct).port));
  });
  afterAll(() => proxy.stop());

  it('asks for the password', async () => {
    for (const where of ['/en/', '/preview/', '/src/middleware.ts', '/@vite/client'])
      expect((await ask(proxy.origin, where)).status, where).toBe(401);
    const wrong = { Authorization: `Basic ${Buffer.from('editor:guess').toString('base64')}` };
    expect((await ask(proxy.origin, '/en/', wrong)).status).toBe(401);
  });

  it('answers to its own name only', async () => {
    const headers = { ...authorization, Host: 'evil.example' };
    expect((await ask(proxy.origin, '/en/', headers)).status).toBe(421);
  });

  it('shows pages and what they load', async () => {
    const page = await ask(proxy.origin, '/en/', authorization);
    expect([page.status, page.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow']);
    expect(page.text).toContain('/@vite/client');
    const loaded = [
      ...page.text.matchAll(/(?:src|href)="(\/[^"]+\.(?:ts|js|css|svg|webp)(?:\?[^"]*)?)"/g),
    ].map(([, where = '']) => where.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
    expect(loaded.length).toBeGreaterThan(1);
    for (const where of loaded)
      expect((await ask(proxy.origin, where, authorization)).status, where).toBe(200);
    expect((await ask(proxy.origin, '/preview/', authorization)).status).toBe(200);
  });

  it('passes WebSocket on, to those with the password', async () => {
    const client = (await ask(proxy.origin, '/@vite/client', authorization)).text;
    const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
    const { port } = new URL(proxy.origin);
    const upgrade = {
      Origin: `https://localhost:${port}`,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.from('0123456789abcdef').toString('base64'),
      'Sec-WebSocket-Protocol': 'vite-hmr',
    };
    /** The status of the answer to a handshake. */
    const handshake = (login: OutgoingHttpHeaders) =>
      new Promise<number | undefined>((resolve, reject) => {
        const path = `/?token=${token}`;
        const sent = request({ port, path, headers: { ...upgrade, ...login }, rejectUnauthorized: false });
        sent.on('upgrade', (response, socket) => {
          socket.destroy();
          resolve(response.statusCode);
        });
        sent.on('response', (response) => resolve(response.resume().statusCode));
        sent.on('error', reject);
        sent.end();
      });
    expect(await handshake(authorization)).toBe(101);
    expect(await handshake({})).toBe(401);
  });

  it('has no editor, and takes nothing', async () => {
    const headers = { ...authorization, ...json };
    expect((await ask(proxy.origin, '/admin/api/', headers, attack)).status).toBe(404);
    expect((await ask(proxy.origin, '/admin/', authorization)).status).toBe(404);
    expect((await ask(proxy.origin, '/en/', authorization, 'x')).status).toBe(403);
  });

  it('gives no private file away', async () => {
    expect(await servedOf(proxy.origin, files, authorization)).toEqual([]);
  });
});
