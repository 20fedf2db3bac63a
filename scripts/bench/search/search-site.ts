/** Builds a whole site with the corpus, and serves it over HTTP/2. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentTypes } from '@/model/types/types';
import { build } from '@/publish/build/build';
import { readConfig } from '@/config/config';
import { formatYaml } from '../content/generate-content';
import { precompress } from '@/publish/hosts/compress';
import { benchNow } from '../content/setting';
import { generateCorpusEntries } from './cases/corpus';
import { serveSecure, type SecureServer } from '../serve-secure';

const workDir = '.local/bench/search-site';

/** The files that the search page loads. Compressing thirty thousand other pages would take minutes. */
const searchFiles = /^(?:assets|search)\/|^pagefind\/|^\w+\/(?:search|recherche|buscar)\//;

export interface SearchSite extends SecureServer {
  readonly dir: string;
}

async function writeContent(dir: string, opportunities: number): Promise<void> {
  await rm(workDir, { recursive: true, force: true });
  for (const { folder } of Object.values(contentTypes))
    await mkdir(path.join(dir, folder), { recursive: true });
  for (const entry of generateCorpusEntries(opportunities)) {
    // A search needs no pictures.
    const fields = Object.fromEntries(Object.entries(entry.fields).filter(([name]) => name !== 'logo'));
    await writeFile(path.join(dir, entry.folder, `${entry.id}.yml`), formatYaml({ ...entry, fields }));
  }
}

/** Generates, builds, compresses and serves. Rejects with the errors of a build. */
export async function openSearchSite(
  opportunities: number,
  print: (line: string) => void,
): Promise<SearchSite> {
  const [content, dir] = [path.join(workDir, 'content'), path.join(workDir, 'dist')];
  await writeContent(content, opportunities);
  await build({
    config: readConfig({ CONTENT_SOURCE: 'files', CONTENT_DIR: content, SITE_NOW: benchNow }),
    outDir: dir,
    progress: print,
  });
  await precompress(dir, 'br', { wanted: (name) => searchFiles.test(name) });
  return { ...(await serveSecure(dir)), dir };
}
