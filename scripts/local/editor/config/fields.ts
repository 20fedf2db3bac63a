/** Converts the model's fields to widgets of Decap CMS, with the words of the editor's language. */
import type { EditorTranslate } from '@/i18n/editor';
import { capitalize } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { termName } from '@/model/fields/field-text';
import { fieldWords } from '@/model/fields/field-words';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { z } from 'zod';
import { titleField } from '../entry/format';
import { timeZoneOptions } from './time-zone-options';

/** A widget's settings in the shape of Decap's configuration. */
interface Settings {
  readonly widget: string;
  readonly required?: boolean;
  readonly [setting: string]: unknown;
}

/** A field in the shape of Decap's configuration. */
export interface EditorField extends Settings {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** The words of a configuration. */
export interface EditorWords {
  /** The names of choices. */
  readonly terms: Translate;
  /** The labels and helps of fields. */
  readonly words: EditorTranslate;
}

/** The values of a new entry, by the dotted path of a field with its type: `{ 'story.status': 'draft' }`. */
export type EditorDefaults = Readonly<Record<string, unknown>>;

export interface FieldContext extends EditorWords {
  /** The dotted path of what holds the fields, with the type: `opportunity.closes`. */
  readonly path: string;
  readonly defaults: EditorDefaults;
}

const within = (context: FieldContext, name: string): FieldContext => ({
  ...context,
  path: `${context.path}.${name}`,
});

function choiceSettings({ terms }: FieldContext, schema: z.core.$ZodType): Settings {
  const { labels } = fieldMeta(schema);
  const ids = idsOf(schema) ?? [];
  const options = ids.map((value) => ({ value, label: capitalize(terms, termName(terms, labels, value)) }));
  const isLong = labels === 'country' || labels === 'region' || labels === 'language';
  if (isLong) options.sort((one, other) => one.label.localeCompare(other.label, terms.locale));
  return { widget: 'select', options };
}

function referenceSettings(schema: z.core.$ZodType): Settings {
  const { to = '' } = fieldMeta(schema);
  return {
    widget: 'relation',
    collection: to,
    value_field: '{{slug}}',
    search_fields: [titleField],
    display_fields: [titleField],
    options_length: 50,
  };
}

function listSettings(context: FieldContext, schema: z.ZodArray): Settings {
  const inner = unwrap(schema.element);
  const { widget } = fieldMeta(inner);
  if (widget === 'choice') return { ...choiceSettings(context, inner), multiple: true };
  if (widget === 'reference') return { ...referenceSettings(inner), multiple: true };
  // Without `default`, Decap adds an item to a list of groups if one of their fields has a default.
  const items = {
    widget: 'list',
    default: [],
    collapsed: false,
    label_singular: fieldWords(context.words, inner).label,
  };
  if (inner instanceof z.ZodObject) return { ...items, fields: buildFields(context, inner) };
  return { ...items, field: buildField(context, 'item', inner) };
}

function fieldSettings(context: FieldContext, schema: z.core.$ZodType): Settings {
  const { widget, holds } = fieldMeta(schema);
  switch (widget) {
    case 'text':
      if (holds === 'time-zone') return { widget: 'select', options: timeZoneOptions(context.words.locale) };
      return { widget: 'string' };
    case 'lines':
      return { widget: 'text' };
    case 'markdown':
      return {
        widget: 'markdown',
        buttons: [
          'bold',
          'italic',
          'link',
          'heading-two',
          'heading-three',
          'quote',
          'bulleted-list',
          'numbered-list',
        ],
        editor_components: [],
        modes: ['rich_text', 'raw'],
      };
    case 'slug':
      return { widget: 'string' };
    case 'number': {
      const { least, most } = boundsOf(schema);
      const isWhole = schema instanceof z.ZodNumber && schema.format?.includes('int') === true;
      return {
        widget: 'number',
        value_type: isWhole ? 'int' : 'float',
        min: least,
        max: most,
        step: isWhole ? 1 : 0.1,
      };
    }
    case 'flag':
      return { widget: 'boolean' };
    case 'date':
      return {
        widget: 'datetime',
        format: 'YYYY-MM-DD',
        date_format: 'YYYY-MM-DD',
        time_format: false,
        picker_utc: true,
      };
    case 'choice':
      return choiceSettings(context, schema);
    case 'reference':
      return referenceSettings(schema);
    case 'media':
      return { widget: 'image', allow_multiple: false, choose_url: false };
    case 'list':
      return listSettings(context, schema as z.ZodArray);
    case 'group':
      return { widget: 'object', collapsed: false, fields: buildFields(context, schema as z.ZodObject) };
    case 'internal':
      throw new Error('No editor shows a field that programs keep.');
  }
}

function defaultSetting({ path, defaults }: FieldContext, schema: z.core.$ZodType) {
  if (Object.hasOwn(defaults, path)) return { default: defaults[path] };
  if (!(schema instanceof z.ZodDefault)) return undefined;
  const value: unknown = schema.def.defaultValue;
  // An empty list needs no default.
  return Array.isArray(value) ? undefined : { default: value };
}

/**
 * Builds a field. Decap says which fields are optional, and checks none of them: the page asks the model before a save,
 * which knows what an entry needs and can say what is wrong.
 */
function buildField(holder: FieldContext, name: string, schema: z.core.$ZodType): EditorField {
  const context = within(holder, name);
  const inner = unwrap(schema);
  const { label, help } = fieldWords(context.words, inner);
  return {
    name,
    label,
    hint: help,
    ...fieldSettings(context, inner),
    required: schema === inner,
    ...defaultSetting(context, schema),
  };
}

/** Builds every field of an object that editors see, in the model's order. */
export function buildFields(context: FieldContext, { shape }: z.ZodObject): EditorField[] {
  return Object.entries<z.core.$ZodType>(shape)
    .filter(([, schema]) => fieldMeta(schema).widget !== 'internal')
    .map(([name, schema]) => buildField(context, name, schema));
}
