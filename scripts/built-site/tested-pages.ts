/** Finds one page of each kind in each language among the pages of a built site. */
import { locales, type Locale } from '../../src/i18n/locales';
import { pathOf, sectionSlug, type Section } from '../../src/i18n/routes';
import { kinds, type TestedPage } from '../../src/site/page-kinds';
import type { BuiltPage } from './read-pages';

export interface TemplatePage {
  /** The kind of page: `opportunity`. */
  readonly template: string;
  readonly locale: Locale;
  readonly path: string;
}

/** The tested pages of each kind, with the section of a kind of entries, or of further pages of a list. */
const testedPages = Object.values(kinds).flatMap((kind) => {
  const [, section, below] = /^\[locale\]\/\[(\w+)\]\/\[(slug|\.{3}page)\]$/.exec(kind.file) ?? [];
  const isList = below !== 'slug';
  return kind.tested.map((page: TestedPage) => ({
    ...page,
    section: section as Section | undefined,
    isBelow: (path: string) => (isList ? path.includes('/page/') : path.split('/').length === 5),
  }));
});

/** Pages at former addresses lead on, and are of no kind. */
const isRedirect = (html: string) => html.includes('<meta http-equiv="refresh"');

/** Finds the pages to test, in a stable order. A kind that the content lacks in a language is left out. */
export function findTemplatePages(pages: readonly BuiltPage[]): TemplatePage[] {
  const known = new Set(pages.map(({ path }) => path));
  return locales.flatMap((locale) =>
    testedPages.flatMap(({ name, at, section, isBelow }) => {
      const inSection = section && `/${locale}/${sectionSlug(locale, section)}/`;
      const path =
        typeof at === 'function'
          ? pages.find(
              ({ path: candidate, html }) =>
                inSection !== undefined &&
                candidate.startsWith(inSection) &&
                isBelow(candidate) &&
                !isRedirect(html) &&
                at(html),
            )?.path
          : pathOf(locale, at);
      return path !== undefined && known.has(path) ? [{ template: name, locale, path }] : [];
    }),
  );
}
