import type { Article, NewsArticle } from 'schema-dts';
import type { Locale } from '@/i18n/locales';

/** Something to read, as its page shows it. */
export interface ArticleEntry {
  readonly title: string;
  readonly description: string;
  /** The language that it is shown in. */
  readonly lang: Locale;
  /** Path from the root. */
  readonly path: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  /** `YYYY-MM-DD` */
  readonly updated: string;
  /** The first name of who tells it; else it is the service that writes. */
  readonly teller?: string | undefined;
  readonly isNews?: boolean;
  /** Path of its picture for sharing. */
  readonly image?: string;
}

/**
 * A campaign, a story or a resource. A campaign is no `Event`: search engines want a time and a place at which people
 * come together. https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function article(readable: ArticleEntry, service: string, site: URL): Article | NewsArticle {
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
