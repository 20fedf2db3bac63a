/** An opportunity as a card for other sites, and as a row of a list. */
import { lastDayText, opportunityRowFacts } from '@/components/opportunity/opportunity-facts';
import { formatDay } from '@/i18n/format';
import { capitalize, countryName, label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { takesApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';
import { localizedHtml, escapeLine } from './embed-html';

/** A link that leaves the frame. */
export function linkHtml(url: string, html: string, className = ''): string {
  const marked = className === '' ? '' : ` class="${className}"`;
  return `<a${marked} href="${escapeLine(url)}" target="_blank" rel="noopener">${html}</a>`;
}

function factsHtml(t: Translate, view: SiteOpportunity): string {
  const facts = opportunityRowFacts(t, view).map(
    ({ kind, text }) => `<li class="${kind}">${escapeLine(capitalize(t, text))}</li>`,
  );
  return `<ul class="facts">${facts.join('')}</ul>`;
}

function forHtml(t: Translate, { organization }: SiteOpportunity): string {
  const { name } = organization.texts;
  const country = countryName(t, organization.shared.country);
  return `<p class="small">${localizedHtml(name, t.locale)}${escapeLine(`, ${country}`)}</p>`;
}

/** The note of another language, where it is shown in one. */
function shownIn(t: Translate, { lang }: Pick<SiteOpportunity, 'lang'>): string {
  if (lang === t.locale) return '';
  return `<p class="small">${escapeLine(t('row.shownIn', { language: languageName(t, lang) }))}</p>`;
}

/** The closing date; for a closed opportunity its status. */
function whenText(t: Translate, view: SiteOpportunity, lastDay: string | undefined): string {
  if (!takesApplications(view.stage)) return label(t, 'status', view.stage);
  return lastDay === undefined ? t('row.openEnded') : t('feed.closes', { when: lastDay });
}

/** Formats the card's body. A closed one says so, and links to the open ones. */
export function cardBody(t: Translate, view: SiteOpportunity, site: URL, everything: string): string {
  const isOpen = takesApplications(view.stage);
  const when = `<p><strong>${escapeLine(whenText(t, view, lastDayText(t, view)))}</strong></p>`;
  const on = isOpen
    ? ''
    : `<p>${linkHtml(new URL(everything, site).href, escapeLine(t('browse.everything')), 'on')}</p>`;
  return (
    (isOpen ? '' : when) +
    `<h1>${linkHtml(new URL(view.path, site).href, localizedHtml(view.texts.title, t.locale))}</h1>` +
    forHtml(t, view) +
    `<p>${localizedHtml(view.texts.summary, t.locale)}</p>` +
    factsHtml(t, view) +
    (isOpen ? when : on) +
    shownIn(t, view)
  );
}

/** Formats a row of a list: closing date, title, organization, facts. */
export function rowHtml(t: Translate, view: SiteOpportunity, site: URL): string {
  const { closes } = view.shared;
  const when = whenText(t, view, closes && formatDay(t.locale, closes.date, 'short'));
  return (
    `<li><p class="small when">${escapeLine(when)}</p><div>` +
    `<h2>${linkHtml(new URL(view.path, site).href, localizedHtml(view.texts.title, t.locale))}</h2>` +
    `${forHtml(t, view)}${factsHtml(t, view)}${shownIn(t, view)}</div></li>`
  );
}
