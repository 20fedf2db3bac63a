/** Writes the service worker of a built site, with the files of this build and the pages for offline use. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { fingerprint } from '@/offline/worker/check-response';

interface ServiceWorkerOptions {
  /** The folder of the site. */
  readonly staging: string;
  readonly locales: readonly Locale[];
  /** False if the operator switched it off: the worker then removes itself from visitors' devices. */
  readonly enabled: boolean;
}

const source = path.join(import.meta.dirname, '../../worker');

/** Style sheets and scripts that a page refers to. */
const assetPath = /\/assets\/[^"'\s]+\.(?:css|js)(?=["'\s])/g;

/** Collects the offline pages and the files that they need. */
async function collectShell(staging: string, locales: readonly Locale[]) {
  const paths = locales.map((locale) => pathOf(locale, { to: 'offline' }));
  const pages = await Promise.all(
    paths.map((own) => readFile(path.join(staging, own, 'index.html'), 'utf8')),
  );
  const assets = [...new Set(pages.flatMap((html) => html.match(assetPath) ?? []))].toSorted();
  const version = createHash('sha256').update(pages.join('\n')).digest('hex').slice(0, 12);
  return { shell: [...paths, ...assets], version };
}

/** Fonts aren't stored (`offline/request-kind.ts`). */
const isStoredAsset = (name: string) => !name.endsWith('.woff2');

/** Returns the fingerprints of all files that the worker may store. */
async function readFingerprints(staging: string): Promise<string[]> {
  const folder = path.join(staging, 'assets');
  const names = (await readdir(folder)).filter(isStoredAsset).toSorted();
  return Promise.all(
    names.map(async (name) => fingerprint(`/assets/${name}`, await readFile(path.join(folder, name)))),
  );
}

/** Writes `sw.js`. The same site gives the same bytes, so that browsers don't install it again. */
export async function writeServiceWorker({ staging, locales, enabled }: ServiceWorkerOptions): Promise<void> {
  const { shell, version } = await collectShell(staging, locales);
  const made = await readFingerprints(staging);
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(source, enabled ? 'service-worker.ts' : 'farewell-worker.ts')],
    define: enabled ? { OV_BUILD: JSON.stringify({ version, locales, shell, made }) } : {},
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  await writeFile(path.join(staging, 'sw.js'), outputFiles[0]?.contents ?? '');
}
