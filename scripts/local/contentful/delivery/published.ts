import { isLocale, type Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { storedFields } from '@/sources/contentful/fields';
import { SourceError } from '@/sources/source';

/** True for what an editor keeps back: in Contentful it would not be published, so that Delivery doesn't show it. */
export function isHeldBack({ shared }: RawEntry): boolean {
  return shared['status'] === 'draft' || shared['status'] === 'review';
}

function isComplete(entry: RawEntry, locale: Locale): boolean {
  const fields = entry.locales[locale];
  return storedFields(entry.type)
    .filter(({ localized, required }) => localized && required)
    .every(({ id }) => fields?.[id] !== undefined && fields[id] !== null && fields[id] !== '');
}

/**
 * The entries as a space of these languages would hold them, published. One that was first written in another
 * language is there only if it is complete in one of these, which is then the language it was written in.
 */
function inLanguages(entry: RawEntry, languages: readonly Locale[]): RawEntry[] {
  const original = entry.shared['originalLanguage'];
  if (!isLocale(original) || languages.includes(original)) return [entry];
  const instead = languages.find((language) => isComplete(entry, language));
  return instead === undefined ? [] : [{ ...entry, shared: { ...entry.shared, originalLanguage: instead } }];
}

/** What Delivery would show of these entries. Throws a `SourceError` where two would have one id. */
export function publishedEntries(entries: readonly RawEntry[], languages: readonly Locale[]): RawEntry[] {
  const published = entries
    .filter((entry) => !isHeldBack(entry))
    .flatMap((entry) => inLanguages(entry, languages));
  const seen = new Map<string, RawEntry>();
  for (const entry of published) {
    const other = seen.get(entry.id);
    if (other) {
      throw new SourceError(
        `${other.origin.label} and ${entry.origin.label} have the same id, “${entry.id}”.`,
        'In Contentful an id is unique in the whole environment, not within a type: rename one of them.',
      );
    }
    seen.set(entry.id, entry);
  }
  return published;
}
