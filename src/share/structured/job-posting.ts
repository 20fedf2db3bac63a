import type { JobPosting } from 'schema-dts';
import { opportunityParts } from '@/components/opportunity/opportunity-parts';
import { countryName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { html, Html } from '@/model/html';
import { takesApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';
import { textHtml } from '@/pipeline/texts/texts';
import { organizationName } from './organization';

/** What decides besides the opportunity itself. */
export interface JobPlace {
  /** The absolute address of the site. */
  readonly site: URL;
  /** The content is invented. */
  readonly isSample: boolean;
  /** One can apply on the page. */
  readonly isDirect: boolean;
}

/** True where search engines may list an opportunity among jobs: they want to know from where one can apply. */
function isListed({ stage, translated, shared }: SiteOpportunity, { isSample }: JobPlace): boolean {
  return !isSample && translated && takesApplications(stage) && shared.applicantCountries.length > 0;
}

/**
 * An opportunity as search engines list jobs: only what the page shows, only while one can apply, in the language that
 * it is written in, and only where the countries of applicants are known. Undefined otherwise.
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting
 */
export function jobPosting(view: SiteOpportunity, t: Translate, place: JobPlace): JobPosting | undefined {
  if (!isListed(view, place)) return undefined;
  const { texts, shared, organization, closesAt } = view;
  const parts = opportunityParts(t, view).map(
    ({ heading, text }) => html`<h2>${heading}</h2>${new Html(textHtml(text.value))}`.text,
  );
  return {
    '@type': 'JobPosting',
    title: texts.title.value,
    // The page doesn't show the summary.
    description: parts.join(''),
    identifier: { '@type': 'PropertyValue', name: organization.texts.name.value, value: view.id },
    url: new URL(view.path, place.site).href,
    datePosted: shared.posted,
    ...(closesAt === undefined ? {} : { validThrough: new Date(closesAt).toISOString() }),
    employmentType: 'VOLUNTEER',
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: shared.applicantCountries.map((code) => ({
      '@type': 'Country' as const,
      name: countryName(t, code),
    })),
    hiringOrganization: organizationName(organization, place.site),
    directApply: place.isDirect,
  };
}
