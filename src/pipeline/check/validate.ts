import { locales, localeTable, type Locale } from '@/i18n/locales';
import { runChecks } from '@/model/checks/checks';
import { unwrap } from '@/model/fields/fields';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { createProblems, problemFindings, type ProblemFinding, type Problem } from '@/model/problems';
import { contentTypes, type Entry } from '@/model/types/types';
import type { z } from 'zod';

/** The localized fields of each type: those of a translation, which may be incomplete, and the names of the required ones. */
const localizedFields = new Map(
  Object.values(contentTypes).map(({ name, localized }) => {
    const fields = Object.entries<z.ZodType>(localized.shape);
    const required = fields.filter(([, schema]) => unwrap(schema) === schema).map(([key]) => key);
    return [name, { partial: localized.partial() as z.ZodObject, required }] as const;
  }),
);

/** The valid ones of the fields, as the schema reads them. */
function validFields({ shape }: z.ZodObject, fields: RawFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<z.ZodType>(shape).flatMap(([name, schema]) => {
      const { data } = schema.safeParse(fields[name]);
      return data === undefined ? [] : [[name, data] as const];
    }),
  );
}

/**
 * Checks a normalized entry against its type's schema and rules. Its original language must be complete; another
 * language with an invalid field is left out with a warning, since the entry can still be shown. Rules are about valid fields, so
 * what is wrong elsewhere doesn't hide what they find. No entry is returned if a problem blocks it; with `tell` it is, if only a
 * rule is broken.
 */
export function validate(
  raw: RawEntry,
  rules: 'keep' | 'tell' = 'keep',
): { readonly entry: Entry | undefined; readonly problems: readonly Problem[] } {
  const type = contentTypes[raw.type];
  const findings: ProblemFinding[] = [];

  const shared = type.shared.safeParse(raw.shared);
  if (!shared.success) findings.push(...problemFindings(shared.error.issues, raw.shared));

  const original = raw.shared['originalLanguage'];
  const kept: Partial<Record<Locale, Record<string, unknown>>> = {};
  for (const locale of locales) {
    const fields = raw.locales[locale];
    const isOriginal = locale === original;
    const schema = isOriginal ? type.localized : localizedFields.get(raw.type)?.partial;
    if (isOriginal && !fields) findings.push(originalMissing(locale));
    if (!fields || !schema) continue;
    const parsed = schema.safeParse(fields);
    if (parsed.success) kept[locale] = parsed.data;
    else {
      for (const finding of problemFindings(parsed.error.issues, fields))
        findings.push(isOriginal ? { ...finding, locale } : weakened(finding, locale));
      if (isOriginal) kept[locale] = validFields(type.localized, fields);
    }
  }
  const isBlocked = () => findings.some(({ severity }) => severity === 'blocks');
  const isInvalid = isBlocked();
  const { id, type: name, origin: place } = raw;
  const fields = shared.success ? shared.data : validFields(type.shared, raw.shared);
  const valid = { id, type: name, locales: kept, shared: fields, origin: place } as Omit<Entry, 'passed'>;
  const { findings: broken, passed } = runChecks(
    valid,
    new Set(shared.error?.issues.map(({ path }) => path[0])),
  );
  // A text that is too long is not missing as well.
  const isTold = (one: ProblemFinding) =>
    findings.some(({ field, locale }) => field === one.field && locale === one.locale);
  findings.push(...broken.filter((one) => !isTold(one)));
  const isLeftOut = isInvalid || (rules === 'keep' && isBlocked());
  return {
    entry: isLeftOut ? undefined : ({ ...valid, passed } as Entry),
    problems: createProblems(raw, findings),
  };
}

/** One problem for a missing language, instead of one for each field. */
function originalMissing(locale: Locale): ProblemFinding {
  const { name } = localeTable[locale];
  return {
    code: 'original-missing',
    severity: 'blocks',
    locale,
    message: `is where this was first written (${name}), but there is no ${name} text`,
    hint: 'Write it in that language, add that language to the space, or correct “Written in”.',
  };
}

function weakened(finding: ProblemFinding, locale: Locale): ProblemFinding {
  return {
    ...finding,
    severity: 'warns',
    locale,
    message: `${finding.message}; the ${localeTable[locale].name} text is left out until it’s fixed`,
  };
}

/** True if the entry has every required field in this language: it is translated. */
export function isComplete(entry: Pick<RawEntry, 'type' | 'locales'>, locale: Locale): boolean {
  const fields = entry.locales[locale];
  if (!fields) return false;
  return localizedFields.get(entry.type)?.required.every((key) => fields[key] !== undefined) ?? false;
}
