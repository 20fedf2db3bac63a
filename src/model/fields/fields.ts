/**
 * Builders for the fields of a content type. Each returns a Zod schema that also carries where the field appears
 * (`fieldMeta`), so that a field is described once and everything else is derived from it. Its label and help stand in
 * `src/i18n/editor/`, by its key.
 */
import { z } from 'zod';
import english from '@/i18n/editor/fields.en.json' with { type: 'json' };
import { publicHost } from '../addresses/address';
import type { ContentTypeName } from '../types/entry';
import { isTimeZone } from '../vocabularies/time-zones';

/** The control with which editors' tools show a field. */
export type Widget =
  | 'text' // one line
  | 'lines' // a few lines of plain text
  | 'markdown'
  | 'slug'
  | 'number'
  | 'flag'
  | 'date'
  | 'choice'
  | 'reference'
  | 'media'
  | 'list'
  | 'group'
  | 'internal'; // kept by programs, and shown to no editor

/** The tabs of an editor's form, in their order. Contentful allows five. */
export const editorTabs = ['what', 'who', 'when', 'apply', 'editorial'] as const;

export type EditorTab = (typeof editorTabs)[number];

/** How a form asks for a field. */
interface FieldQuestion {
  /** The name of the question, where the field's own is taken: a form also asks for a person's `name`. */
  readonly name?: string;
  /** True where the form insists on an answer that the model can do without. */
  readonly isRequired?: true;
}

/**
 * Where a field appears besides the page that shows it. Whatever lists fields by name is derived from this, so that a
 * new field needs no other list.
 */
export interface FieldUses {
  /** The tab of an editor's form; `what` where nothing is said. */
  readonly tab?: EditorTab;
  /** In the open data; a long text as its Markdown. */
  readonly public?: true;
  /** Found by the search: texts by their words, choices by their names. */
  readonly searched?: true;
  /** In Contentful the group is one field, not one for each part: a content type has room for 50 fields only. */
  readonly whole?: true;
  /** False for what only editors say: a sheet's column by its name is left out. */
  readonly importable?: false;
  /** Asked by the form that proposes an opportunity or registers an organization. In a group each part says it. */
  readonly asked?: true | FieldQuestion;
}

/** The kind of a field. */
interface FieldKind {
  readonly widget: Widget;
  /** For references: the type of entry pointed to. */
  readonly to?: ContentTypeName;
  /** For choices: the prefix of the labels' keys in `src/i18n/strings`. */
  readonly labels?: string;
  /** For texts that are read by machines too: what is done with one that is wrong depends on it. */
  readonly holds?: 'web-address' | 'form-id' | 'time-zone';
}

/** The texts and the kind of a field for editors' tools, and where else it appears. */
export interface FieldMeta extends FieldKind, FieldUses {
  /** The beginning of the keys of its texts in `src/i18n/editor/fields.en.json`: `opportunity.hours.min`. Empty before it has a name. */
  readonly key: string;
  /** The field's name in English, as a person says it. */
  readonly label: string;
  /** One or two sentences in English: what to write, and why. */
  readonly help: string;
}

const registry = z.registry<FieldMeta>();

function describe<T extends z.ZodType>(schema: T, kind: FieldKind, uses?: FieldUses): T {
  registry.add(schema, { key: '', label: '', help: '', ...uses, ...kind });
  return schema;
}

const texts: Readonly<Record<string, string>> = english;

/** The label and help in English of a type or a field, by its key: `opportunity.hours`. Empty where there is none. */
export function englishTexts(key: string): { readonly label: string; readonly help: string } {
  return { label: texts[`${key}.label`] ?? '', help: texts[`${key}.help`] ?? '' };
}

function nameSchema(schema: z.core.$ZodType, key: string): void {
  const inner = unwrap(schema) as z.ZodType;
  const meta = registry.get(inner);
  // Fields that types share have names already.
  if (meta?.key === '') registry.add(inner, { ...meta, key, ...englishTexts(key) });
}

/** Gives fields their keys, and so their texts: `campaign.quotes`, its items `campaign.quotes.item`, their parts `campaign.quotes.who`. */
export function nameFields(prefix: string, fields: Readonly<Record<string, z.core.$ZodType>>): void {
  for (const [name, schema] of Object.entries(fields)) {
    const key = `${prefix}.${name}`;
    nameSchema(schema, key);
    const inner = unwrap(schema);
    if (inner instanceof z.ZodArray) nameSchema(inner.element, `${key}.item`);
    const group = inner instanceof z.ZodArray ? unwrap(inner.element) : inner;
    if (group instanceof z.ZodObject) nameFields(key, group.shape);
  }
}

/** What is known of a schema's field; looks through `optional()` and `default()`. Undefined for one built elsewhere. */
export function fieldMetaOf(schema: z.core.$ZodType): FieldMeta | undefined {
  return registry.get(unwrap(schema) as z.ZodType);
}

/** What is known of a field; looks through `optional()` and `default()`. Throws for a schema built elsewhere. */
export function fieldMeta(schema: z.core.$ZodType): FieldMeta {
  const meta = fieldMetaOf(schema);
  if (!meta) throw new Error('This schema was not made by a builder in src/model/fields/fields.ts.');
  return meta;
}

