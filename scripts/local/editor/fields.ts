/** The model's fields as widgets of Decap CMS, so that an editor sees the same words and limits as everywhere else. */
import type { Translate } from '@/i18n/translate';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { termName } from '@/model/fields/field-text';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { z } from 'zod';
import { shownAs } from './format';

/** How a value is edited, in the shape of Decap's configuration. */
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

/** The length of a text as a pattern: Decap has no other way to limit one. */
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

function textOf(schema: z.core.$ZodType): Settings {
  if (schema instanceof z.ZodURL)
    return {
      widget: 'string',
      pattern: [String.raw`^https?://\S+$`, 'It must begin with http:// or https://.'],
    };
  if (schema instanceof z.ZodEmail)
    return { widget: 'string', pattern: [String.raw`^\S+@\S+\.\S+$`, 'It must be an e-mail address.'] };
  return { widget: 'string', ...lengthPattern(schema, '.') };
}

function choiceOf(t: Translate, schema: z.core.$ZodType): Settings {
  const { labels } = fieldMeta(schema);
  const options = (idsOf(schema) ?? []).map((value) => ({ value, label: termName(t, labels, value) }));
  return { widget: 'select', options };
}

function referenceOf(schema: z.core.$ZodType): Settings {
  const { to = '' } = fieldMeta(schema);
  return {
    widget: 'relation',
    collection: to,
    value_field: '{{slug}}',
    search_fields: [shownAs],
    display_fields: [shownAs],
    options_length: 50,
  };
}

function listOf(t: Translate, schema: z.ZodArray): Settings {
  const { element } = schema;
  const inner = unwrap(element);
  const { least, most } = boundsOf(schema);
  const limits = { ...(least > 0 && { min: least }), ...(most < Infinity && { max: most }) };
  const { widget } = fieldMeta(inner);
  if (widget === 'choice') return { ...choiceOf(t, inner), ...limits, multiple: true };
  if (widget === 'reference') return { ...referenceOf(inner), ...limits, multiple: true };
  // A list of groups has a default item where one of its parts has a default, unless it is told that it has none.
  const items = { widget: 'list', ...limits, default: [], collapsed: false };
  if (inner instanceof z.ZodObject) return { ...items, fields: fieldsOf(t, inner) };
  return { ...items, field: fieldOf(t, 'item', inner) };
}

function settingsOf(t: Translate, schema: z.core.$ZodType): Settings {
  const { widget } = fieldMeta(schema);
  switch (widget) {
    case 'text':
      return textOf(schema);
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
      return choiceOf(t, schema);
    case 'reference':
      return referenceOf(schema);
    case 'media':
      return { widget: 'image', allow_multiple: false, choose_url: false };
    case 'list':
      return listOf(t, schema as z.ZodArray);
    case 'group':
      return { widget: 'object', collapsed: false, fields: fieldsOf(t, schema as z.ZodObject) };
  }
}

function defaultOf(schema: z.core.$ZodType): { readonly default: unknown } | undefined {
  if (!(schema instanceof z.ZodDefault)) return undefined;
  const value: unknown = schema.def.defaultValue;
  // An empty list is what a field has anyway.
  return Array.isArray(value) ? undefined : { default: value };
}

/** One field. A text that is too long is refused while typing; what is missing is told by the build, language by language. */
function fieldOf(t: Translate, name: string, schema: z.core.$ZodType): EditorField {
  const inner = unwrap(schema);
  const meta = fieldMeta(inner);
  return {
    name,
    label: meta.label,
    hint: meta.help,
    ...settingsOf(t, inner),
    // Decap asks for the parts of a group also where the whole may be missing.
    ...(inner !== schema && inner instanceof z.ZodObject && { fields: optionalFields(fieldsOf(t, inner)) }),
    required: inner === schema,
    ...defaultOf(schema),
  };
}

/** Every field of an object, in the model's order. */
export function fieldsOf(t: Translate, { shape }: z.ZodObject): EditorField[] {
  return Object.entries<z.core.$ZodType>(shape).map(([name, schema]) => fieldOf(t, name, schema));
}

/** The same fields with nothing demanded: what a language must have depends on the one that the entry was written in. */
export function optionalFields(fields: readonly EditorField[]): EditorField[] {
  return fields.map((field) => ({ ...field, required: false }));
}
