/** A hash of a language's content (build side). */
import { createHash } from 'node:crypto';
import { strings } from '@/i18n/strings';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite } from '@/site/site';
import { columnsVersion } from '../facets/facet-columns';
import { dictionaryVersion } from '../query/dictionary';
import { synonymsVersion } from '../query/synonyms';
import { termsVersion } from '../terms/term-directory';

/** Raised whenever the same content is indexed differently. */
const indexVersion = 5;

/**
 * Changes whenever the search's files would, so that addresses with it may be cached. It is computed from the indexed
 * content, since pages are written before the index: ten hexadecimal digits.
 */
export const searchVersion = cacheByObject(({ locale, opportunities, synonyms }: LocaleSite): string => {
  const hash = createHash('sha256').update(
    JSON.stringify([
      locale,
      [indexVersion, columnsVersion, dictionaryVersion, synonymsVersion, termsVersion],
      strings,
      synonyms.map(({ texts }) => texts.entries),
    ]),
  );
  for (const { id, path, lang, texts, shared, organization, closesAt } of opportunities) {
    const { name } = organization.texts;
    const { kind, country, acronym } = organization.shared;
    hash.update(JSON.stringify([id, path, lang, texts, shared, closesAt, name, kind, country, acronym]));
  }
  return hash.digest('hex').slice(0, 10);
});
