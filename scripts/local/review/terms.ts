/** Lists what can be chosen for a field: terms of a vocabulary, entries, or time zones. */
import { createCollator } from '@/i18n/format/format';
import type { Locale } from '@/i18n/locales';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { idsOf } from '@/model/fields/limits';
import type { RawEntry } from '@/model/types/entry';
import { z } from 'zod';
import { getImportFields } from '@scripts/cms/import/import-fields';
import type { ImportType } from '@scripts/cms/import/import-types';
import { nameTerm } from '@scripts/cms/import/values/find-term';
import { listZoneTerms } from '@scripts/forms/describe/vocabularies';
import type { Choice } from './review-types';

/** The schema of a field's single value, and whether the field has several. */
export function findItemSchema(
  type: ImportType,
  path: string,
): { readonly schema: z.core.$ZodType; readonly isList: boolean } | undefined {
  const field = getImportFields(type).get(path);
  if (!field) return undefined;
  const inner = unwrap(field.schema);
  const isList = inner instanceof z.ZodArray;
  return { schema: isList ? unwrap(inner.element) : inner, isList };
}

/** True for a field whose values are chosen from a list. */
export function hasChoices(schema: z.core.$ZodType): boolean {
  const { widget, holds } = fieldMeta(schema);
  return widget === 'choice' || widget === 'reference' || holds === 'time-zone';
}

/** Returns the choices for a field, sorted by their names in a language; none for other fields. */
export function listChoices(
  type: ImportType,
  path: string,
  entries: readonly RawEntry[],
  locale: Locale,
): Choice[] {
  const item = findItemSchema(type, path);
  if (!item) return [];
  const { schema } = item;
  const { widget, to, holds } = fieldMeta(schema);
  if (holds === 'time-zone') return listZoneTerms(locale).map(([id, label]) => ({ id, label }));
  const compare = createCollator(locale);
  const choices =
    widget === 'reference'
      ? entries
          .filter((entry) => entry.type === to)
          .map((entry) => ({ id: entry.id, label: rawEntryTitle(entry) }))
      : (idsOf(schema) ?? []).map((id) => ({ id, label: nameTerm(schema, id, locale) }));
  return choices.toSorted((a, b) => compare(a.label, b.label));
}
