/** A field's label and help, and a finding about it, in an editor's language. */
import type { EditorTranslate } from '@/i18n/editor';
import { localeTable } from '@/i18n/locales';
import { z } from 'zod';
import type { Problem, ProblemFinding } from '../problems';
import type { ContentTypeName } from '../types/entry';
import { contentTypes } from '../types/types';
import { fieldMeta, unwrap } from './fields';

/** The label and help of a field or a type, for editors. */
interface FieldWords {
  readonly label: string;
  readonly help: string;
}

function translateWords(t: EditorTranslate, key: string, english: FieldWords): FieldWords {
  const find = (part: keyof FieldWords) => {
    const own = t.any(`${key}.${part}`);
    return own === `${key}.${part}` ? english[part] : own;
  };
  return { label: find('label'), help: find('help') };
}

/** Returns a field's label and help, in English where the language has none. */
export function fieldWords(t: EditorTranslate, schema: z.core.$ZodType): FieldWords {
  const meta = fieldMeta(schema);
  return translateWords(t, meta.key, meta);
}

/** Returns the name of a content type, and what it is for. */
export function typeWords(t: EditorTranslate, type: ContentTypeName): FieldWords {
  return translateWords(t, type, contentTypes[type]);
}

/** The name of the field at a dotted path: `Languages of work, 2: language`. */
export function nameField(
  type: ContentTypeName,
  path: string,
  isLocalized: boolean,
  t: EditorTranslate,
): string {
  let schema: z.core.$ZodType | undefined = contentTypes[type][isLocalized ? 'localized' : 'shared'];
  const names: string[] = [];
  for (const part of path.split('.')) {
    const inner: z.core.$ZodType | undefined = schema && unwrap(schema);
    if (inner instanceof z.ZodArray) {
      schema = inner.element;
      names.push(String(Number(part) + 1));
    } else if (inner instanceof z.ZodObject && Object.hasOwn(inner.shape, part)) {
      schema = inner.shape[part] as z.core.$ZodType;
      names.push(fieldWords(t, schema).label);
    } else {
      break;
    }
  }
  return names.join(' › ') || path;
}

/** A finding as a sentence: `Hours a week, at most: is 30 hours a week, but the limit is 20. …` */
export function findingWords(
  t: EditorTranslate,
  label: string,
  { message, hint }: Pick<ProblemFinding, 'message' | 'hint'>,
): string {
  return t('{label} {message}. {hint}', { label, message: t.filled(message), hint: t.filled(hint) });
}

/** A problem of an entry as a sentence: `Summary (Français) is missing. Fill it in.` */
export function problemWords(
  t: EditorTranslate,
  { type, field, locale, message, hint }: Pick<Problem, 'type' | 'field' | 'locale' | 'message' | 'hint'>,
): string {
  const label = nameField(type, field ?? '', locale !== undefined, t) || typeWords(t, type).label;
  const name = locale === undefined ? label : `${label} (${localeTable[locale].name})`;
  return findingWords(t, name, { message, hint });
}
