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

const oembedOf = (content: EmbedView['content']) => (content.kind === 'list' ? content.oembed : undefined);

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
    hasScript: oembedOf(content) !== undefined,
  });
}

/** The paths of the files of an embed, in the order of `formatEmbed`. */
export const embedPaths = (places: EmbedView['places'], hasOembed: boolean): string[] =>
  places.flatMap((place) => [`${embedPathOf(place)}index.html`, ...(hasOembed ? [oembedPathOf(place)] : [])]);

/** The files of an embed at each of its places: its page, and what programs read of what people paste. */
export function formatEmbed(view: EmbedView): EmbedFile[] {
  const page = pageOf(view);
  const { content, places } = view;
  const facts = oembedOf(content);
  const oembed = content.kind === 'list' && facts ? formatOembed(view, content, facts) : '';
  return embedPaths(places, facts !== undefined).map((path) => ({
    path,
    text: path.endsWith('.html') ? page : oembed,
  }));
}
