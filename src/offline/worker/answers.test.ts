import { expect, it, vi } from 'vitest';
import { answerPage } from './answers';

it('shows the offline page where a failed preload resolves to an error, as in Firefox', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('No connection')));
  vi.stubGlobal('caches', {
    open: () => ({ match: (key: unknown) => (key === '/en/offline/' ? new Response('offline') : undefined) }),
  });
  const answer = await answerPage(new Request('http://localhost/en/'), {
    preloaded: Promise.resolve(Response.error()),
    build: { version: '1', locales: ['en'], made: new Set() },
    later: () => {},
  });
  expect(await answer.text()).toBe('offline');
});
