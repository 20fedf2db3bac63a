import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { precompress } from '@/publish/hosts/compress';
import { startCountingServer, type CountingServer } from './counting-server';

const folder = temporaryFolder('all');
let server: CountingServer;
const page = `<!doctype html><title>Page</title>${'<p>The same again.</p>'.repeat(500)}`;

beforeAll(async () => {
  folder.write('index.html', page);
  folder.write('404.html', 'nothing here');
  await precompress(folder.at(), 'br');
  server = await startCountingServer(folder.at());
});

afterAll(() => server.close());

test('sends the compressed file and counts it with its headers', async () => {
  server.takeSent();
  const response = await fetch(`${server.url}/`, { headers: { 'Accept-Encoding': 'br' } });
  expect(response.headers.get('Content-Encoding')).toBe('br');
  expect(await response.text()).toBe(page);
  const sent = server.takeSent();
  expect(sent).toBeGreaterThan(100);
  expect(sent).toBeLessThan(1000);
  expect(server.takeSent()).toBe(0);
});

test('has the site’s own page for a wrong address', async () => {
  const response = await fetch(`${server.url}/nowhere/`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('nothing here');
});
