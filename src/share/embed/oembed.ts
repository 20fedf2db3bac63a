/** Formats the document that programs read to show a page as a card: https://oembed.com, version 1.0. */
import { cleanText } from '@/model/characters';
import { pictureFormats, type SharePicture } from '../pictures/share-picture';
import { escapeLine } from './embed-html';
import { frameHtml } from './frame';

/** A page that other sites can embed. */
export interface OembedPage {
  readonly title: string;
  /** A sentence about it. */
  readonly summary: string;
  /** Absolute address of the page. */
  readonly page: string;
  /** Absolute address of its embed. */
  readonly embed: string;
  /** Pixels. */
  readonly height: number;
  /** The organization, where there is exactly one. */
  readonly author?: { readonly name: string; readonly url: string } | undefined;
  /** The service's name. */
  readonly provider: { readonly name: string; readonly url: string };
  readonly picture: SharePicture;
}

/** The preferred width (pixels); it fits any. */
const width = 600;

/** A day (seconds): sites are built once a day. */
const cacheAge = 86_400;

/**
 * Formats the document. For an unknown site WordPress shows the quotation and hides the frame, since without a script a
 * frame can't announce itself (`wp_filter_oembed_result`): so the quotation alone has to be understandable.
 */
export function formatOembed(of: OembedPage, site: URL): string {
  const line = (text: string) => cleanText(text, true).text;
  const title = line(of.title);
  const quotation = `<blockquote><a href="${escapeLine(of.page)}">${escapeLine(title)}</a><br>${escapeLine(of.summary)}</blockquote>`;
  const framed = { src: of.embed, title: `${title} – ${line(of.provider.name)}`, height: of.height };
  return `${JSON.stringify({
    version: '1.0',
    type: 'rich',
    title,
    ...(of.author ? { author_name: line(of.author.name), author_url: of.author.url } : {}),
    provider_name: line(of.provider.name),
    provider_url: of.provider.url,
    cache_age: cacheAge,
    thumbnail_url: new URL(of.picture.path, site).href,
    thumbnail_width: pictureFormats[of.picture.format].width,
    thumbnail_height: pictureFormats[of.picture.format].height,
    html: quotation + frameHtml(framed),
    width,
    height: of.height,
  })}\n`;
}
