/** Converts the model's fields to widgets of Decap CMS, with the same labels and limits as elsewhere. */
import type { Translate } from '@/i18n/translate';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { termName } from '@/model/fields/field-text';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { z } from 'zod';
import { titleField } from './format';

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

/** Returns a pattern for the length of a text, since Decap has no other way to limit it. */
function lengthPattern(
  schema: z.core.$ZodType,
  sign: string,
): { readonly pattern: [string, string] } | undefined {
  const { most } = boundsOf(schema);
  if (most === Infinity) return undefined;
  return {
    pattern: [`^${sign}{0,${most}}$`, `At most ${most} characters.`],
  };
}

function textSettings(schema: z.core.$ZodType): Settings {
  if (schema instanceof z.ZodURL)
    return {
      widget: 'string',
      pattern: [String.raw`^https?://\S+$`, 'It must begin with http:// or https://.'],
    };
  if (schema instanceof z.ZodEmail)
    return { widget: 'string', pattern: [String.raw`^\S+@\S+\.\S+$`, 'It must be an e-mail address.'] };
  return { widget: 'string', ...lengthPattern(schema, '.') };
}

function choiceSettings(t: Translate, schema: z.core.$ZodType): Settings {
  const { labels } = fieldMeta(schema);
  const options = (idsOf(schema) ?? []).map((value) => ({ value, label: termName(t, labels, value) }));
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

function listSettings(t: Translate, schema: z.ZodArray): Settings {
  const { element } = schema;
  const inner = unwrap(element);
  const { least, most } = boundsOf(schema);
  const limits = { ...(least > 0 && { min: least }), ...(most < Infinity && { max: most }) };
  const { widget } = fieldMeta(inner);
  if (widget === 'choice') return { ...choiceSettings(t, inner), ...limits, multiple: true };
  if (widget === 'reference') return { ...referenceSettings(inner), ...limits, multiple: true };
  // Without `default`, Decap adds an item to a list of groups if one of their fields has a default.
  const items = { widget: 'list', ...limits, default: [], collapsed: false };
  if (inner instanceof z.ZodObject) return { ...items, fields: buildFields(t, inner) };
  return { ...items, field: buildField(t, 'item', inner) };
}

function fieldSettings(t: Translate, schema: z.core.$ZodType): Settings {
  const { widget } = fieldMeta(schema);
  switch (widget) {
    case 'text':
      return textSettings(schema);
    case 'lines':
      return { ...lengthPattern(schema, String.raw`[\s\S]`), widget: 'text' };
    case 'markdown':
      return {
        ...lengthPattern(schema, String.raw`[\s\S]`),
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
      return {
        widget: 'string',
        pattern: ['^[a-z0-9]+(?:-[a-z0-9]+)*$', 'Small letters a–z and digits, joined by hyphens.'],
      };
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
      return choiceSettings(t, schema);
    case 'reference':
      return referenceSettings(schema);
    case 'media':
      return { widget: 'image', allow_multiple: false, choose_url: false };
    case 'list':
      return listSettings(t, schema as z.ZodArray);
    case 'group':
      return { widget: 'object', collapsed: false, fields: buildFields(t, schema as z.ZodObject) };
    case 'internal':
      throw new Error('No editor shows a field that programs keep.');
  }
}

function defaultSetting(schema: z.core.$ZodType): { readonly default: unknown } | undefined {
  if (!(schema instanceof z.ZodDefault)) return undefined;
  const value: unknown = schema.def.defaultValue;
  // An empty list needs no default.
  return Array.isArray(value) ? undefined : { default: value };
}

/** Builds a field. The editor refuses texts that are too long; the build reports missing texts by language. */
function buildField(t: Translate, name: string, schema: z.core.$ZodType): EditorField {
  const inner = unwrap(schema);
  const meta = fieldMeta(inner);
  return {
    name,
    label: meta.label,
    hint: meta.help,
    ...fieldSettings(t, inner),
    // Decap would require the fields of a group even if the group is optional.
    ...(inner !== schema && inner instanceof z.ZodObject && { fields: makeOptional(buildFields(t, inner)) }),
    required: inner === schema,
    ...defaultSetting(schema),
  };
}

/** Builds every field of an object, in the model's order. */
export function buildFields(t: Translate, { shape }: z.ZodObject): EditorField[] {
  return Object.entries<z.core.$ZodType>(shape)
    .filter(([, schema]) => fieldMeta(schema).widget !== 'internal')
    .map(([name, schema]) => buildField(t, name, schema));
}

/** Makes all fields optional: which ones a language needs depends on the entry's original language. */
export function makeOptional(fields: readonly EditorField[]): EditorField[] {
  return fields.map((field) => ({ ...field, required: false }));
}
