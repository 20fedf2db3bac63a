/** A whole site with the corpus, built as anybody would, and served so that every byte is counted. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentTypes } from '@/model/types/types';
import { build } from '@/publish/build/build';
import { readConfig } from '@/config/config';
import { toYaml } from '../content/generate-content';
import { precompress } from '@/publish/hosts/compress';
import { benchNow } from '../setting';
import { corpusEntries } from './cases/corpus';
import { serveSecure, type SecureServer } from '../serve-secure';

const work = '.local/bench/search-site';

/** What the page of the search loads; thirty thousand other pages would take minutes to compress. */
const loaded = /^(?:assets|search)\/|^pagefind\/|^\w+\/(?:search|recherche|buscar)\//;

export interface SearchSite extends SecureServer {
  readonly dir: string;
}

async function writeContent(dir: string, opportunities: number): Promise<void> {
  await rm(work, { recursive: true, force: true });
  for (const { folder } of Object.values(contentTypes))
    await mkdir(path.join(dir, folder), { recursive: true });
  for (const entry of corpusEntries(opportunities)) {
    // Pictures play no part in a search.
    const fields = Object.fromEntries(Object.entries(entry.fields).filter(([name]) => name !== 'logo'));
    await writeFile(path.join(dir, entry.folder, `${entry.id}.yml`), toYaml({ ...entry, fields }));
  }
}

/** Generates, builds, compresses and serves. Rejects with what a build rejects with. */
export async function openSearchSite(
  opportunities: number,
  print: (line: string) => void,
): Promise<SearchSite> {
  const [content, dir] = [path.join(work, 'content'), path.join(work, 'dist')];
  await writeContent(content, opportunities);
  await build({
    config: readConfig({ CONTENT_SOURCE: 'files', CONTENT_DIR: content, SITE_NOW: benchNow }),
    outDir: dir,
    progress: print,
  });
  await precompress(dir, 'br', { isIncluded: (name) => loaded.test(name) });
  return { ...(await serveSecure(dir)), dir };
}
