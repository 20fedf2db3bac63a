import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { createEngine } from './engine.client';

/** Answers `fetch` from files. Unstub globals afterwards. */
export function filesAsWeb(): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const file = new URL(url);
    file.search = '';
    return readFile(fileURLToPath(file)).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    );
  });
}

/** The search as in the browser, over the files of a folder instead of HTTP. Unstub globals afterwards. */
export function engineFromFolder(dir: string, locale: 'en' | 'fr' | 'es') {
  filesAsWeb();
  const base = `${pathToFileURL(dir).href}/`;
  const urls = {
    columns: `${base}search/${locale}.json`,
    root: base,
    terms: `${base}search/${locale}.terms.json`,
    fit: `${base}search/${locale}.fit.json`,
    words: `${base}search/${locale}.words.json`,
    meanings: `${base}search/${locale}.meanings.json`,
    names: `${base}search/${locale}.names.json`,
    browse: '',
  };
  return createEngine(urls, locale, 'tag');
}
