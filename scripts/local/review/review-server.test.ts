/** Who may use a review. */
import { readConfig } from '@/config/config';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask as askRaw } from '../request.fixture';
import { sheetLine, useReviewFolder } from './review.fixture';
import { startReviewServer, type ReviewServer } from './review-server';

const folder = useReviewFolder();
let server: ReviewServer;

const start = () =>
  startReviewServer({
    file: folder.file(),
    config: readConfig(folder.env(), 'import'),
    print: () => undefined,
    reportDir: folder.inside('report'),
    port: 0,
  });

beforeEach(async () => {
  await folder.write(sheetLine('M-1'));
  server = await start();
});
afterEach(() => server.close());

const view = { action: 'view', query: { language: 'en', words: '', page: 1 } };

/** Resolves to the status. */
async function ask(headers: Readonly<Record<string, string>>, body: unknown = view) {
  const { status } = await askRaw(new URL('/api/', server.url).href, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return status;
}

describe('the server of a review', () => {
  it('answers its own page with the key of the terminal, and no other', async () => {
    const { host, origin, hash } = new URL(server.url);
    const token = hash.replace('#token=', '');
    const own = { host, origin, 'x-editor-token': token };
    expect(await ask(own)).toBe(200);
    expect(await ask({ ...own, 'x-editor-token': 'x' })).toBe(401);
    expect(await ask({ host, origin })).toBe(401);
    expect(await ask({ ...own, origin: 'http://elsewhere.example' })).toBe(403);
    expect(await ask({ ...own, host: 'elsewhere.example', origin: 'http://elsewhere.example' })).toBe(403);
    expect(await ask({ ...own, 'content-type': 'text/plain' })).toBe(422);
    expect(await ask(own, { ...view, action: 'deleteAll' })).toBe(422);
    expect(await ask(own, { ...view, file: '/etc/passwd' })).toBe(422);
  });

  it('serves its page and nothing of the project, with a strict policy', async () => {
    const { origin } = new URL(server.url);
    const page = await fetch(origin);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    expect(await page.text()).not.toContain(new URL(server.url).hash.slice(7));
    const status = async (path: string) => (await fetch(`${origin}${path}`)).status;
    expect(await status('/review.js')).toBe(200);
    expect(await status('/package.json')).toBe(404);
    expect(await status('/..%2f..%2fpackage.json')).toBe(404);
    expect(await status('/missions.csv')).toBe(404);
  });
});
