/** The pages of the built site: one of each kind in each language, as list-pages.ts has found them. */
import { readFileSync } from 'node:fs';
import type { TemplatePage } from '../../scripts/built-site/tested-pages';
import type { Locale } from '../../src/i18n/locales';
import { runDir } from '../../scripts/test/run-folder';

export const listFile = `${runDir}/browser-pages.json`;

let listed: readonly TemplatePage[] | undefined;

/** One page of each kind in each language. */
export function templatePages(): readonly TemplatePage[] {
  listed ??= JSON.parse(readFileSync(listFile, 'utf8')) as readonly TemplatePage[];
  return listed;
}

/** The names of all kinds of pages: `open opportunity`. */
export const kindsOfPages = (): readonly string[] => [
  ...new Set(templatePages().map(({ template }) => template)),
];

/** The address of the page of a kind in a language. */
export function pathTo(template: string, locale: Locale): string {
  const found = templatePages().find((page) => page.template === template && page.locale === locale);
  if (!found) throw new Error(`The sample has no page “${template}” in ${locale}.`);
  return found.path;
}
