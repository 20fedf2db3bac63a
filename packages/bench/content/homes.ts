import type { Language } from './words';
import type { WorkLanguage } from '@/model/vocabularies/languages';

/** The country, time zone and languages of an invented organization. */
export interface Home {
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  /** An IANA time zone of the country */
  readonly zone: string;
  /** The language in which its entries are written first. */
  readonly locale: Language;
  /** Languages of work, the most used first. */
  readonly languages: readonly WorkLanguage[];
}

const rows: readonly (readonly [string, string, Language, ...WorkLanguage[]])[] = [
  ['KE', 'Africa/Nairobi', 'en', 'en', 'sw'],
  ['SN', 'Africa/Dakar', 'fr', 'fr', 'wo'],
  ['PE', 'America/Lima', 'es', 'es', 'qu'],
  ['IN', 'Asia/Kolkata', 'en', 'en', 'hi', 'ta'],
  ['CM', 'Africa/Douala', 'fr', 'fr', 'en'],
  ['GT', 'America/Guatemala', 'es', 'es'],
  ['NG', 'Africa/Lagos', 'en', 'en', 'ha', 'yo', 'ig'],
  ['NE', 'Africa/Niamey', 'fr', 'fr', 'ha'],
  ['BO', 'America/La_Paz', 'es', 'es', 'ay', 'qu'],
  ['NP', 'Asia/Kathmandu', 'en', 'ne', 'en'],
  ['MG', 'Indian/Antananarivo', 'fr', 'mg', 'fr'],
  ['CO', 'America/Bogota', 'es', 'es'],
  ['UG', 'Africa/Kampala', 'en', 'en', 'sw'],
  ['HT', 'America/Port-au-Prince', 'fr', 'ht', 'fr'],
  ['EC', 'America/Guayaquil', 'es', 'es', 'qu'],
  ['BD', 'Asia/Dhaka', 'en', 'bn', 'en'],
  ['ML', 'Africa/Bamako', 'fr', 'fr', 'bm'],
  ['HN', 'America/Tegucigalpa', 'es', 'es'],
  ['ET', 'Africa/Addis_Ababa', 'en', 'am', 'om', 'en'],
  ['CD', 'Africa/Kinshasa', 'fr', 'fr', 'ln', 'sw'],
  ['PY', 'America/Asuncion', 'es', 'gn', 'es'],
  ['PH', 'Asia/Manila', 'en', 'tl', 'en'],
  ['BF', 'Africa/Ouagadougou', 'fr', 'fr', 'ff'],
  ['NI', 'America/Managua', 'es', 'es'],
  ['MW', 'Africa/Blantyre', 'en', 'ny', 'en'],
  ['KH', 'Asia/Phnom_Penh', 'en', 'km', 'fr'],
  ['MA', 'Africa/Casablanca', 'fr', 'ar', 'fr'],
  ['SV', 'America/El_Salvador', 'es', 'es'],
  ['JO', 'Asia/Amman', 'en', 'ar', 'en'],
  ['RW', 'Africa/Kigali', 'fr', 'rw', 'fr', 'en'],
  ['DO', 'America/Santo_Domingo', 'es', 'es', 'ht'],
  ['MZ', 'Africa/Maputo', 'en', 'pt', 'en'],
  ['KG', 'Asia/Bishkek', 'en', 'ky', 'ru'],
  ['VN', 'Asia/Ho_Chi_Minh', 'en', 'vi', 'en'],
  ['FJ', 'Pacific/Fiji', 'en', 'en'],
  ['UA', 'Europe/Kyiv', 'en', 'uk', 'en'],
];

/** Homes of organizations, those with the most first. */
export const homes: readonly Home[] = rows.map(([country, zone, locale, ...languages]) => ({
  country,
  zone,
  locale,
  languages,
}));
