/** A list for other sites: what it is, its newest opportunities, and where the rest is. */
import type { OpportunityList } from '@/feeds/opportunity-lists';
import { formatDay } from '@/i18n/format/format';
import type { Translate } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import { campaignPhase } from '@/site/lists/campaign-phase';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';
import { localizedHtml } from './embed-html';
import { linkHtml, rowHtml } from './opportunity-card';

/** So many rows: more than that is read on the page itself. */
const rows = 5;

/** The owner of the list, if it has one. */
export const listOwner = ({ organization, campaign }: OpportunityList) => organization ?? campaign;

/** Returns the line below a list's name: the summary of a campaign or organization, or a note that a campaign has ended. */
function aboutHtml(list: OpportunityList, t: Translate, now: number): Html {
  const summary = listOwner(list)?.texts.summary;
  const about = html`${summary && html`<p>${localizedHtml(summary, t.locale)}</p>`}`;
  const { campaign } = list;
  if (!campaign || campaignPhase(campaign, now) !== 'ended') return about;
  const { ends, starts } = campaign.shared;
  const ended = oneLine(t('campaign.ended', { day: formatDay(t.locale, ends ?? starts) }));
  return html`${about}<p><strong>${ended}</strong></p>`;
}

/** The list's body. `page` is the absolute address of the page that has it whole. */
export function listBody(
  list: OpportunityList,
  t: Translate,
  { page, site, everything, now }: { page: string; site: URL; everything: string; now: number },
): Html {
  const { opportunities } = list;
  const shown = opportunities
    .slice(0, rows)
    .map((opportunity) => rowHtml(t, opportunityCard(opportunity), site));
  const title = localizedHtml({ value: list.title, lang: listOwner(list)?.lang ?? t.locale }, t.locale);
  const head = html`<h1>${linkHtml(page, title)}</h1>${aboutHtml(list, t, now)}`;
  if (shown.length === 0) {
    const on = linkHtml(new URL(everything, site).href, oneLine(t('browse.everything')), 'on');
    return html`${head}<p>${oneLine(t('embed.none'))}</p><p>${on}</p>`;
  }
  const all = t.count('embed.all', opportunities.length);
  const more = opportunities.length > rows ? html`<p>${linkHtml(page, oneLine(all), 'on')}</p>` : undefined;
  return html`${head}<ul class="rows">${shown}</ul>${more}`;
}
