import type { Article, NewsArticle } from 'schema-dts';
import type { Locale } from '@/i18n/locales';

/** An article, as its page shows it. */
export interface ArticleEntry {
  readonly title: string;
  readonly description: string;
  /** The language of its texts. */
  readonly lang: Locale;
  /** Path from the root. */
  readonly path: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  /** `YYYY-MM-DD` */
  readonly updated: string;
  /** The volunteer's first name; missing where the service is the author. */
  readonly teller?: string | undefined;
  readonly isNews?: boolean;
  /** The path of its share picture. */
  readonly image?: string;
}

/**
 * The data of a campaign, a story or a resource. A campaign is no `Event`: search engines require a time and a place
 * where people meet. https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function articleData(readable: ArticleEntry, service: string, site: URL): Article | NewsArticle {
  const { title, description, lang, path, published, updated, teller, isNews = false, image } = readable;
  const publisher = { '@type': 'Organization' as const, name: service, url: site.href };
  return {
    '@type': isNews ? 'NewsArticle' : 'Article',
    headline: title,
    ...(image === undefined ? {} : { image: new URL(image, site).href }),
    description,
    url: new URL(path, site).href,
    inLanguage: lang,
    datePublished: published,
    dateModified: updated < published ? published : updated,
    author: teller === undefined ? publisher : { '@type': 'Person', name: teller },
    publisher,
  };
}
