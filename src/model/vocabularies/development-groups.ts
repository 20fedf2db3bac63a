import type { Country } from './countries';

/**
 * The United Nations' groups of countries with particular development needs. There is no official list of
 * "developing countries"; these three are kept by the UN and dated.
 * Labels: `src/i18n/strings`, keys `group.<id>`.
 */
export const developmentGroups = ['ldc', 'lldc', 'sids'] as const;

export type DevelopmentGroup = (typeof developmentGroups)[number];

interface GroupList {
  /** The date (ISO) at which the list stood as written here. */
  readonly asOf: string;
  readonly source: string;
  readonly countries: readonly Country[];
}

export const developmentGroupLists: Readonly<Record<DevelopmentGroup, GroupList>> = {
  ldc: {
    asOf: '2024-12-13',
    source: 'United Nations, Committee for Development Policy, list of least developed countries',
    countries: [
      'AF', 'AO', 'BD', 'BF', 'BI', 'BJ', 'CD', 'CF', 'DJ', 'ER', 'ET', 'GM', 'GN', 'GW', 'HT', 'KH',
      'KI', 'KM', 'LA', 'LR', 'LS', 'MG', 'ML', 'MM', 'MR', 'MW', 'MZ', 'NE', 'NP', 'RW', 'SB', 'SD',
      'SL', 'SN', 'SO', 'SS', 'TD', 'TG', 'TL', 'TV', 'TZ', 'UG', 'YE', 'ZM',
    ], // prettier-ignore
  },
  lldc: {
    asOf: '2024-12-31',
    source: 'United Nations, UN-OHRLLS, list of landlocked developing countries',
    countries: [
      'AF', 'AM', 'AZ', 'BF', 'BI', 'BO', 'BT', 'BW', 'CF', 'ET', 'KG', 'KZ', 'LA', 'LS', 'MD', 'MK',
      'ML', 'MN', 'MW', 'NE', 'NP', 'PY', 'RW', 'SS', 'SZ', 'TD', 'TJ', 'TM', 'UG', 'UZ', 'ZM', 'ZW',
    ], // prettier-ignore
  },
  sids: {
    asOf: '2024-12-31',
    source: 'United Nations, UN-OHRLLS, small island developing States that are UN members',
    countries: [
      'AG', 'BB', 'BS', 'BZ', 'CU', 'CV', 'DM', 'DO', 'FJ', 'FM', 'GD', 'GW', 'GY', 'HT', 'JM', 'KI',
      'KM', 'KN', 'LC', 'MH', 'MU', 'MV', 'NR', 'PG', 'PW', 'SB', 'SC', 'SG', 'SR', 'ST', 'TL', 'TO',
      'TT', 'TV', 'VC', 'VU', 'WS',
    ], // prettier-ignore
  },
};

/** The groups that a country is in: `'NP' -> ['ldc', 'lldc']`. */
export function countryDevelopmentGroups(country: Country): DevelopmentGroup[] {
  return developmentGroups.filter((group) => developmentGroupLists[group].countries.includes(country));
}
