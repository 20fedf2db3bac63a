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
import type { Locale } from '@/i18n/locales';
import type { SiteEntry, SiteOrganization } from '@/site/site';
import { siteName, siteTagline, type SiteContext } from '../frame/context';
import type { LocalizedText } from '@/site/localized-entry';
import { papers, tones, type Paper, type Tone } from './papers';
import { campaignStrings } from './shared-entries';
import { contentKey } from './share-picture';
import { drawingOf } from './site-pictures';

/** Part of every file name: raise it when sheets are laid out differently. */
const layout = 'print-3';

/** The site and the language that a sheet is in. */
type SheetContext = Pick<SiteContext, 'own' | 't' | 'siteUrl' | 'site'>;

const serviceOf = (context: SheetContext) => ({
  service: siteName(context),
  tagline: siteTagline(context),
  /** The note of invented content, where there is one. */
  sample: context.own.settings?.shared.sample ? context.t('sample.note') : undefined,
});

/** The texts of a poster. */
interface PosterStrings extends ReturnType<typeof serviceOf> {
  readonly above: string;
  readonly title: LocalizedText<string>;
  readonly summary: LocalizedText<string>;
  readonly action: LocalizedText<string>;
  readonly scan: string;
}

/** What a sheet of an entry shows, whatever its paper and its tone. */
interface PosterContent {
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly updated: string;
  readonly band: string;
  /** Absolute address of its page. */
  readonly url: string;
  readonly words: PosterStrings;
  /** The path from the root of its picture. */
  readonly drawing?: string | undefined;
}

/** A sheet of an entry, on a paper and in a tone. `name` is its entry: `campaign-lend-a-language`. */
function createPoster(
  locale: Locale,
  name: string,
  [paper, tone]: readonly [Paper, Tone],
  made: PosterContent,
) {
  const key = contentKey({ layout, locale, ...made, paper, tone });
  /** The path from the root, which changes with the content. */
  const path = `/share/${locale}/${name}-${paper}-${tone}-${key}.pdf`;
  return { kind: 'poster' as const, path, locale, paper, tone, ...made };
}

export type Poster = Readonly<ReturnType<typeof createPoster>>;

/** Creates a campaign's poster and flyer, each in colour and for a copier. After its end they call for nothing more. */
export function createPosters(context: SheetContext, campaign: SiteEntry<'campaign'>): Poster[] {
  const { own, t, siteUrl } = context;
  const { id, texts, shared } = campaign;
  const { above, summary, action } = campaignStrings(campaign, context);
  const made = {
    updated: shared.updated,
    band: id,
    url: new URL(campaignShortPath(own, campaign), siteUrl).href,
    words: { above, title: texts.title, summary, action, scan: t('print.scan'), ...serviceOf(context) },
  };
  return (Object.keys(papers) as Paper[]).flatMap((paper) =>
    tones.map((tone) => {
      // A picture would be a large area of ink on a copy.
      const drawing = tone === 'colour' ? drawingOf(context, shared.hero) : undefined;
      return createPoster(own.locale, `campaign-${id}`, [paper, tone], { ...made, drawing });
    }),
  );
}

/** Creates an organization's flyer. */
export function createFlyer(context: SheetContext, { id, texts, shared, path }: SiteOrganization): Poster {
  const { own, t, siteUrl } = context;
  return createPoster(own.locale, `organization-${id}`, ['a5', 'colour'], {
    updated: shared.updated,
    band: id,
    url: new URL(path, siteUrl).href,
    words: {
      above: t('share.picture.opportunity'),
      title: texts.name,
      summary: texts.summary,
      action: { value: t('share.picture.apply'), lang: own.locale },
      scan: t('print.scan'),
      ...serviceOf(context),
    },
  });
}

/** A figure of the service as a row: year, number, meaning, source. */
export type FigureRow = readonly [year: string, figure: string, what: string, source: string];

/** Creates the sheet with the service's figures, for the press. */
export function createPressSheet(context: SheetContext, impact: Impact) {
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
    ...own.campaigns.flatMap((campaign) => createPosters(context, campaign)),
    ...own.organizations.map((organization) => createFlyer(context, organization)),
  ];
}
