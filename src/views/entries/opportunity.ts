/** An opportunity's page. */
import { applicationDestination } from '@/applications/transport/application-destination';
import { opportunityParts } from '@/components/opportunity/opportunity-facts';
import { fitStringsFile } from '@/device/fit-page/fit-strings';
import { label } from '@/i18n/names';
import { pathOf } from '@/i18n/routes';
import { acceptsApplications } from '@/model/time/lifecycle';
import { opportunityCard } from '@/site/cards';
import { similarOpportunities } from '@/site/lists/similar';
import { pictureOf, type SiteOpportunity } from '@/site/site';
import { sharedEntry } from '../share/shared-entries';
import { jobPostingData } from '../structured/job-posting';
import type { ViewContext } from '../frame/context';
import { hashData, hashEntry, planPage } from '../planned-view';
import { entryHead, frameView } from '../frame/frame';

/**
 * Plans the view of an opportunity in the language of the context. What it is made from is all in its key; of its
 * organization's texts that is the name, of similar ones what their rows show.
 */
export function planOpportunity(context: ViewContext, opportunity: SiteOpportunity) {
  const { locale, t, site, own, siteUrl, forms } = context;
  const { shared, organization } = opportunity;
  const logo = pictureOf(site, organization.shared.logo);
  const similar = similarOpportunities(site, own, opportunity.id).map((found) => ({
    card: opportunityCard(found.opportunity),
    common: found.common,
  }));
  const data = [hashData(opportunity), logo, similar.map(({ card, common }) => [hashEntry(card), common])];
  return planPage(context, data, () => {
    const settings = own.settings?.shared;
    const isOpen = acceptsApplications(opportunity.stage);
    const contactEmail = settings?.contactEmail;
    const destination = isOpen
      ? applicationDestination(opportunity, forms, { formId: settings?.formId, contactEmail })
      : undefined;
    const mainTask = shared.taskTypes[0] ?? 'writing';
    return {
      frame: frameView(context, {
        ...entryHead(context, opportunity),
        crumbs: [
          { text: t('nav.search'), href: pathOf(locale, { to: 'section', section: 'opportunities' }) },
          {
            text: label(t, 'task', mainTask),
            href: pathOf(locale, { to: 'browse-value', facet: 'task', value: mainTask }),
          },
        ],
        about: jobPostingData(context, opportunity, { isDirect: destination?.by === 'form', logo }),
        section: 'search',
        band: organization.id,
      }),
      opportunity,
      /** The logo of its organization. */
      logo,
      isOpen,
      parts: opportunityParts(t, opportunity),
      similar,
      shared: sharedEntry(context, opportunity),
      /** The address of the fit check's strings. */
      fitStrings: fitStringsFile(t).path,
      /** The ways to apply; undefined if it doesn't accept applications. */
      apply: destination && {
        destination,
        siteUrl: siteUrl.href,
        contactEmail,
        attachmentMegabytes: settings?.attachmentMegabytes,
      },
    };
  });
}
