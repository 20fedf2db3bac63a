/** The findings of the model's checks about an entry while it is written, each with its field. */
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import { findingWords, nameField } from '@/model/fields/field-words';
import { normalizeEntry } from '@/pipeline/check/normalize';
import { validate } from '@/pipeline/check/validate';
import type { EditorTranslate } from '@/i18n/editor';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import type { LocaleCodes } from '@/sources/contentful/wire';
import { nameLanguage } from '@scripts/forms/ui/name-language';
import type { StoredFinding } from '../findings-channel';

/** A finding in the editor's language. */
export type ShownFinding = ReturnType<typeof findFindings>[number];

/** Finds what `cms -- check` would find if the entry were published as it is. */
export function findFindings(entry: RawEntry, t: EditorTranslate) {
  const { entry: normalized, findings } = normalizeEntry(entry);
  const problems = [...findings, ...validate(normalized).problems];
  return problems.map(({ severity, code, locale, field, message, hint }) => {
    const label = field === undefined ? '' : nameField(entry.type, field, locale !== undefined, t);
    const language = locale && nameLanguage(t, locale);
    return {
      severity,
      code,
      locale,
      /** The place of the field in the model: `hours.max`; undefined for the entry or a language as a whole. */
      field,
      /** The name of the text’s language; undefined for what all languages share. */
      language,
      text: findingWords(t, label || (language ?? ''), { message, hint }),
    };
  });
}

/** The findings as the fields of Contentful's form have them: each with the stored field that has the value. */
export function placeFindings(
  type: ContentTypeName,
  findings: readonly ShownFinding[],
  codes: LocaleCodes,
): StoredFinding[] {
  return findings.flatMap(({ severity, code: rule, locale, field, text }): StoredFinding[] => {
    const [name = '', ...inner] = field?.split('.') ?? [];
    const stored = listStoredFields(type).find(({ id, place }) => {
      if (place.kind === 'flags') return place.names.includes(name);
      return place.kind === 'part'
        ? place.group === name && (inner[0] ?? place.part) === place.part
        : id === name;
    });
    const code = locale === undefined ? codes.default : codes.byLocale.get(locale);
    if (!stored || code === undefined) return [];
    const place = [stored.id, ...(stored.place.kind === 'field' ? inner : inner.slice(1))].join('.');
    return [{ place, code, text, isFault: severity === 'blocks', isMissing: rule === 'field-missing' }];
  });
}
