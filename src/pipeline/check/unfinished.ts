/** Makes an entry of what an editor has so far, whatever is missing or wrong: for previews only. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import type { RawEntry, RawFields } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { contentTypes } from '@/model/types/types';
import type { z } from 'zod';
import { mendedValue } from './stand-in-value';
import { validate, type AnyEntry } from './validate';

/** An entry that can be shown, with what would keep it off the site. */
export interface UnfinishedEntry {
  readonly entry: AnyEntry;
  /** What is missing or wrong: where it is not the editor’s own, it isn’t what the entry says. */
  readonly problems: readonly Problem[];
}

/** The fields with each that the schema refuses mended, and those that it doesn’t know taken out. */
function mended(schema: z.ZodObject, fields: RawFields, today: string): RawFields {
  const known = Object.fromEntries(
    Object.entries(fields).filter(([name]) => Object.hasOwn(schema.shape, name)),
  );
  const { error } = schema.safeParse(known);
  const faulty = new Set(error?.issues.map(({ path }) => String(path[0])));
  const own = Object.entries<z.core.$ZodType>(schema.shape)
    .filter(([name]) => faulty.has(name))
    .map(([name, field]) => [name, mendedValue(field, known[name], today)] as const)
    .filter(([, value]) => value !== undefined);
  const sound = Object.entries(known).filter(([name]) => !faulty.has(name));
  return Object.fromEntries([...sound, ...own]);
}

/** The language that it says it was written in, else one that it has words in, else the site’s first. */
function originalOf(raw: RawEntry, siteLocales: readonly Locale[]): Locale {
  const said = raw.shared['originalLanguage'];
  if (isLocale(said)) return said;
  return locales.find((locale) => raw.locales[locale]) ?? siteLocales[0] ?? locales[0];
}

/** As it is shown once somebody says that it is finished. */
function published(shared: RawFields, type: RawEntry['type']): RawFields {
  const { status } = shared;
  if (status !== 'draft' && status !== 'review') return shared;
  return { ...shared, status: type === 'opportunity' ? 'open' : 'published' };
}

/**
 * Shows a normalized entry as far as it goes. What the model refuses gives way to a stand-in, which in a text names the
 * field; the rules for entries are told, and kept from nobody. `today` is `YYYY-MM-DD`.
 */
export function unfinished(raw: RawEntry, siteLocales: readonly Locale[], today: string): UnfinishedEntry {
  const type = contentTypes[raw.type];
  const strict = validate(raw);
  const original = originalOf(raw, siteLocales);
  const shared = published(
    mended(type.shared, { ...raw.shared, originalLanguage: original }, today),
    raw.type,
  );
  const texts = mended(type.localized, raw.locales[original] ?? {}, today);
  const whole: RawEntry = { ...raw, shared, locales: { ...raw.locales, [original]: texts } };
  const { entry, problems } = validate(whole, { rules: 'tell' });
  if (!entry) throw new Error(`${raw.origin.label} can’t be mended for a preview.`);
  // Rules are looked at only where every field is sound: with what is missing mended they are.
  const isTold = (one: Problem) =>
    strict.problems.some(({ code, field }) => code === one.code && field === one.field);
  return { entry, problems: [...strict.problems, ...problems.filter((one) => !isTold(one))] };
}
