import type { SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import type { Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';

/** The service in one language. */
interface WebsiteService {
  readonly name: string;
  readonly description: string;
  readonly locale: Locale;
}

/**
 * The data of the site and its search. The browser's own description of the search is `src/feeds/opensearch.ts`.
 * https://schema.org/potentialAction
 */
export function websiteData({ name, description, locale }: WebsiteService, site: URL): WebSite {
  const home = new URL(pathOf(locale, { to: 'home' }), site).href;
  const search = new URL(pathOf(locale, { to: 'section', section: 'search' }), site).href;
  const action: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={words}` },
    'query-input': 'required name=words',
  };
  return {
    '@type': 'WebSite',
    name,
    description,
    url: home,
    inLanguage: locale,
    potentialAction: action,
  };
}
