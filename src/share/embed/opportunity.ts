/** An opportunity as a card for other sites, and as a row of a list. */
import { lastDayText, opportunityRowFacts } from '@/components/opportunity/opportunity-facts';
import { formatDay } from '@/i18n/format';
import { capitalize, countryName, label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { takesApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';
import { said, words } from './html';

/** A link that leaves the frame. */
export function link(url: string, html: string, className = ''): string {
  const marked = className === '' ? '' : ` class="${className}"`;
  return `<a${marked} href="${words(url)}" target="_blank" rel="noopener">${html}</a>`;
}

function factsHtml(t: Translate, view: SiteOpportunity): string {
  const facts = opportunityRowFacts(t, view).map(
    ({ kind, text }) => `<li class="${kind}">${words(capitalize(t, text))}</li>`,
  );
  return `<ul class="facts">${facts.join('')}</ul>`;
}

function forHtml(t: Translate, { organization }: SiteOpportunity): string {
  const { name } = organization.texts;
  const country = countryName(t, organization.shared.country);
  return `<p class="small">${said(name, t.locale)}${words(`, ${country}`)}</p>`;
}

/** That it is shown in another language, where it is. */
function shownIn(t: Translate, { lang }: Pick<SiteOpportunity, 'lang'>): string {
  if (lang === t.locale) return '';
  return `<p class="small">${words(t('row.shownIn', { language: languageName(t, lang) }))}</p>`;
}

/** Until when it can be applied to; where it can't, its status. */
function whenText(t: Translate, view: SiteOpportunity, lastDay: string | undefined): string {
  if (!takesApplications(view.stage)) return label(t, 'status', view.stage);
  return lastDay === undefined ? t('row.openEnded') : t('feed.closes', { when: lastDay });
}

/** The card's body. An ended one says so, and leads on to what is open. */
export function cardBody(t: Translate, view: SiteOpportunity, site: URL, everything: string): string {
  const isOpen = takesApplications(view.stage);
  const when = `<p><strong>${words(whenText(t, view, lastDayText(t, view)))}</strong></p>`;
  const on = isOpen
    ? ''
    : `<p>${link(new URL(everything, site).href, words(t('browse.everything')), 'on')}</p>`;
  return (
    (isOpen ? '' : when) +
    `<h1>${link(new URL(view.path, site).href, said(view.texts.title, t.locale))}</h1>` +
    forHtml(t, view) +
    `<p>${said(view.texts.summary, t.locale)}</p>` +
    factsHtml(t, view) +
    (isOpen ? when : on) +
    shownIn(t, view)
  );
}

/** A row of a list: when it closes, what, for whom, facts. */
export function rowHtml(t: Translate, view: SiteOpportunity, site: URL): string {
  const { closes } = view.shared;
  const when = whenText(t, view, closes && formatDay(t.locale, closes.date, 'short'));
  return (
    `<li><p class="small when">${words(when)}</p><div>` +
    `<h2>${link(new URL(view.path, site).href, said(view.texts.title, t.locale))}</h2>` +
    `${forHtml(t, view)}${factsHtml(t, view)}${shownIn(t, view)}</div></li>`
  );
}
