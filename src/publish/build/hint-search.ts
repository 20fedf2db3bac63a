/**
 * Tells the pages of the search what only the finished site knows: the modules of the island, which would otherwise be
 * learnt of one from another, and which part of the index has which words.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'es-module-lexer';
import { pathOf } from '@/i18n/routes';
import { OperatorError } from '@/model/operator-error';
import type { LanguageReport } from '@/search/index/build-index';

/** A page of the search isn't as it was expected. A defect. */
export class HintError extends OperatorError {
  override readonly name = 'HintError';
}

/** Addresses of the modules that an island begins with. */
const entries = /(?:component|renderer)-url="([^"]+)"/g;
const lastStyles = /.*<link rel="stylesheet"[^>]*>/s;

/** The modules that some import, themselves included, in the order in which they are met; not what they load later. */
async function graphOf(staging: string, first: readonly string[]): Promise<string[]> {
  const known = new Set(first);
  for (const address of known) {
    const [imports] = parse(await readFile(path.join(staging, address), 'utf8'));
    for (const { type, specifier } of imports) {
      if (type === 'static') known.add(path.posix.join(path.posix.dirname(address), specifier));
    }
  }
  return [...known];
}

async function hintPage(staging: string, { locale, parts }: LanguageReport): Promise<void> {
  const file = path.join(staging, pathOf(locale, { to: 'section', section: 'search' }), 'index.html');
  const html = await readFile(file, 'utf8');
  const modules = await graphOf(
    staging,
    [...html.matchAll(entries)].map(([, address = '']) => address),
  );
  const links = modules.map((href) => `<link rel="modulepreload" href="${href}">`).join('');
  const words = parts.map(({ from, name }) => `${from} ${name}`).join(' ');
  const hinted = html
    .replace(lastStyles, (before) => before + links)
    .replace('data-parts=""', () => `data-parts="${words}"`);
  if (modules.length < 2 || hinted.length <= html.length)
    throw new HintError(
      `${file} has no island of the search, or no style sheets. Nothing was published. It is a defect: please report it.`,
    );
  await writeFile(file, hinted);
}

/** Adds to the page of the search in every language, in a built site. Rejects with a `HintError`. */
export async function hintSearch(staging: string, languages: readonly LanguageReport[]): Promise<void> {
  for (const language of languages) await hintPage(staging, language);
}
