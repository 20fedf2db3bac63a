import { embedPathOf, oembedPathOf } from '@/i18n/embed-files';
import { feedFormats } from '@/i18n/feed-files';
import { feedPathOf, openSearchPath, type Route } from '@/i18n/routes';
import { pagesByKind } from '@/site/kind-paths';
import type { Site } from '@/site/site';
import { entriesFile, organizationsFile } from '@/search/page/search-paths';
import { translator } from '@/i18n/translate';
import { sitePictures } from '@/views/share/site-pictures';

/**
 * Returns the files that a site must have: all pages, the feeds of open opportunities, search data, pictures and
 * embeds.
 */
export function listExpectedFiles(site: Site): string[] {
  const pages = [...site.byLocale.values()].flatMap((own) => [...pagesByKind(own).values()].flat());
  const open: Route = { to: 'section', section: 'opportunities' };
  const feeds = [...site.byLocale.keys()].flatMap((locale) => [
    openSearchPath(locale),
    `/${entriesFile(locale)}`,
    `/${organizationsFile(locale)}`,
    ...feedFormats.map((format) => feedPathOf(locale, open, format)),
  ]);
  const pictures = [...site.byLocale.values()]
    .flatMap((own) => sitePictures({ own, t: translator(own.locale) }))
    .map((picture) => picture.path);
  const embeds = [...site.byLocale.values()].flatMap(({ opportunities, organizations, campaigns }) =>
    [...opportunities, ...organizations, ...campaigns].flatMap((view) => [
      `${embedPathOf(view.path)}index.html`,
      oembedPathOf(view.path),
    ]),
  );
  return [...pages.map((page) => `${page}index.html`), ...feeds, ...pictures, ...embeds];
}
