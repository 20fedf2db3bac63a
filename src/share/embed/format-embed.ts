/** Formats an embed's view as its files: the page that is framed, and what programs read of it. */
import { embedPathOf, oembedPathOf } from '@/i18n/embed-files';
import { translator, type Translate } from '@/i18n/translate';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';
import type { EmbedView, EmbedList, EmbedSheet } from '@/views/share/embed-views';
import { formatDay } from '@/i18n/format/format';
import { acceptsApplications } from '@/model/time/lifecycle';
import { embedDocument } from './embed-document';
import { formatOembed } from './oembed';
import { linkHtml, rowHtml, cardHtml } from './opportunity-card';
import { localizedHtml } from './embed-html';

/** A file as it is written. */
interface EmbedFile {
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

const oembedOf = (content: EmbedView['content']) => (content.kind === 'list' ? content.oembed : undefined);

/** Returns the line below a list's name: the summary of a campaign or organization, or a note that a campaign has ended. */
function aboutHtml(t: Translate, { summary, ended }: EmbedList): Html {
  const about = html`${summary && html`<p>${localizedHtml(summary, t.locale)}</p>`}`;
  if (ended === undefined) return about;
  const note = oneLine(t('campaign.ended', { day: formatDay(t.locale, ended) }));
  return html`${about}<p><strong>${note}</strong></p>`;
}

/** Returns the body of a list: its name, its newest opportunities, and a link to the rest. */
function listBody(
  t: Translate,
  list: EmbedList,
  { page, siteUrl, everything }: Pick<EmbedView, 'page' | 'siteUrl' | 'everything'>,
): Html {
  const { cards, count, name } = list;
  const shown = cards.map((card) => rowHtml(t, card, siteUrl));
  const head = html`<h1>${linkHtml(page, localizedHtml(name, t.locale))}</h1>${aboutHtml(t, list)}`;
  if (shown.length === 0) {
    const on = linkHtml(everything, oneLine(t('browse.everything')), 'on');
    return html`${head}<p>${oneLine(t('embed.none'))}</p><p>${on}</p>`;
  }
  const all = t.count('embed.all', count);
  const more = count > cards.length ? html`<p>${linkHtml(page, oneLine(all), 'on')}</p>` : undefined;
  return html`${head}<ul class="rows">${shown}</ul>${more}`;
}

/** Returns what stands before the cards where the address names none: also that of an opportunity that left the site. */
function sheetHeadHtml(t: Translate, { name, cards }: EmbedSheet, { page, everything }: EmbedView): Html {
  const title = html`<h1>${linkHtml(page, localizedHtml(name, t.locale))}</h1>`;
  const gone = html`<p>${oneLine(t('embed.gone'))}</p>`;
  if (cards.some(({ stage }) => acceptsApplications(stage))) return html`<div>${title}${gone}</div>`;
  const on = linkHtml(everything, oneLine(t('browse.everything')), 'on');
  return html`<div>${title}<p>${oneLine(t('embed.none'))}</p><p>${on}</p></div>`;
}

/** Returns the cards of an organization's opportunities. The style shows the one that the address names, else all open ones. */
function sheetBody(t: Translate, sheet: EmbedSheet, view: EmbedView): Html {
  return html`${sheetHeadHtml(t, sheet, view)}${sheet.cards.map((card) => cardHtml(t, card, view))}`;
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
  const oembed = facts ? formatOembed(view, facts) : '';
  return embedPaths(places, facts !== undefined).map((path) => ({
    path,
    text: path.endsWith('.html') ? page : oembed,
  }));
}
