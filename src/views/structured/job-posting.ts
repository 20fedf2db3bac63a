import type { JobPosting } from 'schema-dts';
import { languageTexts, opportunityParts, skillText } from '@/components/opportunity/opportunity-facts';
import { hoursText, lengthText } from '@/components/opportunity/row-facts';
import { countryName } from '@/i18n/names';
import { html, Html } from '@/model/html';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { Picture } from '@/pipeline/pictures/picture-files';
import type { LocaleSite, SiteOpportunity } from '@/site/site';
import { markdownToHtml } from '@/pipeline/texts/markdown';
import type { SiteContext } from '../frame/context';
import { organizationLogo, organizationName } from './organization';

/** True if search engines may list an opportunity as a job: they require the countries of applicants. */
function isListed({ stage, translated, shared }: SiteOpportunity, { settings }: LocaleSite): boolean {
  return (
    !settings?.shared.sample &&
    translated &&
    acceptsApplications(stage) &&
    shared.applicantCountries.length > 0
  );
}

/**
 * Safe HTML with its headings as paragraphs: search engines show a posting without headings of its own.
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting#job-posting-definition
 */
const withoutHeadings = (text: string) => new Html(text.replaceAll(/<(\/?)h[1-6](?: [^>]*)?>/g, '<$1p>'));

/**
 * The data of an opportunity as a job posting: only facts of the page, only while it is open, in languages that it
 * is translated into, and only where the countries of applicants are known. Otherwise undefined. `isDirect` is true if the page accepts
 * applications, `logo` is the organization's.
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting
 */
export function jobPostingData(
  { t, own, siteUrl }: Pick<SiteContext, 't' | 'own' | 'siteUrl'>,
  view: SiteOpportunity,
  { isDirect, logo }: { readonly isDirect: boolean; readonly logo: Picture | undefined },
): JobPosting | undefined {
  if (!isListed(view, own)) return undefined;
  const { texts, shared, organization, closesAt } = view;
  const hours = hoursText(t, shared);
  const skills = shared.skills.map((skill) => skillText(t, skill));
  const facts = [hours, lengthText(t, shared.length), ...languageTexts(t, shared), ...skills];
  const parts = opportunityParts(t, view).map(({ text }) => withoutHeadings(markdownToHtml(text.value)));
  return {
    '@type': 'JobPosting',
    title: texts.title.value,
    description: html`<ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>${parts}`.text,
    identifier: { '@type': 'PropertyValue', name: organization.texts.name.value, value: view.id },
    url: new URL(view.path, siteUrl).href,
    datePosted: shared.posted,
    ...(closesAt === undefined ? {} : { validThrough: new Date(closesAt).toISOString() }),
    employmentType: 'VOLUNTEER',
    workHours: hours,
    ...(skills.length === 0 ? {} : { skills }),
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: shared.applicantCountries.map((code) => ({
      '@type': 'Country' as const,
      name: countryName(t, code),
    })),
    hiringOrganization: {
      ...organizationName(organization, siteUrl),
      ...organizationLogo(logo, siteUrl),
    },
    directApply: isDirect,
  };
}
