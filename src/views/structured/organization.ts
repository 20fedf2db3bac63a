import type { Organization } from 'schema-dts';
import { countryName, label } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import type { OrganizationKind } from '@/model/vocabularies/kinds';
import type { Picture } from '@/pipeline/pictures/picture-files';
import type { SiteOpportunity, SiteOrganization } from '@/site/site';

const types = {
  civil: 'NGO',
  public: 'GovernmentOrganization',
  intergovernmental: 'Organization',
  academic: 'EducationalOrganization',
} as const satisfies Record<OrganizationKind, string>;

/** The address of an organization's logo in its largest size, where it has one. */
export function organizationLogo(logo: Picture | undefined, site: URL): { readonly logo?: string } {
  const largest = logo?.webp.at(-1)?.src;
  return largest === undefined ? {} : { logo: new URL(largest, site).href };
}

/** The data of an organization with only its name, inside other data. */
export function organizationName(view: SiteOpportunity['organization'], site: URL) {
  const { website, kind } = view.shared;
  return {
    '@type': types[kind],
    name: view.texts.name.value,
    url: new URL(view.path, site).href,
    ...(website === undefined ? {} : { sameAs: website }),
  };
}

/** The data of an organization as its page shows it. https://schema.org/Organization */
export function organizationData(
  view: SiteOrganization,
  t: Translate,
  site: URL,
  logo: Picture | undefined,
): Exclude<Organization, string> {
  const { texts, shared } = view;
  const country = (code: string) => ({ '@type': 'Country' as const, name: countryName(t, code) });
  return {
    ...organizationName(view, site),
    ...(shared.acronym === undefined ? {} : { alternateName: shared.acronym }),
    description: texts.summary.value,
    ...organizationLogo(logo, site),
    address: { '@type': 'PostalAddress', addressCountry: shared.country },
    areaServed: shared.countries.map(country),
    knowsAbout: shared.causes.map((id) => label(t, 'cause', id)),
    ...(shared.registrationNumber === undefined
      ? {}
      : { identifier: { '@type': 'PropertyValue' as const, value: shared.registrationNumber } }),
  };
}
