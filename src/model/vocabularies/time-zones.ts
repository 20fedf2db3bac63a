import isoCountries from 'i18n-iso-countries';
import type { Country } from './countries';

/**
 * True for an IANA time zone that this runtime knows, old and new names alike (`Asia/Katmandu`, `Asia/Kathmandu`):
 * the list of `Intl.supportedValuesOf` has only one of each pair.
 */
export function isTimeZone(value: string): boolean {
  if (known.has(value)) return true;
  if (!/^(?:UTC|[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+)$/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    known.add(value);
    return true;
  } catch {
    return false;
  }
}

/** Zones that the runtime knows: asking it takes as long as checking the rest of an entry. */
const known = new Set<string>();

/** Zones that have two names in use: runtimes list the former one, most people write the present one. */
const renamed = [
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
] as const;

/** Every zone by its name, and by both names where it has two; sorted, with UTC first. */
export function listTimeZones(): string[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), ...renamed.flat()].filter(isTimeZone));
  names.delete('UTC');
  return ['UTC', ...[...names].toSorted()];
}

/** True for the former name of a zone that has two: `Asia/Calcutta`, which is `Asia/Kolkata` now. */
export const isFormerZone = (zone: string): boolean => renamed.some(([former]) => former === zone);

/** The zones of a country; older runtimes have a property instead of the method. */
function zonesOf(country: Country): readonly string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
    readonly getTimeZones?: () => string[] | undefined;
    readonly timeZones?: string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

let countryOf: ReadonlyMap<string, Country> | undefined;

/** The country that a zone is of, by either name of the zone: `Africa/Dakar -> SN`. Undefined for `UTC`. */
export function zoneCountry(zone: string): Country | undefined {
  countryOf ??= new Map(
    Object.keys(isoCountries.getAlpha2Codes()).flatMap((country) =>
      zonesOf(country).map((one) => [one, country] as const),
    ),
  );
  const names = [zone, ...renamed.filter((pair) => pair.some((name) => name === zone)).flat()];
  const known = names.find((name) => countryOf?.has(name));
  return known === undefined ? undefined : countryOf.get(known);
}
