/** An opportunity as a card for other sites, and as a row of a list. */
import { lastDayText, rowFacts } from '@/components/opportunity/facts';
import { formatDay } from '@/i18n/format';
import { capitalize, countryName, label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { takesApplications } from '@/model/time/lifecycle';
import type { OpportunityCard } from '@/site/cards';
import { said, words } from './html';

/** A link that leaves the frame. */
export function link(url: string, html: string, className = ''): string {
  const marked = className === '' ? '' : ` class="${className}"`;
  return `<a${marked} href="${words(url)}" target="_blank" rel="noopener">${html}</a>`;
}

function factsHtml(t: Translate, card: OpportunityCard): string {
  const facts = rowFacts(t, card).map(
    ({ kind, text }) => `<li class="${kind}">${words(capitalize(t, text))}</li>`,
  );
  return `<ul class="facts">${facts.join('')}</ul>`;
}

function forHtml(t: Translate, { organization }: OpportunityCard): string {
  const { name, country: code } = organization;
  const country = countryName(t, code);
  return `<p class="small">${said(name, t.locale)}${words(`, ${country}`)}</p>`;
}

/** That it is shown in another language, where it is. */
function shownIn(t: Translate, { lang }: Pick<OpportunityCard, 'lang'>): string {
  if (lang === t.locale) return '';
  return `<p class="small">${words(t('row.shownIn', { language: languageName(t, lang) }))}</p>`;
}

/** Until when it can be applied to; where it can't, its status. */
function whenText(t: Translate, card: OpportunityCard, lastDay: string | undefined): string {
  if (!takesApplications(card.stage)) return label(t, 'status', card.stage);
  return lastDay === undefined ? t('row.openEnded') : t('feed.closes', { when: lastDay });
}

/** The card's body. An ended one says so, and leads on to what is open. */
export function cardBody(t: Translate, card: OpportunityCard, site: URL, everything: string): string {
  const isOpen = takesApplications(card.stage);
  const when = `<p><strong>${words(whenText(t, card, lastDayText(t, card)))}</strong></p>`;
  const on = isOpen
    ? ''
    : `<p>${link(new URL(everything, site).href, words(t('browse.everything')), 'on')}</p>`;
  return (
    (isOpen ? '' : when) +
    `<h1>${link(new URL(card.path, site).href, said(card.title, t.locale))}</h1>` +
    forHtml(t, card) +
    `<p>${said(card.summary, t.locale)}</p>` +
    factsHtml(t, card) +
    (isOpen ? when : on) +
    shownIn(t, card)
  );
}

/** A row of a list: when it closes, what, for whom, facts. */
export function rowHtml(t: Translate, card: OpportunityCard, site: URL): string {
  const { closes } = card;
  const when = whenText(t, card, closes && formatDay(t.locale, closes.date, 'short'));
  return (
    `<li><p class="small when">${words(when)}</p><div>` +
    `<h2>${link(new URL(card.path, site).href, said(card.title, t.locale))}</h2>` +
    `${forHtml(t, card)}${factsHtml(t, card)}${shownIn(t, card)}</div></li>`
  );
}
