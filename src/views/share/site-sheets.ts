/** The sheets of a site for printing, and their paths. Without fonts: pages only need the addresses. */
import { formatDay, formatNumber } from '@/i18n/format/format';
import { label } from '@/i18n/names';
import { pathOf } from '@/i18n/routes';
import { formatFigure, groupText } from '@/components/figures/format-figure';
import { figuresByYear } from '@/model/figures';
import { taskTypes } from '@/model/vocabularies/task-types';
import { browseLists } from '@/site/lists/browse';
import { countImpact, type Impact } from '@/site/lists/impact';
import { campaignShortPath } from '@/site/addresses/redirects';
import type { SiteEntry, SiteOrganization } from '@/site/site';
import { siteName, siteTagline, type SiteContext } from '../frame/context';
import { papers, tones, type Paper, type Tone } from './papers';
import { campaignStrings } from './shared-entries';
import { contentKey } from './share-picture';
import { drawingOf } from './site-pictures';

/** Part of every file name: raise it when sheets are laid out differently. */
const layout = 'print-3';

const serviceOf = (context: SiteContext) => ({
  service: siteName(context),
  tagline: siteTagline(context),
  /** The note of invented content, where there is one. */
  sample: context.own.settings?.shared.sample ? context.t('sample.note') : undefined,
});

/** What the sheets of an entry show, whatever their paper and their tone. After its end a campaign's call for nothing more. */
function posterContent(context: SiteContext, entry: SiteEntry<'campaign'> | SiteOrganization) {
  const { own, t, siteUrl } = context;
  const isCampaign = entry.type === 'campaign';
  const strings = isCampaign
    ? { ...campaignStrings(entry, context), title: entry.texts.title }
    : {
        above: t('share.picture.opportunity'),
        title: entry.texts.name,
        summary: entry.texts.summary,
        action: { value: t('share.picture.apply'), lang: own.locale },
      };
  const { above, title, summary, action } = strings;
  return {
    /** Day of the last change, `YYYY-MM-DD`. */
    updated: entry.shared.updated,
    band: entry.id,
    /** Absolute address of its page. */
    url: new URL(isCampaign ? campaignShortPath(own, entry) : entry.path, siteUrl).href,
    words: { above, title, summary, action, scan: t('print.scan'), ...serviceOf(context) },
    /** The path from the root of its picture. */
    drawing: isCampaign ? drawingOf(context, entry.shared.hero) : undefined,
  };
}

/** Creates the sheets of an entry: a campaign's poster and flyer, each in colour and for a copier; an organization's flyer. */
export function createPosters(context: SiteContext, entry: SiteEntry<'campaign'> | SiteOrganization) {
  const { locale } = context.own;
  const content = posterContent(context, entry);
  const create = (paper: Paper, tone: Tone) => {
    // A picture would be a large area of ink on a copy.
    const made = { ...content, drawing: tone === 'colour' ? content.drawing : undefined };
    const key = contentKey({ layout, locale, ...made, paper, tone });
    /** The path from the root, which changes with the content. */
    const path = `/share/${locale}/${entry.type}-${entry.id}-${paper}-${tone}-${key}.pdf`;
    return { kind: 'poster' as const, path, locale, paper, tone, ...made };
  };
  if (entry.type === 'organization') return [create('a5', 'colour')];
  return (Object.keys(papers) as Paper[]).flatMap((paper) => tones.map((tone) => create(paper, tone)));
}

export type Poster = Readonly<ReturnType<typeof createPosters>[number]>;

/** A figure of the service as a row: year, number, meaning, source. */
export type FigureRow = readonly [year: string, figure: string, what: string, source: string];

/** Creates the sheet with the service's figures, for the press. */
export function createPressSheet(context: SiteContext, impact: Impact) {
  const { own, t, siteUrl } = context;
  const { settings, locale } = own;
  const { service, tagline, sample } = serviceOf(context);
  const sources = new Map((settings?.texts.figureSources?.value ?? []).map(({ key, text }) => [key, text]));
  const url = new URL(pathOf(locale, { to: 'home' }), siteUrl).href;
  const open = browseLists(own).open.length;
  const count = (n: number, what: string) => `${formatNumber(locale, n)} ${what}`;
  const head: FigureRow = [t('table.year'), t('table.figure'), t('table.what'), t('print.source')];
  const words = {
    title: t('factSheet.heading', { name: service }),
    tagline,
    figures: t('factSheet.figures'),
    head,
    rows: figuresByYear(settings?.shared.figures ?? []).flatMap(({ figures }) =>
      figures.map((figure): FigureRow => [
        String(figure.year),
        formatFigure(t, figure),
        label(t, 'metric', figure.metric),
        sources.get(figure.source) ?? figure.source,
      ]),
    ),
    note: settings?.texts.figuresNote?.value,
    todayTitle: t('factSheet.today'),
    today: [
      count(open, t.count('home.figure.open', open)),
      count(impact.organizations, t.count('factSheet.today.organizations', impact.organizations)),
      count(impact.countries, t.count('factSheet.today.countries', impact.countries)),
      ...impact.groups.map(({ id, count: n }) => count(n, groupText(t, id))),
    ],
    whatTitle: t('factSheet.what'),
    what: taskTypes.map((task) => label(t, 'task', task)).join(' · '),
    contactTitle: t('factSheet.contact'),
    contact: [url, ...(settings?.shared.contactEmail === undefined ? [] : [settings.shared.contactEmail])],
    asOf: impact.updated === undefined ? '' : t('factSheet.asOf', { day: formatDay(locale, impact.updated) }),
    /** The document's. */
    author: service,
    published: t('print.author', { name: service }),
    sample,
  };
  const made = { locale, updated: impact.updated ?? '2000-01-01', band: 'site-impact', url };
  const path = `/share/${locale}/press-${contentKey({ layout, made, words })}.pdf`;
  return { kind: 'press' as const, path, words, ...made };
}

export type PressSheet = Readonly<ReturnType<typeof createPressSheet>>;

export type PrintSheet = Poster | PressSheet;

/** Creates all sheets of a language. */
export function createPrintSheets(context: SiteContext): PrintSheet[] {
  const { own, site } = context;
  return [
    createPressSheet(context, countImpact(site)),
    ...[...own.campaigns, ...own.organizations].flatMap((entry) => createPosters(context, entry)),
  ];
}
