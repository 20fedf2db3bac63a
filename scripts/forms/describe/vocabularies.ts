/** The lists of choices that fields have, each once, in the words of a language. */
import type { z } from 'zod';
import { cacheByText } from '@/i18n/cache-by-text';
import type { Locale } from '@/i18n/locales';
import { capitalize } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { fieldMeta } from '@/model/fields/fields';
import { termName } from '@/model/fields/field-text';
import { idsOf } from '@/model/fields/limits';
import { listTimeZones } from '@/model/vocabularies/time-zones';
import type { FormsDescription, Term } from './description';

/** The most choices that keep the model's order; longer lists are in that of the alphabet. */
const mostInOrder = 20;

/** The name of a zone's time, all year round: `heure d’Europe centrale`. */
function nameTime(locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Every time zone by its city and the name of its time. Remembered, since naming them takes a third of a second. */
export const listZoneTerms = cacheByText((locale: Locale): readonly Term[] =>
  listTimeZones().map((zone) => {
    const city = zone.split('/').slice(1).reverse().join(', ').replaceAll('_', ' ');
    return [zone, city === '' ? zone : `${city} – ${nameTime(locale, zone)}`];
  }),
);

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

  /** Adds every time zone by its city and the name of its time: `Dakar – Greenwich Mean Time`. */
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
