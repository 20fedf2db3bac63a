/** Cities, which sheets name in the place of countries and time zones: those that zones are called after. */
import { locales } from '@/i18n/locales';
import { zonePlaceName } from '@/i18n/zone-places';
import { listTimeZones, zoneCountry } from '@/model/vocabularies/time-zones';
import { foldWords } from './fold-words';

interface Place {
  readonly zone: string;
  /** ISO 3166-1 */
  readonly country: string | undefined;
}

function indexPlaces(): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const zone of listTimeZones()) {
    const names = [
      zone.split('/').at(-1)?.replaceAll('_', ' '),
      ...locales.map((one) => zonePlaceName(one, zone)),
    ];
    for (const name of names) {
      if (name !== undefined && zone.includes('/') && !places.has(foldWords(name)))
        places.set(foldWords(name), { zone, country: zoneCountry(zone) });
    }
  }
  return places;
}

let known: ReadonlyMap<string, Place> | undefined;

/** Finds a city: `'Ciudad de México' -> { zone: 'America/Mexico_City', country: 'MX' }` */
export function findPlace(words: string): Place | undefined {
  known ??= indexPlaces();
  return known.get(foldWords(words));
}

const remote =
  /(?<!\p{L})(?:remote(?:ly)?|virtual|online|anywhere|home[ -]?based|from home|[àa] distance|en l[ií]nea|remoto|virtuel|t[ée]l[ée]travail)(?!\p{L})/giu;

/** Takes out what names no place: `Remote (Ethiopia) -> (Ethiopia)`; nothing is left of `À distance`. */
export const withoutRemote = (text: string): string =>
  text.replace(remote, ' ').replace(/^[\s/–—,-]+|[\s/–—,-]+$/gu, '');

/** What people call times by. “IST” and others that are several times are left out. */
const abbreviations: Readonly<Record<string, string>> = {
  EST: 'America/New_York', EDT: 'America/New_York', CST: 'America/Chicago', CDT: 'America/Chicago',
  PST: 'America/Los_Angeles', PDT: 'America/Los_Angeles',
  GMT: 'UTC', UTC: 'UTC', BST: 'Europe/London', CET: 'Europe/Paris', CEST: 'Europe/Paris',
  WAT: 'Africa/Lagos', CAT: 'Africa/Maputo', EAT: 'Africa/Nairobi', SAST: 'Africa/Johannesburg',
}; // prettier-ignore

/** A distance from UTC, such as `GMT-05:00`: several zones have it, and none is chosen. */
const offset = /\(?\b(?:UTC|GMT)\s*[+−-]\s*\d{1,2}(?::?\d{2})?\)?/gu;

/** Finds the zone that a text names: by an abbreviation in capitals, or a city. */
export function findZone(words: string): string | undefined {
  const text = words.replace(offset, ' ').trim();
  const abbreviation = text.match(/\b[A-Z]{3,4}\b/g)?.find((word) => Object.hasOwn(abbreviations, word));
  return abbreviation === undefined ? findPlace(text)?.zone : abbreviations[abbreviation];
}
