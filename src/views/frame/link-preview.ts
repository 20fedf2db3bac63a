/** The preview of a link to a page in chats and networks: https://ogp.me */
import type { Locale } from '@/i18n/locales';
import { siteName, type SiteContext } from './context';
import { pictureAltText, pictureFormats, type SharePicture } from '../share/share-picture';

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
interface PreviewedPage {
  readonly title: string;
  readonly description: string;
  readonly isArticle?: boolean | undefined;
  readonly url: string;
  /** The language of its texts. */
  readonly lang: Locale;
  readonly picture: SharePicture;
}

/** The preview of a link to a page. */
export function linkPreview(
  context: SiteContext,
  { title, description, isArticle = false, url, lang, picture }: PreviewedPage,
) {
  return {
    title,
    description,
    type: isArticle ? 'article' : 'website',
    url,
    siteName: siteName(context),
    locale: openGraphLocales[lang] ?? lang,
    picture: {
      url: new URL(picture.path, context.siteUrl).href,
      ...pictureFormats[picture.format],
      alt: pictureAltText(picture),
    },
  };
}
