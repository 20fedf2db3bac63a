import { isLocale, type Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { listModelFields } from '@/sources/contentful/stored-fields';
import { OperatorError } from '@/model/operator-error';

/** True for drafts and entries in review: in Contentful they aren't published, so Delivery doesn't show them. */
export function isUnpublished({ shared }: RawEntry): boolean {
  return shared['status'] === 'draft' || shared['status'] === 'review';
}

function isComplete(entry: RawEntry, locale: Locale): boolean {
  const fields = entry.locales[locale];
  return listModelFields(entry.type)
    .filter(({ localized, required }) => localized && required)
    .every(({ id }) => fields?.[id] !== undefined && fields[id] !== null && fields[id] !== '');
}

/**
 * Adapts an entry to a space with these languages. If its original language isn't one of them, the entry needs a language
 * in which it is complete, which becomes its original language. Without one it is left out.
 */
function adaptToLanguages(entry: RawEntry, languages: readonly Locale[]): RawEntry[] {
  const original = entry.shared['originalLanguage'];
  if (!isLocale(original) || languages.includes(original)) return [entry];
  const instead = languages.find((language) => isComplete(entry, language));
  return instead === undefined ? [] : [{ ...entry, shared: { ...entry.shared, originalLanguage: instead } }];
}

/** Selects the entries that Delivery would show. Throws an `OperatorError` if two have the same id. */
export function selectPublished(entries: readonly RawEntry[], languages: readonly Locale[]): RawEntry[] {
  const published = entries
    .filter((entry) => !isUnpublished(entry))
    .flatMap((entry) => adaptToLanguages(entry, languages));
  const seen = new Map<string, RawEntry>();
  for (const entry of published) {
    const other = seen.get(entry.id);
    if (other) {
      throw new OperatorError(
        `${other.origin.label} and ${entry.origin.label} have the same id, “${entry.id}”.`,
        'In Contentful an id is unique in the whole environment, not within a type: rename one of them.',
      );
    }
    seen.set(entry.id, entry);
  }
  return published;
}
