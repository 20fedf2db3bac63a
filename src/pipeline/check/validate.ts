import { isLocale, locales, localeTable, type Locale } from '@/i18n/locales';
import { runChecks } from '@/model/checks/checks';
import { unwrap } from '@/model/fields/fields';
import type { RawEntry } from '@/model/types/entry';
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

/**
 * Checks a normalized entry against its type's schema and rules. Its original language must be complete; another
 * language with an invalid field is left out with a warning, since the entry can still be shown. No entry is returned if a
 * problem blocks it; with `tell` it is, if only a rule is broken.
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
    else
      for (const finding of problemFindings(parsed.error.issues, fields))
        findings.push(isOriginal ? { ...finding, locale } : weakened(finding, locale));
  }
  const isBlocked = () => findings.some(({ severity }) => severity === 'blocks');
  if (!shared.success || !isLocale(original) || isBlocked())
    return { entry: undefined, problems: createProblems(raw, findings) };
  const { id, type: name, origin: place } = raw;
  const valid = { id, type: name, locales: kept, shared: shared.data, origin: place } as Omit<
    Entry,
    'passed'
  >;
  const { findings: broken, passed } = runChecks(valid);
  findings.push(...broken);
  const entry = rules === 'keep' && isBlocked() ? undefined : ({ ...valid, passed } as Entry);
  return { entry, problems: createProblems(raw, findings) };
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
