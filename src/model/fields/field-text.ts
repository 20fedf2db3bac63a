/** A field and its value in the reader's words, by the kind of the field: for what has no words of its own for it. */
import { z } from 'zod';
import { formatDay, formatNumber } from '@/i18n/format/format';
import { capitalize, countryName, label, languageName, regionName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import type { RawFields } from '../types/entry';
import { fieldMeta, unwrap } from './fields';

/** Returns the readers' name of a field: the string `opportunity.starts`, else the label that editors see. */
export function readerLabel(
  t: Translate,
  type: string,
  { path, label: editorLabel }: { readonly path: string; readonly label: string },
): string {
  return t.maybe(`${type}.${path}`) ?? editorLabel;
}

/** The name of a vocabulary's id, as it stands at the start of a line; of a goal, with its number. */
export function termName(t: Translate, vocabulary: string | undefined, id: string): string {
  switch (vocabulary) {
    case undefined:
      return id;
    case 'country':
      return countryName(t, id);
    case 'region':
      return regionName(t, id);
    case 'language':
      return capitalize(t, languageName(t, id));
    case 'sdg':
      return `${id}. ${label(t, vocabulary, id)}`;
    default:
      return label(t, vocabulary, id);
  }
}

function partTexts(t: Translate, group: z.ZodObject, value: RawFields): string[] {
  const parts = Object.entries<z.core.$ZodType>(group.shape);
  return parts.flatMap(([key, part]) => fieldTexts(t, part, value[key], fieldMeta(part).label));
}

/**
 * A value as texts to read, one for each item of a list; none where there is nothing to say. A flag is told by the
 * field's name. `['SN', 'NP'] -> ['Senegal', 'Nepal']`
 */
export function fieldTexts(
  t: Translate,
  schema: z.core.$ZodType,
  value: unknown,
  fieldName: string,
): string[] {
  const inner = unwrap(schema);
  if (value === undefined || value === null) return [];
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item) => fieldTexts(t, inner.element, item, fieldName));
  if (inner instanceof z.ZodObject && typeof value === 'object') {
    const text = partTexts(t, inner, value as RawFields).join(', ');
    return text === '' ? [] : [text];
  }
  const { widget, labels } = fieldMeta(inner);
  if (widget === 'flag') return value === true ? [capitalize(t, fieldName)] : [];
  // An id of an entry or of a picture says nothing to a reader.
  if (widget === 'reference' || widget === 'media') return [];
  if (typeof value === 'number') return [formatNumber(t.locale, value)];
  if (typeof value !== 'string') return [];
  if (widget === 'date') return [formatDay(t.locale, value)];
  return [widget === 'choice' ? termName(t, labels, value) : value];
}
