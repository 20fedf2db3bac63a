/** The licence of the open data. */
import type { LocaleSite } from '@/site/site';

export interface DataLicence {
  /** SPDX identifier, where it is known. */
  readonly id?: string;
  readonly name: string;
  readonly url: string;
}

/** The licence of a site that names no other: https://spdx.org/licenses/CC-BY-4.0.html */
export const defaultLicence = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const satisfies DataLicence;

/** The licence that the settings name, or the default one. */
export const dataLicence = (own: Pick<LocaleSite, 'settings'> | undefined): DataLicence =>
  own?.settings?.shared.dataLicence ?? defaultLicence;
