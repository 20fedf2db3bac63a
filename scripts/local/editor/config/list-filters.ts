/** The filters and groups above a list of entries. They ask for marks that are set when a file is read. */
import { locales } from '@/i18n/locales';
import { capitalize, languageName } from '@/i18n/names';
import { termName } from '@/model/fields/field-text';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { idsOf } from '@/model/fields/limits';
import type { ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { z } from 'zod';
import type { EditorWords } from './fields';
import { groupField, marksField } from '../entry/format';
import { entryMark } from './list-fields';

interface ListFilter {
  readonly label: string;
  readonly field: string;
  readonly pattern: string;
}

const markFilter = (label: string, mark: string): ListFilter => ({
  label,
  field: marksField,
  pattern: `(?:^| )${mark}(?: |$)`,
});

const shapeOf = (type: ContentTypeName): Readonly<Record<string, z.core.$ZodType>> =>
  contentTypes[type].shared.shape;

/** Filters by status, by what closes soon, and by languages that are missing or older than the original. */
export function listFilters(type: ContentTypeName, { terms, words }: EditorWords): ListFilter[] {
  const { status, closes } = shapeOf(type);
  const inner = status && unwrap(status);
  const statuses = inner ? (idsOf(inner) ?? []) : [];
  return [
    ...statuses.map((id) =>
      markFilter(
        capitalize(terms, termName(terms, inner && fieldMeta(inner).labels, id)),
        entryMark.status(id),
      ),
    ),
    ...(closes ? [markFilter(words('Closes within 14 days'), entryMark.closesSoon)] : []),
    ...locales.map((locale) =>
      markFilter(
        words('Not in {language}', { language: languageName(terms, locale) }),
        entryMark.missing(locale),
      ),
    ),
    ...locales.map((locale) =>
      markFilter(
        words('{language} is outdated', { language: capitalize(terms, languageName(terms, locale)) }),
        entryMark.outdated(locale),
      ),
    ),
  ];
}

/** Groups of what belongs to an organization. */
export function listGroups(type: ContentTypeName, { words }: EditorWords) {
  return 'organization' in shapeOf(type) ? [{ label: words('Organization'), field: groupField }] : [];
}
