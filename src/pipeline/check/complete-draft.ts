/** Completes an unfinished entry so that a preview can show it. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import type { RawEntry, RawFields } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { contentTypes, type Entry } from '@/model/types/types';
import type { z } from 'zod';
import { repairValue, type PlaceholderOptions } from './placeholder-value';
import { validate } from './validate';

/** Replaces the values that the schema refuses, and removes unknown fields. */
function mended(schema: z.ZodObject, fields: RawFields, options: PlaceholderOptions): RawFields {
  const known = Object.fromEntries(
    Object.entries(fields).filter(([name]) => Object.hasOwn(schema.shape, name)),
  );
  const { error } = schema.safeParse(known);
  const faulty = new Set(error?.issues.map(({ path }) => String(path[0])));
  const own = Object.entries<z.core.$ZodType>(schema.shape)
    .filter(([name]) => faulty.has(name))
    .map(([name, field]) => [name, repairValue(field, known[name], options)] as const)
    .filter(([, value]) => value !== undefined);
  const sound = Object.entries(known).filter(([name]) => !faulty.has(name));
  return Object.fromEntries([...sound, ...own]);
}

/** Returns the original language of an entry, otherwise one that it has text in, otherwise the site's first. */
function originalOf(raw: RawEntry, siteLocales: readonly Locale[]): Locale {
  const said = raw.shared['originalLanguage'];
  if (isLocale(said)) return said;
  return locales.find((locale) => raw.locales[locale]) ?? siteLocales[0] ?? locales[0];
}

/** Returns the fields with a published status. */
function published(shared: RawFields, type: RawEntry['type']): RawFields {
  const { status } = shared;
  if (status !== 'draft' && status !== 'review') return shared;
  return { ...shared, status: type === 'opportunity' ? 'open' : 'published' };
}

/**
 * Completes a normalized entry. Values that the model refuses are replaced by placeholders, which in texts name the
 * field in the original language; broken rules are reported but block nothing. `today` is `YYYY-MM-DD`.
 */
export function completeDraft(
  raw: RawEntry,
  siteLocales: readonly Locale[],
  today: string,
): { readonly entry: Entry; readonly problems: readonly Problem[] } {
  const type = contentTypes[raw.type];
  const strict = validate(raw);
  const original = originalOf(raw, siteLocales);
  const options = { today, locale: original };
  const shared = published(
    mended(type.shared, { ...raw.shared, originalLanguage: original }, options),
    raw.type,
  );
  const texts = mended(type.localized, raw.locales[original] ?? {}, options);
  const whole: RawEntry = { ...raw, shared, locales: { ...raw.locales, [original]: texts } };
  const { entry, problems } = validate(whole, 'tell');
  if (!entry) throw new Error(`${raw.origin.label} can’t be completed for a preview.`);
  // Rules are checked only if every field is valid, as they are after completion.
  const isTold = (one: Problem) =>
    strict.problems.some(({ code, field }) => code === one.code && field === one.field);
  return { entry, problems: [...strict.problems, ...problems.filter((one) => !isTold(one))] };
}
