import { isLocale, locales, type Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { OperatorError } from '@/model/operator-error';

/** Said when `CONTENT_MAY_LACK` names something that it can’t. */
export class AllowedLossesError extends OperatorError {
  override readonly name = 'MayLackError';
}

/** Pages of the previous site that no entry has. */
const addresses = 'addresses';

/** Content types, languages and addresses that the operator says the site may do without. */
export type AllowedLosses = ReadonlySet<ContentTypeName | Locale | typeof addresses>;

/** Every page needs the settings: there is no site without them. */
const types = contentTypeNames.filter((name) => name !== 'settings');

/**
 * Reads `CONTENT_MAY_LACK`: content types, languages or `addresses`, separated by commas, `'campaign, es'`. Unset or empty it is
 * nothing. Throws a `MayLackError` for any other word.
 */
export function parseMayLack(value: string | undefined): AllowedLosses {
  const words = (value ?? '').split(',').map((word) => word.trim());
  return new Set(
    words.flatMap((word) => {
      if (word === '') return [];
      const type = types.find((name) => name === word);
      if (type !== undefined) return [type];
      if (isLocale(word) || word === addresses) return [word];
      throw new AllowedLossesError(
        `CONTENT_MAY_LACK names “${word.slice(0, 40)}”, which a site can’t be told to do without. ` +
          `Write one or more of ${[...types, ...locales, addresses].join(', ')}, separated by commas, or leave it unset.`,
      );
    }),
  );
}
