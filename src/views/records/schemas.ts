/** The schemas of the open data: derived from the model's fields, so that neither can change without the other. */
import { z } from 'zod';
import { locales, type Locale } from '@/i18n/locales';
import type { ContentType } from '@/model/fields/define';
import { entryId, fieldMetaOf } from '@/model/fields/fields';
import { fieldsUsedIn } from '@/model/fields/type-fields';
import { opportunityType } from '@/model/types/opportunity';
import { organizationType } from '@/model/types/organization';

const url = z.url().describe('Absolute address of the page, in that language.');
const id = entryId.describe('Never changes, and is the same in every language.');

/** The fields of a content type that are public, of each language or shared. */
function publicShape(type: ContentType, isLocalized: boolean): Record<string, z.core.$ZodType> {
  const fields = fieldsUsedIn(type, 'public').filter((field) => field.isLocalized === isLocalized);
  return Object.fromEntries(fields.map(({ name, schema }) => [name, schema]));
}

/** Texts by language: only real translations. The whole text is on the page. */
const textsOf = (type: ContentType) =>
  z.partialRecord(z.enum(locales), z.strictObject({ ...publicShape(type, true), url }));

/** An open opportunity. Without names, addresses or forms of people. */
export const opportunityRecord = z.strictObject({
  id,
  ...publicShape(opportunityType, false),
  closesAt: z.iso
    .datetime()
    .describe('The first instant after applications close, in UTC. Missing if there is no closing date.')
    .optional(),
  texts: textsOf(opportunityType),
});

/** An organization on the site. */
export const organizationRecord = z.strictObject({
  id,
  ...publicShape(organizationType, false),
  texts: textsOf(organizationType),
});

/** A record as other code knows it. Its further fields are the public ones of its content type. */
export interface OpenRecord {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly updated: string;
  readonly texts: Readonly<
    Partial<Record<Locale, { readonly url: string; readonly [field: string]: unknown }>>
  >;
  readonly [field: string]: unknown;
}

/** The JSON Schema (draft 2020-12) of a list of records, each field with its help text for editors. */
export function listSchema(name: string, record: z.ZodObject, address: string): object {
  const list = z.strictObject({ [name]: z.array(record) });
  const schema = z.toJSONSchema(list, {
    override: ({ zodSchema, jsonSchema }) => {
      const meta = fieldMetaOf(zodSchema);
      if (!meta) return;
      jsonSchema.title = meta.label;
      jsonSchema.description ??= meta.help;
    },
  });
  return { ...schema, $id: address };
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The content of `index.json`. */
const indexRecord = z.strictObject({
  version: z.literal(1),
  updated: z.iso.date().optional().describe('The day on which any record last changed.'),
  sample: z.boolean().describe('True where the content is invented.'),
  license: z.strictObject({
    id: z.string().optional().describe('SPDX identifier, where it is known.'),
    name: z.string(),
    url: z.url(),
  }),
  lists: z.array(
    z.strictObject({ name: z.string(), records: z.int(), json: z.url(), csv: z.url(), schema: z.url() }),
  ),
  files: z.array(z.strictObject({ file: z.string(), bytes: z.int(), sha256 })),
});

/** The JSON Schema of the index. */
export function indexSchema(address: string): object {
  return { ...z.toJSONSchema(indexRecord), $id: address };
}
