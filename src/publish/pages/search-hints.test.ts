import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HintError, addSearchHints } from './search-hints';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hint-search-'));
  await write(
    'assets/Search.1.js',
    'import{a}from"./words.2.js";import"./deep/x.4.js";const l=()=>import("./later.3.js"),e=()=>import("./rules-en.6.js"),f=()=>import("./rules-fr.7.js");',
  );
  await write('assets/words.2.js', 'export{b}from"./deep/x.4.js";export const a=1;');
  await write('assets/deep/x.4.js', 'import"../client.5.js";export const b=2;');
  await write('assets/client.5.js', 'export default 1;');
});
afterEach(() => rm(root, { recursive: true }));

async function write(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), text);
}

const head =
  '<template></template><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css">';
const island =
  '<astro-island component-url="/assets/Search.1.js" renderer-url="/assets/client.5.js"></astro-island>';

test('names every module that the island begins with, once, behind the styles, and no later one', async () => {
  const html = await addSearchHints(`${head}${island}`, 'en', root);
  const hinted = [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href);
  expect(hinted).toEqual([
    // In the template, for a search by words.
    '/assets/rules-en.6.js',
    '/assets/Search.1.js',
    '/assets/client.5.js',
    '/assets/words.2.js',
    '/assets/deep/x.4.js',
  ]);
  expect(html.lastIndexOf('/b.css')).toBeLessThan(html.indexOf('/assets/Search.1.js'));
});

test('refuses a page without an island', async () => {
  await expect(addSearchHints(head, 'en', root)).rejects.toThrow(HintError);
});
