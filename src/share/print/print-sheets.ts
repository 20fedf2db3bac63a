/** The sheets for printing, and their paths. Pure, and without fonts: pages only need the addresses. */
import { formatDay, formatNumber } from '@/i18n/format/format';
import type { Locale } from '@/i18n/locales';
import { label } from '@/i18n/names';
import { pathOf } from '@/i18n/routes';
import { translator, type Translate } from '@/i18n/translate';
import { formatFigure } from '@/components/figures/format-figure';
import { figuresByYear } from '@/model/figures';
import { taskTypes } from '@/model/vocabularies/task-types';
import type { Impact } from '@/site/lists/impact';
import { campaignShortPaths } from '@/site/addresses/redirects';
import type { LocaleSite, SiteEntry } from '@/site/site';
import { contentKey } from '../pictures/share-picture';

/** Sizes in points, upright: ISO 216. The smaller one has the same content, scaled down. */
export const papers = {
  a4: { width: 595.28, height: 841.89 },
  a5: { width: 419.53, height: 595.28 },
} as const;

export type Paper = keyof typeof papers;

/** For a colour printer, and for a copier. */
export const tones = ['colour', 'grey'] as const;

export type Tone = (typeof tones)[number];

/** A text with its language. */
interface Said {
  readonly value: string;
  readonly lang: Locale;
}

/** The texts of a poster. */
export interface PosterStrings {
  readonly above: string;
  readonly title: Said;
  readonly summary: Said;
  readonly action: Said;
  readonly scan: string;
  readonly service: string;
  readonly tagline: string;
  /** The note of invented content, where there is one. */
  readonly sample: string | undefined;
}

/** The common data of all sheets. */
interface SheetBase {
  /** The path from the root, which changes with the content. */
  readonly path: string;
  readonly locale: Locale;
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly updated: string;
  readonly band: string;
  /** Absolute address of its page. */
  readonly url: string;
}

/** A campaign on a sheet of paper. */
export interface Poster extends SheetBase {
  readonly kind: 'poster';
  readonly paper: Paper;
  readonly tone: Tone;
  readonly words: PosterStrings;
}

/** A figure of the service as a row: year, number, meaning, source. */
export type FigureRow = readonly [year: string, figure: string, what: string, source: string];

/** The service's figures for the press. */
export interface PressSheet extends SheetBase {
  readonly kind: 'press';
  readonly words: {
    readonly title: string;
    readonly tagline: string;
    readonly figures: string;
    readonly head: FigureRow;
    readonly rows: readonly FigureRow[];
    readonly note: string | undefined;
    readonly todayTitle: string;
    readonly today: readonly string[];
    readonly whatTitle: string;
    readonly what: string;
    readonly contactTitle: string;
    readonly contact: readonly string[];
    readonly asOf: string;
    readonly sample: string | undefined;
  };
}

export type PrintSheet = Poster | PressSheet;

/** Part of every file name: raise it when sheets are laid out differently. */
const layout = 'print-1';

const serviceOf = ({ settings }: Pick<LocaleSite, 'settings'>, t: Translate) => ({
  service: settings?.texts.name.value ?? t('site.name'),
  tagline: settings?.texts.tagline.value ?? t('site.tagline'),
  sample: settings?.shared.sample ? t('sample.note') : undefined,
});

/** Creates a campaign's poster and flyer, each in colour and for a copier. `short` is its short path. */
export function createPosters(
  own: Pick<LocaleSite, 'locale' | 'settings'>,
  t: Translate,
  { id, texts, shared }: SiteEntry<'campaign'>,
  short: string,
  site: URL,
): Poster[] {
  const words: PosterStrings = {
    above: t('share.picture.campaign'),
    title: texts.title,
    summary: texts.summary,
    action: texts.callToAction,
    scan: t('print.scan'),
    ...serviceOf(own, t),
  };
  const made = { locale: own.locale, updated: shared.updated, band: id, url: new URL(short, site).href };
  return (Object.keys(papers) as Paper[]).flatMap((paper) =>
    tones.map((tone): Poster => {
      const key = contentKey({ layout, made, paper, tone, words });
      const path = `/share/${own.locale}/campaign-${id}-${paper}-${tone}-${key}.pdf`;
      return { kind: 'poster', path, paper, tone, words, ...made };
    }),
  );
}

/** Creates the sheet with the service's figures. */
export function createPressSheet(
  own: Pick<LocaleSite, 'locale' | 'settings'>,
  t: Translate,
  impact: Impact,
  site: URL,
): PressSheet {
  const { settings, locale } = own;
  const { service, tagline, sample } = serviceOf(own, t);
  const sources = new Map((settings?.texts.figureSources?.value ?? []).map(({ key, text }) => [key, text]));
  const url = new URL(pathOf(locale, { to: 'home' }), site).href;
  const count = (n: number, what: string) => `${formatNumber(locale, n)} ${what}`;
  const words: PressSheet['words'] = {
    title: t('factSheet.heading', { name: service }),
    tagline,
    figures: t('factSheet.figures'),
    head: [t('table.year'), t('table.figure'), t('table.what'), t('print.source')],
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
      count(impact.organizations, t.count('factSheet.today.organizations', impact.organizations)),
      count(impact.countries, t.count('factSheet.today.countries', impact.countries)),
      ...impact.groups.map(({ id, count: n }) =>
        count(n, t('factSheet.today.group', { group: label(t, 'group', id) })),
      ),
    ],
    whatTitle: t('factSheet.what'),
    what: taskTypes.map((task) => label(t, 'task', task)).join(' · '),
    contactTitle: t('factSheet.contact'),
    contact: [url, ...(settings?.shared.contactEmail === undefined ? [] : [settings.shared.contactEmail])],
    asOf: impact.updated === undefined ? '' : t('factSheet.asOf', { day: formatDay(locale, impact.updated) }),
    sample,
  };
  const made = { locale, updated: impact.updated ?? '2000-01-01', band: 'site-impact', url };
  const path = `/share/${locale}/press-${contentKey({ layout, made, words })}.pdf`;
  return { kind: 'press', path, words, ...made };
}

/** Creates all sheets of a language. */
export function createPrintSheets(own: LocaleSite, impact: Impact, site: URL): PrintSheet[] {
  const t = translator(own.locale);
  const short = campaignShortPaths(own);
  return [
    createPressSheet(own, t, impact, site),
    ...own.campaigns.flatMap((campaign) =>
      createPosters(own, t, campaign, short.get(campaign.id) ?? campaign.path, site),
    ),
  ];
}
