/** A campaign's page. */
import { illustratedTask } from '@/components/illustration';
import type { Locale } from '@/i18n/locales';
import { kitPath, pathOf } from '@/i18n/routes';
import { emptyState, serializeAddress } from '@/search/facets/search-address';
import {
  campaignOpportunities,
  campaignPhase,
  filteredOpportunities,
  filterValues,
} from '@/site/lists/campaigns';
import { openCount, opportunityCard } from '@/site/cards';
import { pictureOf, type SiteEntry } from '@/site/site';
import { sharedEntry } from '../share/shared-entries';
import { campaignPictures, campaignQr } from '../share/site-pictures';
import { createPosters } from '../share/site-sheets';
import { articleData } from '../structured/things';
import type { ViewContext } from '../frame/context';
import { entryFrame, entryHead, frameView, sectionCrumb } from '../frame/frame';

/** The largest number of opportunities on the page. */
const mostShown = 30;

/** The address of the search with a campaign's filter. */
function filteredSearchPath(locale: Locale, campaign: SiteEntry<'campaign'>): string {
  const chosen = { ...emptyState.chosen, ...filterValues(campaign) };
  return `${pathOf(locale, { to: 'section', section: 'search' })}${serializeAddress({ ...emptyState, chosen })}`;
}

export function campaignView(context: ViewContext, campaign: SiteEntry<'campaign'>) {
  const { locale, site, own } = context;
  const { shared } = campaign;
  const opportunities = campaignOpportunities(own, campaign);
  const phase = campaignPhase(campaign, site.now);
  const { description, picture } = entryHead(context, campaign);
  return {
    frame: entryFrame(context, campaign, {
      about: articleData(context, campaign, { published: shared.starts, description, image: picture.path }),
    }),
    campaign,
    phase,
    hero: pictureOf(site, shared.hero),
    /** In the place of a picture. */
    task: illustratedTask(campaign.id, shared.filter?.task),
    cards: opportunities.slice(0, mostShown).map(opportunityCard),
    shared: sharedEntry(context, campaign),
    kit: kitPath(campaign.path),
    /** The search with the campaign's filter, where it has more opportunities than the page shows. */
    search:
      opportunities.length > mostShown
        ? {
            path: filteredSearchPath(locale, campaign),
            open: openCount(filteredOpportunities(own, campaign)),
          }
        : undefined,
  };
}

export function campaignKitView(context: ViewContext, campaign: SiteEntry<'campaign'>) {
  const { t } = context;
  const { title, picture, translations } = entryHead(context, campaign);
  const paths = Object.entries(campaign.paths) as [Locale, string][];
  return {
    frame: frameView(context, {
      at: Object.fromEntries(paths.map(([locale, path]) => [locale, kitPath(path)])),
      title: t('kit.title', { campaign: title }),
      description: t('kit.intro'),
      crumbs: [sectionCrumb(context, 'campaigns'), { text: title, href: campaign.path }],
      section: 'campaigns',
      band: campaign.id,
      picture,
      translations,
      noindex: true,
    }),
    campaign,
    shared: sharedEntry(context, campaign),
    pictures: campaignPictures(context, campaign),
    posters: createPosters(context, campaign),
    qr: campaignQr(context, campaign),
  };
}
