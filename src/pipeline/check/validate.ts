import { isLocale, locales, localeTable, type Locale } from '@/i18n/locales';
import { entryChecks } from '@/model/checks/checks';
import { unwrap } from '@/model/fields/fields';
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import { problemFindings, type ProblemFinding, type Problem } from '@/model/problems';
import { contentTypes, type Entries } from '@/model/types/types';
import { type z } from 'zod';

/** An entry of any type that the model has accepted. */
export type AnyEntry = {
  [Name in ContentTypeName]: Entries[Name] & { readonly type: Name };
}[ContentTypeName];

/** The result of validation: no entry if a problem blocks it. */
export interface ValidationResult {
  readonly entry: AnyEntry | undefined;
  readonly problems: readonly Problem[];
}

export interface ValidateOptions {
  /** `tell`: an entry that breaks a rule is returned too, if its fields are valid. */
  readonly rules?: 'keep' | 'tell';
}

/** Adds an entry's type, id and origin to findings. */
export function createProblems(
  entry: Pick<RawEntry, 'type' | 'id' | 'origin'>,
  findings: readonly ProblemFinding[],
): Problem[] {
  return findings.map((finding) => ({
    ...finding,
    type: entry.type,
    id: entry.id,
    where: entry.origin.label,
    ...(entry.origin.editUrl === undefined ? {} : { editUrl: entry.origin.editUrl }),
  }));
}

const partials = new Map<ContentTypeName, z.ZodObject>(
  Object.values(contentTypes).map((type) => [type.name, type.localized.partial()]),
);

/**
 * Checks a normalized entry against its type's schema and rules. Its original language must be complete; another
 * language with an invalid field is left out with a warning, since the entry can still be shown.
 */
export function validate(raw: RawEntry, { rules = 'keep' }: ValidateOptions = {}): ValidationResult {
  const type = contentTypes[raw.type];
  const findings: ProblemFinding[] = [];

  const shared = type.shared.safeParse(raw.shared);
  if (!shared.success) findings.push(...problemFindings(shared.error.issues, raw.shared));

  const original = raw.shared['originalLanguage'];
  const kept: Partial<Record<Locale, Record<string, unknown>>> = {};
  for (const locale of locales) {
    const fields = raw.locales[locale];
    if (locale === original && !fields) {
      findings.push(originalMissing(locale));
    } else if (locale === original) {
      const parsed = type.localized.safeParse(fields);
      if (parsed.success) kept[locale] = parsed.data;
      else
        findings.push(
          ...problemFindings(parsed.error.issues, fields).map((finding) => ({ ...finding, locale })),
        );
    } else if (fields) {
      const parsed = partials.get(raw.type)?.safeParse(fields);
      if (parsed?.success) kept[locale] = parsed.data;
      else if (parsed)
        findings.push(
          ...problemFindings(parsed.error.issues, fields).map((finding) => weakened(finding, locale)),
        );
    }
  }
  if (shared.success && isLocale(original) && !findings.some((finding) => finding.severity === 'blocks')) {
    const entry = {
      id: raw.id,
      type: raw.type,
      locales: kept,
      shared: shared.data,
      origin: raw.origin,
    } as unknown as AnyEntry;
    findings.push(...entryChecks(entry));
    const blocked = rules === 'keep' && findings.some((finding) => finding.severity === 'blocks');
    return { entry: blocked ? undefined : entry, problems: createProblems(raw, findings) };
  }
  return { entry: undefined, problems: createProblems(raw, findings) };
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

/** The localized fields that each type requires. */
const requiredFields = new Map<ContentTypeName, readonly string[]>(
  Object.values(contentTypes).map(({ name, localized }) => [
    name,
    Object.entries<z.ZodType>(localized.shape)
      .filter(([, schema]) => unwrap(schema) === schema)
      .map(([key]) => key),
  ]),
);

/** True if the entry has every required field in this language: it is translated. */
export function isComplete(entry: AnyEntry, locale: Locale): boolean {
  const fields: Record<string, unknown> | undefined = entry.locales[locale];
  if (!fields) return false;
  return requiredFields.get(entry.type)?.every((key) => fields[key] !== undefined) ?? false;
}
