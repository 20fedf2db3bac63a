/** The embeds of a language: a card of each opportunity, a list of each list, and what programs read of them. */
import { opportunityLists, type ListSource, type OpportunityList } from '@/feeds/opportunity-lists';
import { embedPathOf, oembedPathOf } from '@/i18n/embed-files';
import { pathOf } from '@/i18n/routes';
import { translator, type Translate } from '@/i18n/translate';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';
import { opportunityCard } from '@/site/cards';
import { findRedirects } from '@/site/addresses/redirects';
import type { LocaleSite, SiteOpportunity } from '@/site/site';
import {
  campaignPicture,
  opportunityPicture,
  organizationPicture,
  sitePicture,
} from '../pictures/site-pictures';
import { embedDocument } from './embed-document';
import { frameHeights } from './frame';
import { listBody, listOwner } from './list-body';
import { formatOembed } from './oembed';
import { cardBody, linkHtml } from './opportunity-card';

/** A file as it is written. */
export interface EmbedFile {
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

/** The data that all embeds of a language share. */
interface Common {
  readonly source: ListSource;
  readonly t: Translate;
  readonly site: URL;
  /** The build's instant, ms. */
  readonly now: number;
  readonly provider: { readonly name: string; readonly url: string };
  readonly foot: Html;
  /** Path of everything that is open. */
  readonly everything: string;
}

function commonOf(source: ListSource, site: URL, now: number): Common {
  const { locale, settings } = source;
  const t = translator(locale);
  const name = settings?.texts.name.value ?? t('site.name');
  const url = new URL(pathOf(locale, { to: 'home' }), site).href;
  const sample = settings?.shared.sample ? html`<p>${oneLine(t('sample.note'))}</p>` : undefined;
  return {
    source,
    t,
    site,
    now,
    provider: { name, url },
    foot: html`<p>${linkHtml(url, oneLine(name), 'on')} · ${oneLine(t('embed.tab'))}</p>${sample}`,
    everything: pathOf(locale, { to: 'section', section: 'opportunities' }),
  };
}

/** The two files of a page at `path`: its embed and the document about that, where they are looked for at `at`. */
function filesOf(
  { site, provider, foot, source }: Common,
  { at, path }: { at: string; path: string },
  of: {
    readonly title: string;
    readonly summary: string;
    readonly band: string;
    readonly body: Html;
    readonly height: number;
    readonly picture: Parameters<typeof formatOembed>[0]['picture'];
    readonly author?: { readonly name: string; readonly url: string };
  },
): EmbedFile[] {
  const page = new URL(path, site).href;
  const { title, summary, band, body, height, picture, author } = of;
  return [
    {
      path: `${embedPathOf(at)}index.html`,
      text: embedDocument({ locale: source.locale, title, description: summary, page, band, body, foot }),
    },
    {
      path: oembedPathOf(at),
      text: formatOembed(
        {
          title,
          summary,
          page,
          embed: new URL(embedPathOf(path), site).href,
          height,
          author,
          provider,
          picture,
        },
        site,
      ),
    },
  ];
}

function cardFiles(common: Common, view: SiteOpportunity, at: string): EmbedFile[] {
  const { t, site, source, everything } = common;
  const { organization, texts } = view;
  return filesOf(
    common,
    { at, path: view.path },
    {
      title: texts.title.value,
      summary: texts.summary.value,
      band: organization.id,
      body: cardBody(t, opportunityCard(view), site, everything),
      height: frameHeights.card,
      picture: opportunityPicture(source, t, view),
      author: { name: organization.texts.name.value, url: new URL(organization.path, site).href },
    },
  );
}

function pictureOf({ organization, campaign }: OpportunityList, { source, t }: Common) {
  if (organization) return organizationPicture(source, t, organization);
  return campaign ? campaignPicture(source, t, campaign, 'wide') : sitePicture(source, t);
}

function listFiles(common: Common, list: OpportunityList, at: string): EmbedFile[] {
  const { t, source, site } = common;
  const path = pathOf(source.locale, list.route);
  const page = new URL(path, site).href;
  return filesOf(
    common,
    { at, path },
    {
      title: list.title,
      summary: listOwner(list)?.texts.summary.value ?? t('feed.about'),
      band: listOwner(list)?.id ?? 'site-home',
      body: listBody(list, t, { ...common, page }),
      height: frameHeights.list,
      picture: pictureOf(list, common),
    },
  );
}

/** Every embed of a language at the address `site`, at the build's instant `now` (ms). */
export function* siteEmbeds(source: LocaleSite, site: URL, now: number): Generator<EmbedFile> {
  const common = commonOf(source, site, now);
  // What was put on a site once stays good there: where a page's address changed, its embed is at the former one too.
  const former = Map.groupBy(
    findRedirects(source).made.filter(({ field }) => field.startsWith('formerSlugs')),
    ({ to }) => to,
  );
  const places = (path: string) => [path, ...(former.get(path) ?? []).map(({ from }) => from)];
  for (const list of opportunityLists(source, common.t)) {
    for (const at of places(pathOf(source.locale, list.route))) yield* listFiles(common, list, at);
  }
  for (const view of source.opportunities) {
    for (const at of places(view.path)) yield* cardFiles(common, view, at);
  }
}
