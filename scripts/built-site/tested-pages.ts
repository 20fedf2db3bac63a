/** Finds one page of each kind in each language among the pages of a built site. */
import { locales, type Locale } from '../../src/i18n/locales';
import { pathOf, sectionSlug, type Section } from '../../src/i18n/routes';
import { kinds, type TestedPage } from '../../src/site/kinds';
import type { BuiltPage } from './read-pages';

export interface TemplatePage {
  /** The kind of page: `opportunity`. */
  readonly template: string;
  readonly locale: Locale;
  readonly path: string;
}

/** The tested pages of each kind, with the section of a kind of entries. */
const testedPages = Object.values(kinds).flatMap((kind) =>
  kind.tested.map((page: TestedPage) => ({
    ...page,
    section: /^\[locale\]\/\[(\w+)\]\/\[slug\]$/.exec(kind.file)?.[1] as Section | undefined,
  })),
);

/** Finds the pages to test, in a stable order. A kind that the content lacks in a language is left out. */
export function findTemplatePages(pages: readonly BuiltPage[]): TemplatePage[] {
  const known = new Set(pages.map(({ path }) => path));
  return locales.flatMap((locale) =>
    testedPages.flatMap(({ name, at, section }) => {
      const inSection = section && `/${locale}/${sectionSlug(locale, section)}/`;
      const path =
        typeof at === 'function'
          ? pages.find(
              ({ path: candidate, html }) =>
                inSection !== undefined &&
                candidate.startsWith(inSection) &&
                candidate.split('/').length === 5 &&
                !candidate.includes('/page/') &&
                at(html),
            )?.path
          : pathOf(locale, at);
      return path !== undefined && known.has(path) ? [{ template: name, locale, path }] : [];
    }),
  );
}
