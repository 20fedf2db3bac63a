/** An opportunity as a card for other sites, and as a row of a list. */
import { lastDayText, rowNames } from '@/components/opportunity/opportunity-facts';
import { rowFacts } from '@/components/opportunity/row-facts';
import { formatDay } from '@/i18n/format/format';
import { capitalize, label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { acceptsApplications } from '@/model/time/lifecycle';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';
import type { EmbedList, EmbedView } from '@/views/share/embed-views';
import { localizedHtml } from './embed-html';

type Card = EmbedList['cards'][number];

/** A link that leaves the frame. */
export function linkHtml(url: string, text: Html | string, className?: string): Html {
  const marked = className === undefined ? undefined : html` class="${className}"`;
  return html`<a${marked} href="${oneLine(url)}" target="_blank" rel="noopener">${text}</a>`;
}

function factsHtml(t: Translate, card: Card): Html {
  const facts = rowFacts(t, rowNames(t), card).map(
    ({ kind, text }) => html`<li class="${kind}">${oneLine(capitalize(t, text))}</li>`,
  );
  return html`<ul class="facts">${facts}</ul>`;
}

function forHtml(t: Translate, { organization }: Card): Html {
  const { name, country } = organization;
  return html`<p class="small">${localizedHtml(name, t.locale)}, ${oneLine(country)}</p>`;
}

/** Returns a note if the text is in another language than the page. */
function shownIn(t: Translate, { lang }: Pick<Card, 'lang'>): Html | undefined {
  if (lang === t.locale) return undefined;
  return html`<p class="small">${oneLine(t('row.shownIn', { language: languageName(t, lang) }))}</p>`;
}

/** Until when it can be applied to; where it can't, its status. */
function whenText(t: Translate, card: Card, lastDay: string | undefined): string {
  if (!acceptsApplications(card.stage)) return label(t, 'status', card.stage);
  return lastDay === undefined ? t('row.openEnded') : t('feed.closes', { when: lastDay });
}

const titleLink = (t: Translate, { path, title, lang }: Card, siteUrl: string) =>
  linkHtml(new URL(path, siteUrl).href, localizedHtml({ value: title, lang }, t.locale));

/** A card of a sheet. One that has ended says so, and leads on to what is open. */
export function cardHtml(
  t: Translate,
  card: Card,
  { siteUrl, everything }: Pick<EmbedView, 'siteUrl' | 'everything'>,
): Html {
  const when = html`<p><strong>${oneLine(whenText(t, card, lastDayText(t, card)))}</strong></p>`;
  const title = html`<h2>${titleLink(t, card, siteUrl)}</h2>`;
  if (!acceptsApplications(card.stage)) {
    const on = linkHtml(everything, oneLine(t('browse.everything')), 'on');
    return html`<section id="${card.id}" class="ended">${[when, title, forHtml(t, card), html`<p>${on}</p>`]}</section>`;
  }
  return html`<section id="${card.id}">${[
    title,
    forHtml(t, card),
    html`<p>${localizedHtml({ value: card.summary, lang: card.lang }, t.locale)}</p>`,
    factsHtml(t, card),
    when,
    shownIn(t, card),
  ]}</section>`;
}

/** A row of a list: when it closes, what, for whom, facts. */
export function rowHtml(t: Translate, card: Card, siteUrl: string): Html {
  const { closes } = card;
  const when = whenText(t, card, closes && formatDay(t.locale, closes.date, 'short'));
  return html`<li><p class="small when">${oneLine(when)}</p><div>${[
    html`<h2>${titleLink(t, card, siteUrl)}</h2>`,
    forHtml(t, card),
    factsHtml(t, card),
    shownIn(t, card),
  ]}</div></li>`;
}
