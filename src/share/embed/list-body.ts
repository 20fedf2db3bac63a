/** A list for other sites: its title, its newest opportunities, and a link to the rest. */
import type { OpportunityList } from '@/feeds/opportunity-lists';
import { formatDay } from '@/i18n/format';
import type { Translate } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import { campaignPhase } from '@/site/campaign-phase';
import { localizedHtml, escapeLine } from './embed-html';
import { linkHtml, rowHtml } from './opportunity-card';

/** The number of rows: the page itself has the rest. */
const rows = 5;

/** The campaign or organization that a list belongs to. */
export const listOwner = ({ organization, campaign }: OpportunityList) => organization ?? campaign;

/** The text below a list's name: the summary of a campaign or organization, and the note of an ended campaign. */
function aboutHtml(list: OpportunityList, t: Translate, now: number): string {
  const summary = listOwner(list)?.texts.summary;
  const about = summary ? `<p>${localizedHtml(summary, t.locale)}</p>` : '';
  const { campaign } = list;
  if (!campaign || campaignPhase(campaign, now) !== 'ended') return about;
  const { ends, starts } = campaign.shared;
  return `${about}<p><strong>${escapeLine(t('campaign.ended', { day: formatDay(t.locale, ends ?? starts) }))}</strong></p>`;
}

/** Formats the list's body. `page` is the absolute address of the page with the whole list. */
export function listBody(
  list: OpportunityList,
  t: Translate,
  { page, site, everything, now }: { page: string; site: URL; everything: string; now: number },
): string {
  const { opportunities } = list;
  const shown = opportunities
    .slice(0, rows)
    .map((opportunity) => rowHtml(t, opportunityCard(opportunity), site));
  const head = `<h1>${linkHtml(page, localizedHtml({ value: list.title, lang: listOwner(list)?.lang ?? t.locale }, t.locale))}</h1>${aboutHtml(list, t, now)}`;
  if (shown.length === 0) {
    const on = linkHtml(new URL(everything, site).href, escapeLine(t('browse.everything')), 'on');
    return `${head}<p>${escapeLine(t('embed.none'))}</p><p>${on}</p>`;
  }
  const all = t.count('embed.all', opportunities.length);
  const more = opportunities.length > rows ? `<p>${linkHtml(page, escapeLine(all), 'on')}</p>` : '';
  return `${head}<ul class="rows">${shown.join('')}</ul>${more}`;
}
