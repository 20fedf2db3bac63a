/** The pages of the service's figures and data: impact, the fact sheet, the goals, the open data. */
import { pathOf } from '@/i18n/routes';
import { browseLists, listedValues } from '@/site/lists/browse';
import { countImpact } from '@/site/lists/impact';
import { newestUpdate } from '@/site/site';
import { siteName, type ViewContext } from './frame/context';
import { belowImpact, frameView, sectionFrame } from './frame/frame';
import { dataLicence, defaultLicence } from './records/records';
import { createPressSheet } from './share/press-sheet';

/** The figures that the settings have, with the names of their sources by key. */
export function figuresView({ own }: ViewContext) {
  const sources = own.settings?.texts.figureSources?.value ?? [];
  return {
    figures: own.settings?.shared.figures ?? [],
    sources: Object.fromEntries(sources.map(({ key, text }) => [key, text])),
  };
}

/** The service in figures. */
export const impactView = (context: ViewContext) => ({
  frame: sectionFrame(context, 'impact', 'impact', { section: 'impact' }),
  ...figuresView(context),
  note: context.own.settings?.texts.figuresNote,
  impact: countImpact(context.site),
});

/** The service on one page to print. */
export function factSheetView(context: ViewContext) {
  const { locale, t, site, own, siteUrl } = context;
  const { settings } = own;
  const impact = countImpact(site);
  return {
    frame: frameView(context, {
      at: { to: 'section', section: 'factSheet' },
      title: t('factSheet.title'),
      description: t('factSheet.text'),
      ...belowImpact(context),
    }),
    ...figuresView(context),
    name: siteName(context),
    tagline: settings?.texts.tagline,
    note: settings?.texts.figuresNote,
    impact,
    /** The path of its PDF. */
    press: createPressSheet(context).path,
    home: new URL(pathOf(locale, { to: 'home' }), siteUrl).href,
    contactEmail: settings?.shared.contactEmail,
  };
}

/** The eight goals of 2000 beside the seventeen of 2015. */
export function goalsView(context: ViewContext) {
  return {
    frame: sectionFrame(context, 'goals', 'goals', belowImpact(context)),
    /** How many opportunities are open for each goal of 2015. */
    open: Object.fromEntries(listedValues(context.own, 'sdg').map(({ value, count }) => [value, count])),
  };
}

/** The default licence in the words of the language; another one by its name. */
function licenceView({ t, own }: ViewContext) {
  const { id, name, url } = dataLicence(own);
  return id === defaultLicence.id
    ? { text: t('data.licence.text', { licence: 'CC BY 4.0' }), name: t('data.licence.name'), url }
    : { text: t('data.licence.own'), name, url };
}

/** The page about the open data. */
export function openDataView(context: ViewContext) {
  const { own, siteUrl } = context;
  return {
    frame: sectionFrame(context, 'openData', 'data', belowImpact(context)),
    /** The day on which a record last changed, `YYYY-MM-DD`. */
    updated: newestUpdate([...browseLists(own).open, ...own.organizations]),
    licence: licenceView(context),
    siteUrl: siteUrl.href,
  };
}
