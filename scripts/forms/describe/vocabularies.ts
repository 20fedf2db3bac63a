/** The lists of choices that fields have, each once, in the words of a language. */
import type { z } from 'zod';
import { cacheByText } from '@/i18n/cache-by-text';
import type { Locale } from '@/i18n/locales';
import { capitalize, countryName } from '@/i18n/names';
import { translator, type Translate } from '@/i18n/translate';
import { zonePlaceName } from '@/i18n/zone-places';
import { fieldMeta } from '@/model/fields/fields';
import { termName } from '@/model/fields/field-text';
import { idsOf } from '@/model/fields/limits';
import { isFormerZone, listTimeZones, zoneCountry } from '@/model/vocabularies/time-zones';
import type { FormsDescription, Term } from './description';

/** The most choices that keep the model's order; longer lists are in that of the alphabet. */
const mostInOrder = 20;

/** The name that a zone's time has now, all year round: `heure d’Europe centrale`. */
function nameTime(locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** A zone by its place and the name of its time, if that says more: `Dakar, Sénégal – heure moyenne de Greenwich`. */
function nameZone(t: Translate, zone: string): string {
  const [city = zone, ...around] = zone.split('/').slice(1).reverse();
  const country = zoneCountry(zone);
  const names = [zonePlaceName(t.locale, zone) ?? city, country ? countryName(t, country) : ''];
  const time = nameTime(t.locale, zone);
  // Only in the United States are the parts around a city states.
  const place = country === 'US' ? names.toSpliced(1, 0, ...around) : names;
  const said = names.some((name) => name !== '' && time.includes(name)) ? '' : ` – ${time}`;
  return `${place.filter(Boolean).join(', ').replaceAll('_', ' ')}${said}${isFormerZone(zone) ? ` (${zone})` : ''}`;
}

/** Every time zone by its name. Remembered, since naming them takes a third of a second. */
export const listZoneTerms = cacheByText((locale: Locale): readonly Term[] => {
  const t = translator(locale);
  return listTimeZones().map((zone) => [zone, zone.includes('/') ? nameZone(t, zone) : zone]);
});

export class Vocabularies {
  private readonly terms = new Map<string, readonly Term[]>();

  constructor(private readonly t: Translate) {}

  /** Adds the choices of a field. Returns their key. */
  add(schema: z.core.$ZodType): string {
    const { labels = '' } = fieldMeta(schema);
    return this.addTerms(
      labels,
      (idsOf(schema) ?? []).map((id): Term => [id, capitalize(this.t, termName(this.t, labels, id))]),
    );
  }

  /** Adds every time zone by its place and the name of its time: `Dakar, Senegal – Greenwich Mean Time`. */
  addTimeZones(): string {
    return this.addTerms('timeZone', listZoneTerms(this.t.locale));
  }

  /** Adds choices by their names. Returns their key: two fields can choose from different parts of one vocabulary. */
  addTerms(name: string, terms: readonly Term[]): string {
    const sorted =
      terms.length > mostInOrder
        ? terms.toSorted(([, a], [, b]) => a.localeCompare(b, this.t.locale))
        : terms;
    for (let number = 1; ; number++) {
      const key = number === 1 ? name : `${name}-${number}`;
      const known = this.terms.get(key);
      if (known && JSON.stringify(known) !== JSON.stringify(sorted)) continue;
      this.terms.set(key, sorted);
      return key;
    }
  }

  all(): FormsDescription['vocabularies'] {
    return Object.fromEntries(this.terms);
  }
}
