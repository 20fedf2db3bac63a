/** Names of the places that time zones are called after, where they differ from the zone's own. */
import type { Locale } from './locales';
import places from './zone-places.json' with { type: 'json' };

const names: Readonly<Partial<Record<Locale, Readonly<Partial<Record<string, string>>>>>> = places;

/** The names of a language by zone, for a page to hand on to its script: `('es') -> { 'Europe/Paris': 'París', … }`. */
export const zonePlaceNames = (locale: Locale) => names[locale] ?? {};

/** The place that a zone is named after: `('fr', 'Africa/Addis_Ababa') -> 'Addis-Abeba'`. For pages, not the browser. */
export const zonePlaceName = (locale: Locale, zone: string): string | undefined => names[locale]?.[zone];
