/** An opportunity's page. */
import {
  applicationDestination,
  type ApplicationDestination,
} from '@/applications/transport/application-destination';
import { opportunityParts } from '@/components/opportunity/opportunity-parts';
import { fitStringsUrl } from '@/device/fit-page/fit-strings';
import { label } from '@/i18n/names';
import { pathOf } from '@/i18n/routes';
import { acceptsApplications } from '@/model/time/lifecycle';
import { opportunityCard, type OpportunityCard } from '@/site/cards';
import { renderProse, type LocalizedHtml } from '@/site/prose';
import { similarOpportunities, type SharedTraits } from '@/site/lists/similar';
import type { Picture } from '@/pipeline/pictures/picture-files';
import { shownOpportunity, type ShownOpportunity, type SiteOpportunity } from '@/site/site';
import { sharedOpportunity, type SharedEntry } from '../share/shared-entries';
import { opportunityPicture } from '../share/site-pictures';
import { jobPostingData } from '../structured/job-posting';
import type { ViewContext } from '../frame/context';
import { hashData, hashEntry, planPage, type PlannedView } from '../planned-view';
import { breadcrumbsView, entryHead, frameView, type BreadcrumbsView, type FrameView } from '../frame/frame';

export interface OpportunityView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  readonly opportunity: ShownOpportunity;
  readonly card: OpportunityCard;
  readonly isOpen: boolean;
  readonly parts: readonly { readonly id: string; readonly heading: string; readonly text: LocalizedHtml }[];
  readonly similar: readonly { readonly card: OpportunityCard; readonly common: readonly SharedTraits[] }[];
  readonly shared: SharedEntry;
  /** The address of the fit check's strings. */
  readonly fitStrings: string;
  /** The ways to apply; undefined if it doesn't accept applications. */
  readonly apply:
    | {
        readonly destination: ApplicationDestination;
        readonly siteUrl: string;
        readonly thanksPath: string;
        readonly contactEmail: string | undefined;
        readonly attachmentMegabytes: number | undefined;
      }
    | undefined;
}

/**
 * Plans the view of an opportunity in the language of the context. What it is made from is all in its key; of its
 * organization's texts that is the name, of similar ones what their rows show.
 */
export function planOpportunity(context: ViewContext, entry: SiteOpportunity): PlannedView<OpportunityView> {
  const { site, own } = context;
  const opportunity = shownOpportunity(entry);
  const { logo } = opportunity.organization.shared;
  const picture = logo === undefined ? undefined : site.pictures[logo];
  const card = opportunityCard(entry);
  const similar = similarOpportunities(site, own, entry.id).map((found) => ({
    card: opportunityCard(found.opportunity),
    common: found.common,
  }));
  const data = [
    hashData(opportunity),
    picture,
    similar.map((found) => [hashEntry(found.card), found.common]),
  ];
  return planPage(context, data, () => makeView(context, { opportunity, picture, card, similar }));
}

/** The view of an opportunity in the language of the context. */
export const opportunityView = (context: ViewContext, opportunity: SiteOpportunity): OpportunityView =>
  planOpportunity(context, opportunity).make();

interface ViewData extends Pick<OpportunityView, 'opportunity' | 'card' | 'similar'> {
  /** The organization's logo. */
  readonly picture: Picture | undefined;
}

function makeView(context: ViewContext, { opportunity, picture, card, similar }: ViewData): OpportunityView {
  const { locale, t, own, siteUrl, forms } = context;
  const { settings } = own;
  const { texts, shared, organization } = opportunity;
  const isOpen = acceptsApplications(opportunity.stage);
  const contactEmail = settings?.shared.contactEmail;
  const destination = isOpen
    ? applicationDestination(opportunity, forms, { formId: settings?.shared.formId, contactEmail })
    : undefined;
  const mainTask = shared.taskTypes[0] ?? 'writing';
  const job = jobPostingData(opportunity, t, {
    site: siteUrl,
    isSample: settings?.shared.sample ?? false,
    isDirect: destination?.by === 'form',
    logo: picture,
  });
  return {
    frame: frameView(context, {
      ...entryHead(opportunity),
      section: 'search',
      band: organization.id,
      picture: opportunityPicture(context, opportunity),
    }),
    breadcrumbs: breadcrumbsView(
      context,
      [
        { text: t('nav.search'), href: pathOf(locale, { to: 'section', section: 'opportunities' }) },
        {
          text: label(t, 'task', mainTask),
          href: pathOf(locale, { to: 'browse-value', facet: 'task', value: mainTask }),
        },
      ],
      texts.title.value,
      job,
    ),
    opportunity,
    card,
    isOpen,
    parts: opportunityParts(t, opportunity).map((part) => ({ ...part, text: renderProse(part.text) })),
    similar,
    shared: sharedOpportunity(opportunity, t, siteUrl),
    fitStrings: fitStringsUrl(t),
    apply: destination && {
      destination,
      siteUrl: siteUrl.href,
      thanksPath: pathOf(locale, { to: 'section', section: 'thanks' }),
      contactEmail,
      attachmentMegabytes: settings?.shared.attachmentMegabytes,
    },
  };
}
