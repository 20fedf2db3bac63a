import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { brotliSize } from '../compress';
import { collectAssets, createPageWeigher } from './page-bytes';

/** A page whose script imports one module at once, and lets the bundler load another with what that needs. */
const files = {
  'page.1.css': 'p { margin: 0 }',
  'page.2.js': 'import{a}from"./a.3.js";const m=["assets/late.4.js","assets/b.5.js"];import(`./late.4.js`)',
  'a.3.js': 'export const a=1',
  'late.4.js': 'import"./b.5.js";import"./page.2.js"',
  'b.5.js': 'export const b=2',
  'other.6.js': 'never named',
};
const html = `<link rel="stylesheet" href="/assets/page.1.css"><script type="module" src="/assets/page.2.js"></script>`;
const site = temporaryFolder('all');
beforeAll(() => writeAssets(files));

function writeAssets(assets: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(assets)) site.write(`assets/${name}`, content);
}

test('finds every file that a page can come to load, once', () => {
  expect([...collectAssets(site.at(), html)].toSorted()).toEqual([
    'a.3.js',
    'b.5.js',
    'late.4.js',
    'page.1.css',
    'page.2.js',
  ]);
});

test('weighs each file compressed by itself', async () => {
  const gzip = (name: keyof typeof files) => gzipSync(files[name], { level: 9 }).length;
  expect(await createPageWeigher(site.at())(html)).toEqual({
    html: await brotliSize(html),
    css: await brotliSize(files['page.1.css']),
    js: gzip('page.2.js') + gzip('a.3.js') + gzip('late.4.js') + gzip('b.5.js'),
    sendingJs: 0,
    wordsJs: 0,
    pressedJs: 0,
    savedJs: 0,
  });
});

test('weighs by itself what is loaded only on demand: to send, for saved searches, by a button', async () => {
  const more = {
    'visit.7.js': `const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/sending.8.js","assets/post.9.js"])))=>i;\nimport("./sending.8.js");import("./saved-searches-list.0.js");import("./word-search.client.7.js")`,
    'word-search.client.7.js':
      'import"./a.3.js";import("./rules-en.7.js");import("./full-text-parts.client.9.js")',
    'rules-en.7.js': 'export const stem=1',
    'sending.8.js': 'import"./post.9.js";import"./a.3.js"',
    'post.9.js': 'export const post=1',
    'saved-searches-list.0.js': 'import"./a.3.js"',
    'full-text-parts.client.9.js': 'import"./full-texts.10.js";import"./a.3.js"',
    'full-texts.10.js': 'export const texts=1',
  };
  writeAssets(more);
  const gzip = (...names: readonly (keyof typeof more)[]) =>
    names.reduce((sum, name) => sum + gzipSync(more[name], { level: 9 }).length, 0);
  const weigh = createPageWeigher(site.at());
  const script = '<script type="module" src="/assets/visit.7.js"></script>';
  expect(await weigh(`${html}${script}`)).toMatchObject({
    js: (await weigh(html)).js + gzip('visit.7.js'),
    sendingJs: gzip('sending.8.js', 'post.9.js'),
    savedJs: gzip('saved-searches-list.0.js'),
    wordsJs: gzip('word-search.client.7.js'),
    pressedJs: gzip('full-text-parts.client.9.js', 'full-texts.10.js'),
  });
});
