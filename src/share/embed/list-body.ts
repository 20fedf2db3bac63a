/** A list for other sites: what it is, its newest opportunities, and where the rest is. */
import { narrowRows } from '@/i18n/embed-files';
import { formatDay } from '@/i18n/format/format';
import type { Translate } from '@/i18n/translate';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';
import type { EmbedList, EmbedView } from '@/views/share/embed-views';
import { localizedHtml } from './embed-html';
import { linkHtml, rowHtml } from './opportunity-card';

/** Returns the line below a list's name: the summary of a campaign or organization, or a note that a campaign has ended. */
function aboutHtml(t: Translate, { summary, ended }: EmbedList): Html {
  const about = html`${summary && html`<p>${localizedHtml(summary, t.locale)}</p>`}`;
  if (ended === undefined) return about;
  const note = oneLine(t('campaign.ended', { day: formatDay(t.locale, ended) }));
  return html`${about}<p><strong>${note}</strong></p>`;
}

/** The list's body. */
export function listBody(
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
  const more = count > narrowRows ? html`<p>${linkHtml(page, oneLine(all), 'on')}</p>` : undefined;
  return html`${head}<ul class="rows">${shown}</ul>${more}`;
}
