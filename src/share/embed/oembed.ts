/** The file that programs read to show a page as a card: https://oembed.com, version 1.0. */
import { oneLine } from '@/model/characters';
import { html } from '@/model/html';
import type { EmbedView } from '@/views/share/embed-views';
import { pictureFormats } from '@/views/share/share-picture';
import { frameHeights, sandbox } from './frame';

/** The width that it is made for (pixels); it takes any. */
const width = 600;

/** A day (seconds): sites are rebuilt once a day. */
const cacheAge = 86_400;

/**
 * The document. WordPress shows, of a site that it doesn't know, only the quotation, as long as no script in the frame asks for
 * more (`wp_filter_oembed_result`, `wp-embed.js`). There are no line breaks in it, which WordPress takes out.
 */
export function formatOembed(view: EmbedView, { embed, picture }: NonNullable<EmbedView['oembed']>): string {
  const { name, description, page, provider, siteUrl } = view;
  const height = frameHeights.list;
  const line = oneLine(name.value);
  const quotation = html`<blockquote><a href="${oneLine(page)}">${line}</a> – ${oneLine(description)}</blockquote>`;
  const frame = html`<iframe src="${embed}" title="${line} – ${oneLine(provider.name)}" width="100%" height="${height}" sandbox="${sandbox}" loading="lazy"></iframe>`;
  return `${JSON.stringify({
    version: '1.0',
    type: 'rich',
    title: line,
    provider_name: oneLine(provider.name),
    provider_url: provider.url,
    cache_age: cacheAge,
    thumbnail_url: new URL(picture.path, siteUrl).href,
    thumbnail_width: pictureFormats[picture.format].width,
    thumbnail_height: pictureFormats[picture.format].height,
    html: quotation.text + frame.text,
    width,
    height,
  })}\n`;
}
