import type { APIRoute } from 'astro';
import { localePaths } from '@/render/page-context';
import { currentSite } from '@/render/current-site';
import { formatOpenSearch } from '@/feeds/opensearch';
import type { Locale } from '@/i18n/locales';
import { openSearchPath, pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale }, url, site = url }) => {
  const t = translator(locale);
  const settings = (await currentSite()).byLocale.get(locale)?.settings;
  const absolute = (path: string) => new URL(path, site).href;
  return new Response(
    formatOpenSearch({
      name: settings?.texts.name?.value ?? t('site.name'),
      short: t('nav.search'),
      description: t('search.description'),
      lang: locale,
      page: absolute(pathOf(locale, { to: 'section', section: 'search' })),
      icon: absolute('/icon.svg'),
      self: absolute(openSearchPath(locale)),
    }),
  );
};
