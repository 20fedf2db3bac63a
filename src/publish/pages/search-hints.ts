/** Adds to the search pages the modules of the island, which browsers would otherwise discover one after another. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'es-module-lexer';
import { OperatorError } from '@/model/operator-error';
import type { Locale } from '@/i18n/locales';

/** Addresses of an island's entry modules. */
const islandModule = /(?:component|renderer)-url="([^"]+)"/g;
const lastStyles = /.*<link rel="stylesheet"[^>]*>/s;

interface Modules {
  /** Those that the island imports statically, in the order of discovery. */
  readonly ofIsland: readonly string[];
  /** The rules of the page's language, which a search by words imports later. */
  readonly ofLanguage: readonly string[];
}

async function collectModules(site: string, first: readonly string[], locale: Locale): Promise<Modules> {
  const known = new Set(first);
  const ofLanguage = new Set<string>();
  for (const address of known) {
    const [imports] = parse(await readFile(path.join(site, address), 'utf8'));
    for (const { type, specifier } of imports) {
      if (!specifier) continue;
      const imported = path.posix.join(path.posix.dirname(address), specifier);
      if (type === 'static') known.add(imported);
      else if (path.posix.basename(imported).startsWith(`rules-${locale}.`)) ofLanguage.add(imported);
    }
  }
  return { ofIsland: [...known], ofLanguage: [...ofLanguage] };
}

const linksTo = (modules: readonly string[]) =>
  modules.map((href) => `<link rel="modulepreload" href="${href}">`).join('');

/**
 * Returns the HTML of a search page with the hints. `site` is the folder with the modules (`assets/…`). Rejects with an
 * `OperatorError`.
 */
export async function addSearchHints(html: string, locale: Locale, site: string): Promise<string> {
  const islands = [...html.matchAll(islandModule)].map(([, address = '']) => address);
  const { ofIsland, ofLanguage } = await collectModules(site, islands, locale);
  const hinted = html
    .replace(lastStyles, (before) => before + linksTo(ofIsland))
    // The links in the template are loaded only where there are words.
    .replace('<template>', (before) => before + linksTo(ofLanguage));
  if (ofIsland.length < 2 || hinted.length <= html.length)
    throw new OperatorError(
      `The search page in ${locale} has no island, or no style sheets. Nothing was published. It’s a bug: please report it.`,
    );
  return hinted;
}
