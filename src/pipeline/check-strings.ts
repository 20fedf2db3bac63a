import type { Locale } from '@/i18n/locales';
import { messages, missingMessages } from '@/i18n/messages';
import { OperatorError } from '@/model/operator-error';

/** A locale of the site has no strings, or some are missing. */
export class MissingStringsError extends OperatorError {
  override readonly name = 'WordsError';
}

/** Throws a `MissingStringsError` if a string is missing in one of the locales. */
export function assertStrings(
  locales: readonly Locale[],
  words: Readonly<Record<string, Readonly<Record<string, unknown>>>> = messages,
): void {
  for (const locale of locales) {
    const missing = missingMessages(words[locale] ?? {});
    if (missing.length > 0) {
      throw new MissingStringsError(
        `content/i18n/${locale}.json lacks ${missing.length} messages, the first “${missing[0]}”. ` +
          'Give it every key of content/i18n/en.json.',
      );
    }
  }
}
