/** Completes an unfinished entry so that a preview can show it. */
import { editorTranslator } from '@/i18n/editor';
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { fieldMetaOf, unwrap } from '@/model/fields/fields';
import { fieldWords } from '@/model/fields/field-words';
import { boundsOf, idsOf } from '@/model/fields/limits';
import type { RawEntry, RawFields } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { contentTypes, type Entry } from '@/model/types/types';
import { z } from 'zod';
import { validate } from './validate';

/** The id in a link without a target. */
export const missingId = 'missing';

/** The input of placeholders besides the model. */
interface PlaceholderOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The language of the fields' labels. */
  readonly locale: Locale;
}

/** Returns the smallest value that the schema accepts; of a text the field's label: `⟨Title⟩`. */
function placeholderValue(schema: z.core.$ZodType, options: PlaceholderOptions): unknown {
  const inner = unwrap(schema);
  const { least } = boundsOf(inner);
  switch (fieldMetaOf(inner)?.widget) {
    case 'number':
      return Math.max(least, 1);
    case 'flag':
      return false;
    case 'date':
      return options.today;
    case 'choice':
      return idsOf(inner)?.[0];
    case 'reference':
      return missingId;
    case 'list':
      return Array.from({ length: least }, () => placeholderValue((inner as z.ZodArray).element, options));
    case 'group':
      return placeholderGroup(inner as z.ZodObject, options);
    default:
      return inner instanceof z.ZodURL
        ? 'https://example.org/'
        : inner instanceof z.ZodEmail
          ? 'missing@example.org'
          : `⟨${fieldWords(editorTranslator(options.locale), inner).label}⟩`;
  }
}

function placeholderGroup({ shape }: z.ZodObject, options: PlaceholderOptions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<z.core.$ZodType>(shape)
      .filter(([, child]) => unwrap(child) === child)
      .map(([name, child]) => [name, placeholderValue(child, options)]),
  );
}

/**
 * Returns the closest value that the schema accepts: a text that is too long is cut, anything else is replaced by a
 * placeholder. Undefined if the field is optional.
 */
function repairValue(schema: z.core.$ZodType, value: unknown, options: PlaceholderOptions): unknown {
  const inner = unwrap(schema);
  const { most } = boundsOf(inner);
  const accepts = (candidate: unknown) => (inner as z.ZodType).safeParse(candidate).success;
  const cut =
    typeof value === 'string' ? value.slice(0, most) : Array.isArray(value) ? value.slice(0, most) : value;
  if (cut !== undefined && accepts(cut)) return cut;
  if (unwrap(schema) !== schema) return undefined;
  const placeholder = placeholderValue(schema, options);
  // The placeholder of a text isn't a valid time zone.
  return accepts(placeholder) ? placeholder : 'UTC';
}

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

/** Completes the texts of every language that has one, with placeholders in that language. `today` is `YYYY-MM-DD`. */
export function completeTexts(raw: RawEntry, today: string): RawEntry {
  const { localized } = contentTypes[raw.type];
  const complete = (locale: Locale) => mended(localized, raw.locales[locale] ?? {}, { today, locale });
  const written = locales.filter((locale) => Object.keys(raw.locales[locale] ?? {}).length > 0);
  return { ...raw, locales: Object.fromEntries(written.map((locale) => [locale, complete(locale)])) };
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
  const original = originalOf(raw, siteLocales);
  const options = { today, locale: original };
  const shared = published(
    mended(type.shared, { ...raw.shared, originalLanguage: original }, options),
    raw.type,
  );
  const texts = mended(type.localized, raw.locales[original] ?? {}, options);
  const whole: RawEntry = { ...raw, shared, locales: { ...raw.locales, [original]: texts } };
  const { entry } = validate(whole, 'tell');
  if (!entry) throw new Error(`${raw.origin.label} can’t be completed for a preview.`);
  return { entry, problems: validate(raw).problems };
}
