/** The file that programs read to show a page as a card: https://oembed.com, version 1.0. */
import { oneLine } from '@/model/characters';
import { html } from '@/model/html';
import type { EmbedView } from '@/views/share/embed-views';
import { pictureFormats } from '@/views/share/share-picture';
import { frameHeights, frameHtml } from './frame';

/** The width that it is made for (pixels); it takes any. */
const width = 600;

/** A day (seconds): sites are rebuilt once a day. */
const cacheAge = 86_400;

/**
 * The document. WordPress shows, of a site that it doesn't know, the quotation and hides the frame, since without a script
 * a frame can't say that it is there (`wp_filter_oembed_result`): so the quotation alone has to say what it is about.
 */
export function formatOembed({
  title,
  summary,
  page,
  embed,
  content,
  author,
  provider,
  picture,
  siteUrl,
}: EmbedView): string {
  const height = frameHeights[content.kind];
  const line = oneLine(title);
  const quotation = html`<blockquote><a href="${oneLine(page)}">${line}</a><br>${oneLine(summary)}</blockquote>`;
  const framed = { src: embed, title: `${line} – ${oneLine(provider.name)}`, height };
  return `${JSON.stringify({
    version: '1.0',
    type: 'rich',
    title: line,
    ...(author ? { author_name: oneLine(author.name), author_url: author.url } : {}),
    provider_name: oneLine(provider.name),
    provider_url: provider.url,
    cache_age: cacheAge,
    thumbnail_url: new URL(picture.path, siteUrl).href,
    thumbnail_width: pictureFormats[picture.format].width,
    thumbnail_height: pictureFormats[picture.format].height,
    html: quotation.text + frameHtml(framed),
    width,
    height,
  })}\n`;
}
