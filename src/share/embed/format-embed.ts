/** Formats an embed's view as its files: the page that is framed, and what programs read of it. */
import { embedPathOf, oembedPathOf } from '@/i18n/embed-files';
import { translator } from '@/i18n/translate';
import { oneLine } from '@/model/characters';
import { html } from '@/model/html';
import type { EmbedView } from '@/views/share/embed-views';
import { embedDocument } from './embed-document';
import { listBody } from './list-body';
import { formatOembed } from './oembed';
import { linkHtml } from './opportunity-card';
import { sheetBody } from './sheet-body';

/** A file as it is written. */
export interface EmbedFile {
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

function pageOf(view: EmbedView): string {
  const { locale, title, summary, page, band, content, provider, isSample } = view;
  const t = translator(locale);
  const sample = isSample ? html`<p>${oneLine(t('sample.note'))}</p>` : undefined;
  return embedDocument({
    locale,
    title,
    description: summary,
    page,
    band,
    body: content.kind === 'sheet' ? sheetBody(t, content, view) : listBody(t, content, view),
    foot: html`<p>${linkHtml(provider.url, oneLine(provider.name), 'on')} · ${oneLine(t('embed.tab'))}</p>${sample}`,
    hasScript: content.kind === 'list',
  });
}

/** The paths of the files of an embed, in the order of `formatEmbed`. */
export const embedPaths = (places: EmbedView['places'], kind: EmbedView['content']['kind']): string[] =>
  places.flatMap((place) => [
    `${embedPathOf(place)}index.html`,
    ...(kind === 'list' ? [oembedPathOf(place)] : []),
  ]);

/** The files of an embed at each of its places: its page, and what programs read of a list. */
export function formatEmbed(view: EmbedView): EmbedFile[] {
  const page = pageOf(view);
  const { content, places } = view;
  const oembed = content.kind === 'list' ? formatOembed(view, content) : '';
  return embedPaths(places, content.kind).map((path) => ({
    path,
    text: path.endsWith('.html') ? page : oembed,
  }));
}
