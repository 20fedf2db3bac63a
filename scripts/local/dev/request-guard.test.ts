import { describe, expect, it } from 'vitest';
import { isServed, privateNamesOf } from './request-guard';

const privateNames = privateNamesOf(['data/Inbox.jsonl', 'data/inbox-files']);
const served = (target: string) => isServed(target, privateNames);

describe('the guard of a development server', () => {
  it.each([
    '/',
    '/en/',
    '/en/opportunities/x/?a=../../.env',
    '/fr/missions/relire-%C3%A9t%C3%A9/',
    '/media/x-640.webp',
    '/src/search/search.client.ts?v=1',
    '/node_modules/.vite/deps/preact.js?v=1',
    '/@vite/client',
    '/@id/__x00__virtual:x',
    '/@fs/srv/site/node_modules/preact/dist/preact.mjs',
    '/.well-known/security.txt',
    '/admin/editor.js',
  ])('serves %s', (target) => expect(served(target)).toBe(true));

  it.each([
    '/.env',
    '/.env?raw',
    '/%2eenv',
    '/%252eenv',
    '/%25252525252eenv',
    '/.LOCAL/inbox.jsonl',
    '/src/../.env',
    '/src/%2e%2e/package.json',
    '/src/..%2fpackage.json',
    '/src/..%5cpackage.json',
    '/src\\..\\.env',
    '//etc/passwd',
    '/src//x.ts',
    '/@fs//etc/passwd',
    '/@fs/srv/site/.git/config?import&raw',
    '/x/.vite/deps/x.js',
    '/x/.well-known/x',
    '/.env%00.png',
    '/%zz',
    '/en/%0d%0a',
    '/data/inbox.jsonl',
    '/data/INBOX.jsonl/',
    '/src/data/inbox-files/1.1?raw',
    '/_image?href=/@fs/srv/site/x.png',
    '/__open-in-editor?file=x',
    '/@other/x',
    'http://localhost/.env',
    '/en/#/../.env',
    '',
  ])('refuses %s', (target) => expect(served(target)).toBe(false));
});
