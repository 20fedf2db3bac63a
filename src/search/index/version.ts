/** A name for the state of a language's content (build side). */
import { createHash } from 'node:crypto';
import { messages } from '@/i18n/messages';
import type { LocaleSite } from '@/site/site';
import { columnsVersion } from '../facets/columns';
import { dictionaryVersion } from '../query/dictionary';
import { meaningsVersion } from '../query/meanings';

/** Raised whenever the same content is indexed otherwise. */
const indexVersion = 3;

/**
 * Changes whenever the search's files would, so that addresses that carry it may be cached. It is made from what goes
 * into the index, since pages are written before the index is: ten hexadecimal digits.
 */
export function searchVersion({ locale, opportunities, synonyms }: LocaleSite): string {
  const hash = createHash('sha256').update(
    JSON.stringify([
      locale,
      [indexVersion, columnsVersion, dictionaryVersion, meaningsVersion],
      messages,
      synonyms.map(({ texts }) => texts.entries),
    ]),
  );
  for (const { path, lang, texts, shared, organization, closesAt } of opportunities) {
    const { name } = organization.texts;
    const { kind, country, acronym } = organization.shared;
    hash.update(JSON.stringify([path, lang, texts, shared, closesAt, name, kind, country, acronym]));
  }
  return hash.digest('hex').slice(0, 10);
}
