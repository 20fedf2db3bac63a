import type { Locale } from '@/i18n/locales';
import { messages, missingMessages } from '@/i18n/messages';
import { OperatorError } from '@/model/operator-error';

/** A language of the site has no file of words, or one in which some are missing. */
export class MissingStringsError extends OperatorError {
  override readonly name = 'WordsError';
}

/** Throws a `WordsError` where the interface can't be said in one of the languages. */
export function assertWords(
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
