/** The preview of a link to a page in chats and networks: https://ogp.me */
import type { Locale } from '@/i18n/locales';
import { pictureAltText, pictureFormats, type SharePicture } from '../share/share-picture';

export interface LinkPreview {
  readonly title: string;
  readonly description: string;
  /** An entry with a day of its own is an article; everything else is a part of the website. */
  readonly type: 'article' | 'website';
  /** Absolute address. */
  readonly url: string;
  readonly siteName: string;
  /** The language of the title and the description, as Open Graph names it. */
  readonly locale: string;
  readonly picture: {
    /** Absolute address. */
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  };
}

/**
 * Open Graph wants a language with a country. Texts are in British and French style and in Latin American Spanish, which
 * Facebook calls `es_LA`: https://developers.facebook.com/docs/internationalization. Another language stands alone.
 */
const openGraphLocales: Readonly<Partial<Record<string, string>>> = {
  en: 'en_GB',
  fr: 'fr_FR',
  es: 'es_LA',
};

/** A page as its preview shows it. */
export interface PreviewedPage {
  readonly title: string;
  readonly description: string;
  readonly isArticle: boolean;
  readonly url: string;
  readonly siteName: string;
  /** The language of its texts. */
  readonly lang: Locale;
  readonly picture: SharePicture;
}

/** The preview of a link to a page. */
export function linkPreview(
  { title, description, isArticle, url, siteName, lang, picture }: PreviewedPage,
  siteUrl: URL,
): LinkPreview {
  return {
    title,
    description,
    type: isArticle ? 'article' : 'website',
    url,
    siteName,
    locale: openGraphLocales[lang] ?? lang,
    picture: {
      url: new URL(picture.path, siteUrl).href,
      ...pictureFormats[picture.format],
      alt: pictureAltText(picture),
    },
  };
}