/** The schema inside `optional()` and `default()`. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  return inner;
}

/** One line of plain text, 1 to `max` characters. Line breaks and control characters are refused. */
export function text(max: number, uses?: FieldUses) {
  const schema = z
    .string()
    .trim()
    .min(1)
    .max(max)
    // Code points, since the patterns of the open data's schemas are read by programs that don't know \p{…} (Python).
    .regex(/^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must be a single line without control characters');
  return describe(schema, { widget: 'text' }, uses);
}

/** A few lines of plain text, 1 to `max` characters. */
export function lines(max: number, uses?: FieldUses) {
  return describe(z.string().trim().min(1).max(max), { widget: 'lines' }, uses);
}

/** Markdown (CommonMark with tables), 1 to `max` characters; it is sanitised in the pipeline. */
export function markdown(max: number, uses?: FieldUses) {
  return describe(z.string().trim().min(1).max(max), { widget: 'markdown' }, uses);
}

/** A piece of an address: lower-case letters and digits of ASCII, joined by single hyphens. */
export function slug(uses?: FieldUses) {
  const schema = z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters a–z and digits, joined by hyphens');
  return describe(schema, { widget: 'slug' }, uses);
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number, uses?: FieldUses) {
  return describe(z.int().min(min).max(max), { widget: 'number' }, uses);
}

/** A number from `min` to `max`, fractions allowed. */
export function number(min: number, max: number, uses?: FieldUses) {
  return describe(z.number().min(min).max(max), { widget: 'number' }, uses);
}

/** Yes or no; no where nothing is said. */
export function flag(uses?: FieldUses) {
  return describe(z.boolean(), { widget: 'flag' }, uses).default(false);
}

/** A day of the calendar that exists, `YYYY-MM-DD`. */
export function date(uses?: FieldUses) {
  const schema = z.iso.date('must be a day that exists, written YYYY-MM-DD');
  return describe(schema, { widget: 'date' }, uses);
}

/** One of a vocabulary's ids. `labels` is the prefix of their keys in `src/i18n/strings`. */
export function choice<const T extends readonly [string, ...string[]]>(
  ids: T,
  labels: string,
  uses?: FieldUses,
) {
  return describe(z.enum(ids), { widget: 'choice', labels }, uses);
}

/** An IANA time zone. */
export function timeZone(uses?: FieldUses) {
  const schema = z
    .string()
    .refine(isTimeZone, { error: 'must be the time zone of a place, such as Africa/Dakar, or UTC' });
  return describe(schema, { widget: 'text', holds: 'time-zone' }, uses);
}

/** One of a long vocabulary's ids (countries, regions), typed as a plain string. */
export function code(known: readonly string[], labels: string, uses?: FieldUses) {
  const ids = new Set(known);
  const schema = z.string().refine((value) => ids.has(value), { error: 'is not in the vocabulary' });
  return describe(schema, { widget: 'choice', labels }, uses);
}

/** An id of another entry: `[A-Za-z0-9._-]{1,64}`. */
export const entryId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be an id of 1 to 64 letters, digits, dots, hyphens or underscores');

/** A link to another entry, by id. */
export function reference(to: ContentTypeName, uses?: FieldUses) {
  return describe(entryId.clone(), { widget: 'reference', to }, uses);
}

/** A link to a picture: the id of an asset of the source. */
export function media(uses?: FieldUses) {
  return describe(z.string().min(1).max(200), { widget: 'media' }, uses);
}

/** An absolute web address. Every field of this kind is optional: one that can't be published is left out. */
export function webAddress(uses?: FieldUses) {
  const schema = z
    .url({
      protocol: /^https?$/,
      hostname: publicHost,
      error: 'must be an address that begins with http:// or https://',
    })
    .max(500);
  return describe(schema, { widget: 'text', holds: 'web-address' }, uses);
}

/** The id of a Formspree form, 1 to 40 characters. Optional: without a right one, another form takes its place. */
export function formId(uses?: FieldUses) {
  const schema = z.string().trim().min(1).max(40);
  return describe(schema, { widget: 'text', holds: 'form-id' }, uses);
}

/** An e-mail address. */
export function email(uses?: FieldUses) {
  return describe(z.email('must be an e-mail address').max(200), { widget: 'text' }, uses);
}

/** Up to `max` things of one kind. */
export function list<T extends z.ZodType>(item: T, max: number, uses?: FieldUses, min = 0) {
  return describe(z.array(item).min(min).max(max), { widget: 'list' }, uses);
}

/** Fields that belong together. Unknown ones are refused. */
export function group<T extends z.ZodRawShape>(shape: T, uses?: FieldUses) {
  return describe(z.strictObject(shape), { widget: 'group' }, uses);
}

/** A value that programs keep beside the content. No editor's form shows it, and no page. */
export function internal<T extends z.ZodType>(schema: T, uses?: FieldUses) {
  // Lazy, so that what goes through the parts of groups takes it for a whole.
  const whole = z.lazy(() => schema);
  return describe(whole, { widget: 'internal' }, uses);
}
