/** An opportunity as a feed has it, in the reader's language. */
import { lastDayText, rowNames } from '@/components/opportunity/opportunity-facts';
import { rowFacts } from '@/components/opportunity/row-facts';
import { formatDay } from '@/i18n/format/format';
import { capitalize, countryName, label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { html } from '@/model/html';
import { acceptsApplications } from '@/model/time/lifecycle';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import type { SiteContext } from '../frame/context';

/**
 * A name for an entry that holds in every feed, every language and for good: a tag URI (RFC 4151) of the site's host,
 * as of the year in which these names were first given. It has the entry's id, which never changes, and no address.
 */
function tagOf(host: string, id: string): string {
  return `tag:${host},2026:opportunity/${id}`;
}

function authorOf({ organization }: SiteOpportunity, t: Translate): string {
  return t('row.for', {
    organization: organization.texts.name.value,
    country: countryName(t, organization.shared.country),
  });
}

/** Returns the main facts, with the status if it isn't open. */
function factsOf(view: SiteOpportunity, t: Translate): string[] {
  const facts = rowFacts(t, rowNames(t), view).map(({ text }) => capitalize(t, text));
  if (!acceptsApplications(view.stage)) return [label(t, 'status', view.stage), ...facts];
  const when = lastDayText(t, opportunityCard(view));
  return [...facts, when === undefined ? t('row.openEnded') : t('feed.closes', { when })];
}

function htmlOf(view: SiteOpportunity, t: Translate): string {
  const { value, lang } = view.texts.summary;
  const summary = lang === t.locale ? html`<p>${value}</p>` : html`<p lang="${lang}">${value}</p>`;
  const facts = [authorOf(view, t), ...factsOf(view, t)].map((fact) => html`<li>${fact}</li>`);
  const note = view.translated
    ? undefined
    : html`<p>${t('row.shownIn', { language: languageName(t, view.lang) })}</p>`;
  // Readers replace an item of the same name without a word: this tells people that something changed.
  const { posted, updated } = view.shared;
  const changed =
    updated > posted ? html`<p>${t('feed.updated', { day: formatDay(t.locale, updated) })}</p>` : undefined;
  return html`${summary}<ul>${facts}</ul>${note}${changed}`.text;
}

/** The end of the time to apply, for calendars; undefined where it is open-ended or accepts no applications. */
function closingOf(
  { id, texts, stage, closesAt }: SiteOpportunity,
  t: Translate,
  { host, author, url }: Readonly<Record<'host' | 'author' | 'url', string>>,
) {
  if (!acceptsApplications(stage) || closesAt === undefined) return undefined;
  return {
    /** The first instant (ms) at which it is closed. */
    at: closesAt,
    /** The event's id, which never changes in any calendar. */
    uid: `opportunity-${id}@${host}`,
    title: t('feed.event', { title: texts.title.value }),
    /** Plain text with the address of the page. */
    description: [author, texts.summary.value, url].join('\n\n'),
  };
}

/** The item of an opportunity, in the language of the context. Texts may contain anything: the writers escape them. */
export function createFeedItem(view: SiteOpportunity, { t, siteUrl }: Pick<SiteContext, 't' | 'siteUrl'>) {
  const { texts, shared } = view;
  const host = siteUrl.hostname.replaceAll(/[^\w.-]/g, '-');
  const url = new URL(view.path, siteUrl).href;
  const author = authorOf(view, t);
  return {
    /** Never changes, even if title and address do: a reader that has seen the item won't show it again. */
    id: tagOf(host, view.id),
    url,
    title: texts.title.value,
    /** Plain text. */
    summary: texts.summary.value,
    /** Safe HTML, displayed below the title. */
    html: htmlOf(view, t),
    /** The organization. */
    author,
    categories: [
      ...shared.taskTypes.map((id) => label(t, 'task', id)),
      ...shared.causes.map((id) => label(t, 'cause', id)),
    ],
    /** BCP 47, of the title and the summary where it isn't the feed's. */
    language: texts.title.lang === t.locale ? undefined : (texts.title.lang as string),
    /** Days: `YYYY-MM-DD` */
    posted: shared.posted,
    updated: shared.updated,
    closing: closingOf(view, t, { host, author, url }),
  };
}

export type FeedItem = Readonly<ReturnType<typeof createFeedItem>>;
