/** Derives the form of each content type from the model: its fields with their controls, names, limits and defaults. */
import { z } from 'zod';
import { editorTranslator, type EditorText } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { capitalize } from '@/i18n/names';
import { typeSection } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { typeWords } from '@/model/fields/field-words';
import { typeFields, type TypeField } from '@/model/fields/type-fields';
import { contentTypeNames, type ContentTypeName, type RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import {
  describeCommon,
  describeGroup,
  describeInput,
  mostOf,
  type Describing,
  type Schema,
} from './describe-control';
import type { FormControl, EntryField, FormsDescription, TypeForm } from './description';
import { Vocabularies } from './vocabularies';

const plurals = {
  opportunity: 'Opportunities',
  organization: 'Organizations',
  campaign: 'Campaigns',
  story: 'Stories',
  resource: 'Resources',
  page: 'Pages',
  synonyms: 'Synonyms',
  settings: 'Site settings',
} as const satisfies Record<ContentTypeName, EditorText>;

/** Fields that a save fills in: no form shows them. */
const savedFields = new Set(['updated']);

/** Fields that get the day on which an entry is begun. */
const firstDays: Readonly<Partial<Record<ContentTypeName, string>>> = {
  opportunity: 'posted',
  organization: 'joined',
  resource: 'date',
};

function describeControl(schema: Schema, describing: Describing): FormControl {
  const inner = unwrap(schema);
  const group = describeGroup(inner, describing);
  if (group) return group;
  const { widget, to } = fieldMeta(inner);
  if (widget === 'markdown') return { kind: 'markdown', most: mostOf(inner) };
  if (widget === 'media') return { kind: 'picture' };
  if (to) return { kind: 'reference', to };
  const target = inner instanceof z.ZodArray ? fieldMeta(inner.element).to : undefined;
  return target ? { kind: 'references', to: target, most: mostOf(inner) } : describeInput(inner, describing);
}

/** True if the form for proposals asks for a field, or for a part of it. */
function isAsked(schema: Schema): boolean {
  const inner = unwrap(schema);
  if (fieldMeta(inner).asked) return true;
  const parts = inner instanceof z.ZodObject ? Object.values<Schema>(inner.shape) : [];
  return parts.some((part) => fieldMeta(part).asked);
}

/** Describes a field as a form shows it. */
export function describeField(
  { name, schema, isLocalized, meta }: TypeField,
  describing: Describing,
): EntryField {
  const common = describeCommon(name, schema, describing);
  return {
    ...common,
    isLocalized,
    isEssential: common.isRequired || name === 'status' || meta.widget === 'media' || isAsked(schema),
    tab: meta.tab ?? 'what',
    control: describeControl(schema, describing),
  };
}

/** A new entry is a draft of today in the editor's language. */
function beginEntry(type: ContentTypeName, locale: Locale, today: string): RawFields {
  const day = firstDays[type];
  return {
    originalLanguage: locale,
    ...('status' in contentTypes[type].shared.shape && { status: 'draft' }),
    ...(day !== undefined && { [day]: today }),
  };
}

/** Describes all forms in the words of a language. `today` is `YYYY-MM-DD`. */
export function describeForms(locale: Locale, today: string): FormsDescription {
  const t = editorTranslator(locale);
  const terms = translator(locale);
  const describing = { t, vocabularies: new Vocabularies(terms) };
  const describeType = (type: ContentTypeName): TypeForm => ({
    ...typeWords(t, type),
    plural: capitalize(terms, t(plurals[type])),
    title: contentTypes[type].title,
    hasPage: Object.hasOwn(typeSection, type),
    isSingle: type === 'settings',
    newEntry: beginEntry(type, locale, today),
    fields: typeFields(contentTypes[type])
      .filter(({ name, meta }) => meta.widget !== 'internal' && !savedFields.has(name))
      .map((field) => describeField(field, describing)),
  });
  const types = Object.fromEntries(contentTypeNames.map((type) => [type, describeType(type)]));
  return {
    types: types as Record<ContentTypeName, TypeForm>,
    vocabularies: describing.vocabularies.all(),
  };
}
