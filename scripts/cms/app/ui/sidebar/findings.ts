/** The findings of the model's checks about an entry while it is written, each with its field. */
import { locales as siteLocales, type Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import type { Severity } from '@/model/problems';
import { findingWords, nameField } from '@/model/fields/field-words';
import { prune } from '@/model/fields/prune';
import { completeDraft } from '@/pipeline/check/complete-draft';
import { normalizeEntry } from '@/pipeline/check/normalize';
import { validate } from '@/pipeline/check/validate';
import type { EditorTranslate } from '@/i18n/editor';

/** A finding in the editor's language. */
export interface ShownFinding {
  readonly severity: Severity;
  /** The name of the text’s language; undefined for what all languages share. */
  readonly language: string | undefined;
  /** The field's name and what is wrong with it. */
  readonly text: string;
}

/** The name of a language as it stands at the start of a line: `Français`. */
export function nameLanguage(language: Locale, reader: Locale): string {
  const name = new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
}

/**
 * Finds what `cms -- check` would find if the entry were published as it is. Rules are checked although fields are still
 * missing; what they would say of those is left out, since it's said already that they are missing.
 */
export function findFindings(entry: RawEntry, today: string, t: EditorTranslate): ShownFinding[] {
  const { entry: normalized, findings } = normalizeEntry(entry);
  const strict = validate(normalized).problems;
  const fieldOf = ({ locale, field = '' }: { readonly locale?: Locale; readonly field?: string }) =>
    `${locale ?? ''} ${field.split('.')[0] ?? ''}`;
  const faulty = new Set(strict.map(fieldOf));
  const isBlocked = strict.some(({ severity }) => severity === 'blocks');
  const ruled = isBlocked ? completeDraft(normalized, siteLocales, today).problems : [];
  // Without a single text in the original language, that alone is said, and each text has a stand-in.
  const hasText = ({ locale, field }: { readonly locale?: Locale; readonly field?: string }) =>
    locale === undefined ||
    field === undefined ||
    prune(entry.locales[locale]?.[field.split('.')[0] ?? '']) !== undefined;
  const further = ruled.filter((one) => !strict.includes(one) && !faulty.has(fieldOf(one)) && hasText(one));
  return [...findings, ...strict, ...further].map(({ severity, locale, field, message, hint }) => {
    const label = field === undefined ? '' : nameField(entry.type, field, locale !== undefined, t);
    const language = locale && nameLanguage(locale, t.locale);
    return { severity, language, text: findingWords(t, label || (language ?? ''), { message, hint }) };
  });
}
