/** What search engines are told of pages, in their vocabulary: https://schema.org */
import type {
  Article,
  BreadcrumbList,
  NewsArticle,
  SearchAction,
  Thing,
  WebSite,
  WithActionConstraints,
} from 'schema-dts';
import type { Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import type { SiteEntry } from '@/site/site';
import { siteName, type SiteContext } from '../frame/context';

/** A thing of the vocabulary with its type. */
export type TypedThing = Exclude<Thing, string>;

/** A breadcrumb above a page's title. */
export interface Crumb {
  readonly text: string;
  /** Path from the root. */
  readonly href: string;
}

/**
 * The data of a page's breadcrumbs, with the page itself at the end; without it where there are several: search engines
 * know the page. https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbData(trail: readonly Crumb[], title: string, site: URL): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...trail.map(({ text, href }, index) => ({
        '@type': 'ListItem' as const,
        position: index + 1,
        name: text,
        item: new URL(href, site).href,
      })),
      ...(trail.length > 1
        ? []
        : [{ '@type': 'ListItem' as const, position: trail.length + 1, name: title }]),
    ],
  };
}

/**
 * The data of the site and its search.
 * https://schema.org/potentialAction
 */
export function websiteData(
  { name, description, locale }: { name: string; description: string; locale: Locale },
  site: URL,
): WebSite {
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

/** What an article has besides its entry's texts. */
interface ArticleFacts {
  /** `YYYY-MM-DD` */
  readonly published: string;
  /** In place of the entry's summary. */
  readonly description?: string;
  /** The volunteer's first name; missing where the service is the author. */
  readonly teller?: string;
  readonly isNews?: boolean;
  /** The path of its share picture. */
  readonly image?: string;
}

/**
 * The data of a campaign, a story or a resource. A campaign is no `Event`: search engines require a time and a place
 * where people meet. https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function articleData(
  context: Pick<SiteContext, 't' | 'own' | 'siteUrl'>,
  {
    texts,
    lang,
    path,
    shared: { updated },
  }: SiteEntry<'campaign'> | SiteEntry<'story'> | SiteEntry<'resource'>,
  { published, description = texts.summary.value, teller, isNews = false, image }: ArticleFacts,
): Article | NewsArticle {
  const absolute = (to: string) => new URL(to, context.siteUrl).href;
  const publisher = {
    '@type': 'Organization' as const,
    name: siteName(context),
    url: context.siteUrl.href,
  };
  return {
    '@type': isNews ? 'NewsArticle' : 'Article',
    headline: texts.title.value,
    ...(image === undefined ? {} : { image: absolute(image) }),
    description,
    url: absolute(path),
    inLanguage: lang,
    datePublished: published,
    dateModified: updated < published ? published : updated,
    author: teller === undefined ? publisher : { '@type': 'Person', name: teller },
    publisher,
  };
}
