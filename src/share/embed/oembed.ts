/** The file that programs read to show a page as a card: https://oembed.com, version 1.0. */
import { oneLine } from '@/model/characters';
import { html } from '@/model/html';
import { pictureFormats, type SharePicture } from '../pictures/share-picture';
import { frameHtml } from './frame';

/** A page that other sites show. */
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
  /** The organization, if there is one. */
  readonly author?: { readonly name: string; readonly url: string } | undefined;
  /** The service. */
  readonly provider: { readonly name: string; readonly url: string };
  readonly picture: SharePicture;
}

/** The width that it is made for (pixels); it takes any. */
const width = 600;

/** A day (seconds): sites are rebuilt once a day. */
const cacheAge = 86_400;

/**
 * The document. WordPress shows, of a site that it doesn't know, the quotation and hides the frame, since without a script
 * a frame can't say that it is there (`wp_filter_oembed_result`): so the quotation alone has to say what it is about.
 */
export function formatOembed(of: OembedPage, site: URL): string {
  const title = oneLine(of.title);
  const quotation = html`<blockquote><a href="${oneLine(of.page)}">${title}</a><br>${oneLine(of.summary)}</blockquote>`;
  const framed = { src: of.embed, title: `${title} – ${oneLine(of.provider.name)}`, height: of.height };
  return `${JSON.stringify({
    version: '1.0',
    type: 'rich',
    title,
    ...(of.author ? { author_name: oneLine(of.author.name), author_url: of.author.url } : {}),
    provider_name: oneLine(of.provider.name),
    provider_url: of.provider.url,
    cache_age: cacheAge,
    thumbnail_url: new URL(of.picture.path, site).href,
    thumbnail_width: pictureFormats[of.picture.format].width,
    thumbnail_height: pictureFormats[of.picture.format].height,
    html: quotation.text + frameHtml(framed),
    width,
    height: of.height,
  })}\n`;
}
