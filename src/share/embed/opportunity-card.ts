/** An opportunity as a card for other sites, and as a row of a list. */
import { lastDayText, opportunityRowFacts } from '@/components/opportunity/opportunity-facts';
import { formatDay } from '@/i18n/format';
import { capitalize, countryName, label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { takesApplications } from '@/model/time/lifecycle';
import type { OpportunityCard } from '@/site/cards';
import { localizedHtml, escapeLine } from './embed-html';

/** A link that leaves the frame. */
export function linkHtml(url: string, html: string, className = ''): string {
  const marked = className === '' ? '' : ` class="${className}"`;
  return `<a${marked} href="${escapeLine(url)}" target="_blank" rel="noopener">${html}</a>`;
}

function factsHtml(t: Translate, card: OpportunityCard): string {
  const facts = opportunityRowFacts(t, card).map(
    ({ kind, text }) => `<li class="${kind}">${escapeLine(capitalize(t, text))}</li>`,
  );
  return `<ul class="facts">${facts.join('')}</ul>`;
}

function forHtml(t: Translate, { organization }: OpportunityCard): string {
  const { name, country: code } = organization;
  const country = countryName(t, code);
  return `<p class="small">${localizedHtml(name, t.locale)}${escapeLine(`, ${country}`)}</p>`;
}

/** The note of another language, where it is shown in one. */
function shownIn(t: Translate, { lang }: Pick<OpportunityCard, 'lang'>): string {
  if (lang === t.locale) return '';
  return `<p class="small">${escapeLine(t('row.shownIn', { language: languageName(t, lang) }))}</p>`;
}

/** The closing date; for a closed opportunity its status. */
function whenText(t: Translate, card: OpportunityCard, lastDay: string | undefined): string {
  if (!takesApplications(card.stage)) return label(t, 'status', card.stage);
  return lastDay === undefined ? t('row.openEnded') : t('feed.closes', { when: lastDay });
}

/** Formats the card's body. A closed one says so, and links to the open ones. */
export function cardBody(t: Translate, card: OpportunityCard, site: URL, everything: string): string {
  const isOpen = takesApplications(card.stage);
  const when = `<p><strong>${escapeLine(whenText(t, card, lastDayText(t, card)))}</strong></p>`;
  const on = isOpen
    ? ''
    : `<p>${linkHtml(new URL(everything, site).href, escapeLine(t('browse.everything')), 'on')}</p>`;
  return (
    (isOpen ? '' : when) +
    `<h1>${linkHtml(new URL(card.path, site).href, localizedHtml(card.title, t.locale))}</h1>` +
    forHtml(t, card) +
    `<p>${localizedHtml(card.summary, t.locale)}</p>` +
    factsHtml(t, card) +
    (isOpen ? when : on) +
    shownIn(t, card)
  );
}

/** Formats a row of a list: closing date, title, organization, facts. */
export function rowHtml(t: Translate, card: OpportunityCard, site: URL): string {
  const { closes } = card;
  const when = whenText(t, card, closes && formatDay(t.locale, closes.date, 'short'));
  return (
    `<li><p class="small when">${escapeLine(when)}</p><div>` +
    `<h2>${linkHtml(new URL(card.path, site).href, localizedHtml(card.title, t.locale))}</h2>` +
    `${forHtml(t, card)}${factsHtml(t, card)}${shownIn(t, card)}</div></li>`
  );
}
