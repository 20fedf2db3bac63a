/** Who may use a review. */
import { readConfig } from '@/config/config';
import { expect, it } from 'vitest';
import { ask as askRaw } from '../request.fixture';
import { sheetLine, useReviewFolder } from './review.fixture';
import { startReviewServer } from './review-server';

const folder = useReviewFolder();
const view = { action: 'view', query: { language: 'en', words: '', page: 1 } };

it('a review answers its own page with the key of the terminal, and serves nothing else', async () => {
  await folder.write(sheetLine('M-1'));
  const server = await startReviewServer({
    file: folder.file(),
    config: readConfig(folder.env(), 'import'),
    print: () => undefined,
    reportDir: folder.inside('report'),
    port: 0,
  });
  const { origin, host, hash } = new URL(server.url);
  const ask = async (headers: object, body: unknown = view) => {
    const own = { 'content-type': 'application/json', host, origin, ...headers };
    const options = { method: 'POST', headers: own, body: JSON.stringify(body) };
    return (await askRaw(`${origin}/api/`, options)).status;
  };
  const key = { 'x-editor-token': hash.replace('#token=', '') };
  expect(await ask(key)).toBe(200);
  expect(await ask({})).toBe(401);
  expect(await ask(key, { ...view, action: 'deleteAll' })).toBe(422);
  expect(await ask(key, { ...view, file: '/etc/passwd' })).toBe(422);
  const status = async (path: string) => (await fetch(`${origin}${path}`)).status;
  expect([await status('/review.js'), await status('/missions.csv')]).toEqual([200, 404]);
  await server.close();
});
