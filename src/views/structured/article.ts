import type { Article, NewsArticle } from 'schema-dts';
import type { SiteEntry } from '@/site/site';
import { siteName, type SiteContext } from '../frame/context';

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
