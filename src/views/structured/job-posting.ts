import type { JobPosting } from 'schema-dts';
import { opportunityParts } from '@/components/opportunity/opportunity-parts';
import { countryName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { html, Html } from '@/model/html';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';
import { renderTextHtml } from '@/pipeline/texts/text-html';
import { organizationName } from './organization';

/** Data besides the opportunity that decides about its listing. */
export interface JobPostingContext {
  /** The absolute address of the site. */
  readonly site: URL;
  /** True if the content is invented. */
  readonly isSample: boolean;
  /** True if the page accepts applications. */
  readonly isDirect: boolean;
}

/** True if search engines may list an opportunity as a job: they require the countries of applicants. */
function isListed({ stage, translated, shared }: SiteOpportunity, { isSample }: JobPostingContext): boolean {
  return !isSample && translated && acceptsApplications(stage) && shared.applicantCountries.length > 0;
}

/**
 * The data of an opportunity as a job posting: only facts of the page, only while it is open, in its original language,
 * and only where the countries of applicants are known. Otherwise undefined.
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting
 */
export function jobPostingData(
  view: SiteOpportunity,
  t: Translate,
  place: JobPostingContext,
): JobPosting | undefined {
  if (!isListed(view, place)) return undefined;
  const { texts, shared, organization, closesAt } = view;
  const parts = opportunityParts(t, view).map(
    ({ heading, text }) => html`<h2>${heading}</h2>${new Html(renderTextHtml(text.value))}`.text,
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
