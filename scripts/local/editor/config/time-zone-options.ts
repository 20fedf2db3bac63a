/** Every time zone as a choice, found by its city, or by its name in the editor's language. */
import type { Locale } from '@/i18n/locales';

interface ZoneOption {
  readonly value: string;
  readonly label: string;
}

/** `('fr', 'Africa/Dakar') -> 'Dakar – heure moyenne de Greenwich (Africa/Dakar)'` */
function formatZone(locale: Locale, zone: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${city} – ${name} (${zone})`;
}

const known = new Map<Locale, readonly ZoneOption[]>();

/** Returns the choices, UTC first, then sorted by city. */
export function timeZoneOptions(locale: Locale): readonly ZoneOption[] {
  const found = known.get(locale);
  if (found) return found;
  const zones = Intl.supportedValuesOf('timeZone').filter(
    (zone) => zone.includes('/') && !zone.startsWith('Etc/'),
  );
  const places = zones.map((value) => ({ value, label: formatZone(locale, value) }));
  const options = [
    { value: 'UTC', label: 'UTC' },
    ...places.toSorted((one, other) => one.label.localeCompare(other.label, locale)),
  ];
  known.set(locale, options);
  return options;
}
