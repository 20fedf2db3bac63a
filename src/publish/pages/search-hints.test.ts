import { OperatorError } from '@/model/operator-error';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { addSearchHints } from './search-hints';

const site = temporaryFolder();
const modules = {
  'Search.1.js':
    'import{a}from"./words.2.js";import"./deep/x.4.js";const l=()=>import("./later.3.js"),w=()=>import("./word-search.8.js");',
  'word-search.8.js':
    'import"./words.2.js";import"./query.9.js";const e=()=>import("./rules-en.6.js"),f=()=>import("./rules-fr.7.js");',
  'query.9.js': 'export const q=1;',
  'rules-en.6.js': 'export const r=1;',
  'words.2.js': 'export{b}from"./deep/x.4.js";export const a=1;',
  'deep/x.4.js': 'import"../client.5.js";export const b=2;',
  'client.5.js': 'export default 1;',
};
beforeEach(() => {
  for (const [name, code] of Object.entries(modules)) site.write(`assets/${name}`, code);
});

const head =
  '<template></template><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css">';
const island =
  '<astro-island component-url="/assets/Search.1.js" renderer-url="/assets/client.5.js"></astro-island>';

test('names every module that the island begins with, once, behind the styles, and no later one', async () => {
  const html = await addSearchHints(`${head}${island}`, 'en', site.at());
  const hinted = [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href);
  expect(hinted).toEqual([
    // In the template, for a search by words.
    '/assets/word-search.8.js',
    '/assets/query.9.js',
    '/assets/rules-en.6.js',
    '/assets/Search.1.js',
    '/assets/client.5.js',
    '/assets/words.2.js',
    '/assets/deep/x.4.js',
  ]);
  expect(html.lastIndexOf('/b.css')).toBeLessThan(html.indexOf('/assets/Search.1.js'));
});

test('refuses a page without an island', async () => {
  await expect(addSearchHints(head, 'en', site.at())).rejects.toThrow(OperatorError);
});
