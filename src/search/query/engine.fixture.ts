import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { createEngine } from './engine.client';

/** Answers `fetch` from files. */
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

/** The search as in the browser, over the files of a folder instead of HTTP. */
export function engineFromFolder(dir: string, locale: 'en' | 'fr' | 'es') {
  filesAsWeb();
  return createEngine({ root: `${pathToFileURL(dir).href}/`, locale, tag: 'tag' });
}
