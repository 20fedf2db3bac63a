/** The schemas of the open data: derived from the model's fields, so that neither can change without the other. */
import { z } from 'zod';
import { locales } from '@/i18n/locales';
import { entryId, fieldMetaOf } from '@/model/fields/fields';
import { opportunityType } from '@/model/types/opportunity';
import { organizationType } from '@/model/types/organization';

const url = z.url().describe('Absolute address of the page, in that language.');
const id = entryId.describe('The same for good, in every language.');

/** Texts by language: only real translations. The whole text is on the page. */
const opportunityTexts = z.partialRecord(
  z.enum(locales),
  z.strictObject({ ...opportunityType.localized.pick({ title: true, summary: true }).shape, url }),
);

const organizationTexts = z.partialRecord(
  z.enum(locales),
  z.strictObject({ ...organizationType.localized.pick({ name: true, summary: true }).shape, url }),
);

/** An open opportunity. Without names, addresses or forms of people. */
export const opportunityRecord = z.strictObject({
  id,
  ...opportunityType.shared.pick({
    originalLanguage: true,
    updated: true,
    organization: true,
    taskTypes: true,
    causes: true,
    sdgs: true,
    skills: true,
    countries: true,
    regions: true,
    diasporaOf: true,
    applicantCountries: true,
    languages: true,
    hours: true,
    length: true,
    schedule: true,
    timeZoneWindow: true,
    places: true,
    groupsWelcome: true,
    microTask: true,
    minimumAge: true,
    device: true,
    bandwidth: true,
    posted: true,
    starts: true,
    closes: true,
    reviewBy: true,
    certificate: true,
    reference: true,
  }).shape,
  closesAt: z.iso
    .datetime()
    .describe('The first instant at which one can no longer apply, in UTC. Missing where it is open-ended.')
    .optional(),
  texts: opportunityTexts,
});

/** An organization on the site. */
export const organizationRecord = z.strictObject({
  id,
  ...organizationType.shared.pick({
    originalLanguage: true,
    updated: true,
    acronym: true,
    kind: true,
    country: true,
    registrationNumber: true,
    countries: true,
    causes: true,
    languages: true,
    website: true,
    replyDays: true,
    replyRate: true,
    joined: true,
    verifiedOn: true,
  }).shape,
  texts: organizationTexts,
});

export type OpportunityRecord = z.output<typeof opportunityRecord>;
export type OrganizationRecord = z.output<typeof organizationRecord>;

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
  license: z.strictObject({ id: z.string().describe('SPDX identifier.'), url: z.url() }),
  lists: z.array(
    z.strictObject({ name: z.string(), records: z.int(), json: z.url(), csv: z.url(), schema: z.url() }),
  ),
  files: z.array(z.strictObject({ file: z.string(), bytes: z.int(), sha256 })),
});

/** The JSON Schema of the index. */
export function indexSchema(address: string): object {
  return { ...z.toJSONSchema(indexRecord), $id: address };
}
