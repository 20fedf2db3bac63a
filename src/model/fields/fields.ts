/**
 * Builders for the fields of a content type. Each returns a Zod schema that also carries what an editor sees
 * (`fieldMeta`), so that a field is described once and everything else is derived from it.
 */
import { z } from 'zod';
import { publicHost } from '../addresses/address';
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
  /** In the comparison of saved opportunities; a text is the name of the row, which several fields can share. */
  readonly compared?: true | string;
  /** In Contentful the group is one field, not one for each part: a content type has room for 50 fields only. */
  readonly whole?: true;
  /** False for what only editors say: a sheet's column by its name is left out. */
  readonly importable?: false;
  /** Asked by the form that proposes an opportunity or registers an organization. In a group each part says it. */
  readonly asked?: true | FieldQuestion;
}

/** The description of a field for editors, and where else it appears. */
export interface FieldMeta extends FieldUses {
  /** The field's name, as a person says it. */
  readonly label: string;
  /** One or two sentences: what to write, and why. */
  readonly help: string;
  readonly widget: Widget;
  /** For references: the type of entry pointed to. */
  readonly to?: string;
  /** For choices: the prefix of the labels' keys in `src/i18n/strings`. */
  readonly labels?: string;
  /** For texts that are read by machines too: what is done with one that is wrong depends on it. */
  readonly holds?: 'web-address' | 'form-id' | 'time-zone';
}

/** How a field is described: what an editor reads, then where it appears. */
type Description = readonly [label: string, help: string, uses?: FieldUses];

const registry = z.registry<FieldMeta>();

function describe<T extends z.ZodType>(
  schema: T,
  [label, help, uses]: Description,
  kind: Pick<FieldMeta, 'widget' | 'to' | 'labels' | 'holds'>,
): T {
  registry.add(schema, { label, help, ...uses, ...kind });
  return schema;
}

/** The editor's side of a schema; looks through `optional()` and `default()`. Undefined for one built elsewhere. */
export function fieldMetaOf(schema: z.core.$ZodType): FieldMeta | undefined {
  return registry.get(unwrap(schema) as z.ZodType);
}

/** The editor's side of a field; looks through `optional()` and `default()`. Throws for a schema built elsewhere. */
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
export function text(description: Description, max: number) {
  const schema = z
    .string()
    .trim()
    .min(1)
    .max(max)
    // Code points, since the patterns of the open data's schemas are read by programs that don't know \p{…} (Python).
    .regex(/^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must be a single line without control characters');
  return describe(schema, description, { widget: 'text' });
}

/** A few lines of plain text, 1 to `max` characters. */
export function lines(description: Description, max: number) {
  return describe(z.string().trim().min(1).max(max), description, { widget: 'lines' });
}

/** Markdown (CommonMark with tables), 1 to `max` characters; it is sanitised in the pipeline. */
export function markdown(description: Description, max: number) {
  return describe(z.string().trim().min(1).max(max), description, { widget: 'markdown' });
}

/** A piece of an address: lower-case letters and digits of ASCII, joined by single hyphens. */
export function slug(description: Description) {
  const schema = z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters a–z and digits, joined by hyphens');
  return describe(schema, description, { widget: 'slug' });
}

/** A whole number from `min` to `max`. */
export function integer(description: Description, min: number, max: number) {
  return describe(z.int().min(min).max(max), description, { widget: 'number' });
}

/** A number from `min` to `max`, fractions allowed. */
export function number(description: Description, min: number, max: number) {
  return describe(z.number().min(min).max(max), description, { widget: 'number' });
}

/** Yes or no; no where nothing is said. */
export function flag(description: Description) {
  return describe(z.boolean(), description, { widget: 'flag' }).default(false);
}

/** A day of the calendar that exists, `YYYY-MM-DD`. */
export function date(description: Description) {
  return describe(z.iso.date('must be a day that exists, written YYYY-MM-DD'), description, {
    widget: 'date',
  });
}

/** One of a vocabulary's ids. `labels` is the prefix of their keys in `src/i18n/strings`. */
export function choice<const T extends readonly [string, ...string[]]>(
  description: Description,
  ids: T,
  labels: string,
) {
  return describe(z.enum(ids), description, { widget: 'choice', labels });
}

/** An IANA time zone. */
export function timeZone(description: Description) {
  const schema = z
    .string()
    .refine(isTimeZone, { error: 'must be the time zone of a place, such as Africa/Dakar, or UTC' });
  return describe(schema, description, { widget: 'text', holds: 'time-zone' });
}

/** One of a long vocabulary's ids (countries, regions), typed as a plain string. */
export function code(description: Description, known: readonly string[], labels: string) {
  const ids = new Set(known);
  const schema = z.string().refine((value) => ids.has(value), { error: 'is not in the vocabulary' });
  return describe(schema, description, { widget: 'choice', labels });
}

/** An id of another entry: `[A-Za-z0-9._-]{1,64}`. */
export const entryId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be an id of 1 to 64 letters, digits, dots, hyphens or underscores');

/** A link to another entry, by id. */
export function reference(description: Description, to: string) {
  return describe(entryId.clone(), description, { widget: 'reference', to });
}

/** A link to a picture: the id of an asset of the source. */
export function media(description: Description) {
  return describe(z.string().min(1).max(200), description, { widget: 'media' });
}

/** An absolute web address. Every field of this kind is optional: one that can't be published is left out. */
export function webAddress(description: Description) {
  const schema = z
    .url({
      protocol: /^https?$/,
      hostname: publicHost,
      error: 'must be an address that begins with http:// or https://',
    })
    .max(500);
  return describe(schema, description, { widget: 'text', holds: 'web-address' });
}

/** The id of a Formspree form, 1 to 40 characters. Optional: without a right one, another form takes its place. */
export function formId(description: Description) {
  const schema = z.string().trim().min(1).max(40);
  return describe(schema, description, { widget: 'text', holds: 'form-id' });
}

/** An e-mail address. */
export function email(description: Description) {
  return describe(z.email('must be an e-mail address').max(200), description, { widget: 'text' });
}

/** Up to `max` things of one kind. */
export function list<T extends z.ZodType>(description: Description, item: T, max: number, min = 0) {
  return describe(z.array(item).min(min).max(max), description, { widget: 'list' });
}

/** Fields that belong together. Unknown ones are refused. */
export function group<T extends z.ZodRawShape>(description: Description, shape: T) {
  return describe(z.strictObject(shape), description, { widget: 'group' });
}

/** A value that programs keep beside the content. No editor's form shows it, and no page. */
export function internal<T extends z.ZodType>(description: Description, schema: T) {
  // Lazy, so that what goes through the parts of groups takes it for a whole.
  return describe(
    z.lazy(() => schema),
    description,
    { widget: 'internal' },
  );
}
