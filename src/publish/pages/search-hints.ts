/** Adds to the search pages the modules of the island, which browsers would otherwise discover one after another. */
import path from 'node:path';
import { build } from 'esbuild';
import { OperatorError } from '@/model/operator-error';
import type { Locale } from '@/i18n/locales';

/** Addresses of an island's entry modules. */
const islandModule = /(?:component|renderer)-url="([^"]+)"/g;
const lastStyles = /.*<link rel="stylesheet"[^>]*>/s;

interface Modules {
  /** Those that the island imports statically, in the order of discovery. */
  readonly ofIsland: ReadonlySet<string>;
  /** Those that a search by words imports later: of its code, and of the rules of the page's language. */
  readonly ofWords: ReadonlySet<string>;
}

/** Lists what a module imports, as it is written there. */
async function readImports(file: string) {
  const { metafile } = await build({
    entryPoints: [file],
    bundle: true,
    external: ['*'],
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return Object.values(metafile.inputs).flatMap(({ imports }) => imports);
}

async function collectModules(site: string, first: readonly string[], locale: Locale): Promise<Modules> {
  const ofIsland = new Set(first);
  const ofWords = new Set<string>();
  const isForWords = (name: string) => name.startsWith('word-search.') || name.startsWith(`rules-${locale}.`);
  for (const modules of [ofIsland, ofWords]) {
    for (const address of modules) {
      for (const { path: specifier, kind } of await readImports(path.join(site, address))) {
        const imported = path.posix.join(path.posix.dirname(address), specifier);
        if (kind === 'import-statement' && !ofIsland.has(imported)) modules.add(imported);
        else if (kind === 'dynamic-import' && isForWords(path.posix.basename(imported)))
          ofWords.add(imported);
      }
    }
  }
  return { ofIsland, ofWords };
}

const linksTo = (modules: ReadonlySet<string>) =>
  Array.from(modules, (href) => `<link rel="modulepreload" href="${href}">`).join('');

/**
 * Returns the HTML of a search page with the hints. `site` is the folder with the modules (`assets/…`). Rejects with an
 * `OperatorError`.
 */
export async function addSearchHints(html: string, locale: Locale, site: string): Promise<string> {
  const islands = [...html.matchAll(islandModule)].map(([, address = '']) => address);
  const { ofIsland, ofWords } = await collectModules(site, islands, locale);
  const hinted = html
    .replace(lastStyles, (before) => before + linksTo(ofIsland))
    // The links in the template are loaded only where there are words.
    .replace('<template>', (before) => before + linksTo(ofWords));
  if (ofIsland.size < 2 || hinted.length <= html.length)
    throw new OperatorError(
      `The search page in ${locale} has no island, or no style sheets. Nothing was published. It’s a bug: please report it.`,
    );
  return hinted;
}
