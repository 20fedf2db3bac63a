/** The sheet for the press: the service's figures with years and sources, what the site has today, and the contact. */
import { formatFigure, groupText } from '@/components/figures/format-figure';
import { formatDay, formatNumber } from '@/i18n/format/format';
import { label } from '@/i18n/names';
import { pathOf } from '@/i18n/routes';
import { figuresByYear } from '@/model/figures';
import { taskTypes } from '@/model/vocabularies/task-types';
import { browseLists } from '@/site/lists/browse';
import { countImpact } from '@/site/lists/impact';
import { siteName, siteTagline, type SiteContext } from '../frame/context';
import { contentKey } from './share-picture';

/** A figure of the service. */
export type FigureRow = readonly [year: string, figure: string, what: string, source: string];

interface PressSection {
  readonly heading: string;
  /** A table, the first row being its head. */
  readonly rows?: readonly FigureRow[];
  /** Absolute addresses, printed as they are, those of mail without their scheme. */
  readonly links?: readonly string[];
  readonly texts: readonly (string | undefined)[];
}

/** The service's figures; no section where the settings have none. */
function figureSections({ own: { settings }, t }: SiteContext): PressSection[] {
  const sources = new Map((settings?.texts.figureSources?.value ?? []).map(({ key, text }) => [key, text]));
  const figures = figuresByYear(settings?.shared.figures ?? []).flatMap((year) => year.figures);
  const head: FigureRow = [t('table.year'), t('table.figure'), t('table.what'), t('print.source')];
  const rows = figures.map((figure): FigureRow => [
    String(figure.year),
    formatFigure(t, figure),
    label(t, 'metric', figure.metric),
    sources.get(figure.source) ?? figure.source,
  ]);
  if (rows.length === 0) return [];
  return [
    { heading: t('factSheet.figures'), rows: [head, ...rows], texts: [settings?.texts.figuresNote?.value] },
  ];
}

/** Creates the sheet of a language. */
export function createPressSheet(context: SiteContext) {
  const { own, site, t, siteUrl } = context;
  const { locale, settings } = own;
  const name = siteName(context);
  const { organizations, countries, groups, updated } = countImpact(site);
  const open = browseLists(own).open.length;
  const today = [
    [open, t.count('home.figure.open', open)] as const,
    [organizations, t.count('factSheet.today.organizations', organizations)] as const,
    [countries, t.count('factSheet.today.countries', countries)] as const,
    ...groups.map(({ id, count }) => [count, groupText(t, id)] as const),
  ].map(([count, what]) => `${formatNumber(locale, count)} ${what}`);
  const email = settings?.shared.contactEmail;
  const sections: PressSection[] = [
    ...figureSections(context),
    { heading: t('factSheet.today'), texts: [today.join(' · ')] },
    { heading: t('factSheet.what'), texts: [taskTypes.map((task) => label(t, 'task', task)).join(' · ')] },
    {
      heading: t('factSheet.contact'),
      links: [
        new URL(pathOf(locale, { to: 'home' }), siteUrl).href,
        ...(email === undefined ? [] : [`mailto:${email}`]),
      ],
      texts: [
        t('print.author', { name }),
        updated && t('factSheet.asOf', { day: formatDay(locale, updated) }),
        settings?.shared.sample ? t('sample.note') : undefined,
      ],
    },
  ];
  const title = t('factSheet.heading', { name });
  const made = { locale, title, author: name, tagline: siteTagline(context), band: 'site-impact', sections };
  return {
    ...made,
    /** Day of the last change, `YYYY-MM-DD`. */
    updated: updated ?? '2000-01-01',
    /** The path from the root, which changes with the content. */
    path: `/share/${locale}/press-${contentKey({ ...made, updated })}.pdf`,
  };
}

export type PressSheet = Readonly<ReturnType<typeof createPressSheet>>;
