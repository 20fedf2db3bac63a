/** Reads the listings of the benchmark, and turns each into the entries of an opportunity and its organization. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import type { RawEntry } from '@/model/types/entry';
import { causes } from '@/model/vocabularies/causes';
import { workLanguages } from '@/model/vocabularies/languages';
import { taskTypes } from '@/model/vocabularies/task-types';
import { dayFromNow } from '../content/setting';

/** A file of the benchmark can't be used. */
export class QuestionsError extends OperatorError {
  override readonly name = 'QuestionsError';
}

/** Work exchanges ask for more than the model's limit of 20. */
const weeklyHours = z.number().transform((hours) => Math.min(hours, 20));

const listing = z.strictObject({
  id: z.string(),
  title: z.string(),
  organization: z.string(),
  summary: z.string(),
  text: z.string(),
  taskTypes: z.array(z.enum(taskTypes)).min(1),
  causes: z.array(z.enum(causes)).min(1),
  countries: z.array(z.string()).optional(),
  /** Those that the model doesn't know are left out. */
  languages: z
    .array(z.string())
    .transform((languages) => workLanguages.filter((one) => languages.includes(one)))
    .refine((languages) => languages.length > 0),
  hours: z.strictObject({ min: weeklyHours, max: weeklyHours }),
});

type Listing = z.output<typeof listing>;

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Parses a YAML file, of this folder where its path isn’t absolute. Throws a `QuestionsError` that names the file and what is wrong. */
export function readDataFile<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  const file = path.resolve(folder, name);
  const { data, error } = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (error) throw new QuestionsError(`${file} can’t be used:\n${z.prettifyError(error)}`);
  return data as z.output<Schema>;
}

/** The listings of a language in a folder, in the order of their files. Throws a `QuestionsError`. */
function readListings(locale: Locale, dir: string): Listing[] {
  const localeDir = path.resolve(folder, dir, locale);
  if (!existsSync(localeDir)) throw new QuestionsError(`There are no listings in ${localeDir}.`);
  return readdirSync(localeDir)
    .toSorted()
    .flatMap((name) => readDataFile(path.join(localeDir, name), z.array(listing)));
}

/** At most 57 characters: an id may have 64, and a registration number 60. */
const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, 57);

function organizationEntry(locale: Locale, { organization, summary, causes, languages }: Listing): RawEntry {
  const id = `of-${slugOf(organization)}`;
  return {
    id,
    type: 'organization',
    locales: {
      [locale]: { name: organization, summary, mission: summary, verifiedBy: 'the benchmark' },
    },
    shared: {
      originalLanguage: locale,
      updated: dayFromNow(-30),
      kind: 'civil',
      country: 'FR',
      countries: ['FR'],
      registrationNumber: id,
      causes,
      languages,
      website: 'https://organization.example',
      joined: dayFromNow(-900),
      verifiedOn: dayFromNow(-60),
    },
    origin: { label: `organizations/${id}` },
  };
}

/** `index` only spreads the days of posting, which decide between equal results. */
function opportunityEntry(locale: Locale, listing: Listing, index: number): RawEntry {
  const { id, title, organization, summary, text, languages, countries, ...shared } = listing;
  return {
    id,
    type: 'opportunity',
    // Opportunities must have all of these: the summary adds no words to them.
    locales: {
      [locale]: { title, summary, task: text, deliverable: summary, impact: summary, requirements: summary },
    },
    shared: {
      ...shared,
      ...(countries ? { countries } : { regions: ['001'] }),
      languages: languages.map((language) => ({ language, level: 'good', need: 'required' })),
      originalLanguage: locale,
      updated: dayFromNow(-20),
      status: 'open',
      organization: `of-${slugOf(organization)}`,
      length: { kind: 'ongoing' },
      reviewBy: dayFromNow(200),
      posted: dayFromNow(-20 - ((index * 37) % 200)),
      lastVerified: dayFromNow(-10),
    },
    origin: { label: `listings/${id}` },
  };
}

/** The entries of the listings of a language in a folder; one organization where several have the same. */
export function listingEntries(locale: Locale, dir = 'listings'): RawEntry[] {
  const listings = readListings(locale, dir);
  const organizations = listings.map((one) => organizationEntry(locale, one));
  return [
    ...new Map(organizations.map((entry) => [entry.id, entry])).values(),
    ...listings.map((one, index) => opportunityEntry(locale, one, index)),
  ];
}
