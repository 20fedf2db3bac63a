/** Hashes of a language's content (build side). */
import { createHash, hash as digestOf } from 'node:crypto';
import { strings } from '@/i18n/strings';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite, SiteOpportunity } from '@/site/site';
import { formatVersion } from '../facets/facet-columns';

/** Hashes a value: 22 characters. */
export const hashOf = (value: unknown): string =>
  digestOf('sha256', JSON.stringify(value), 'base64url').slice(0, 22);

/** Languages and fields share objects, which are hashed once. */
const hashOfShared = cacheByObject((value: object) => hashOf(value));

/** A hash of all that is indexed of an opportunity: 22 characters. */
const opportunityHash = cacheByObject(
  ({ id, path, lang, texts, shared, organization, closesAt }: SiteOpportunity): string => {
    const { name } = organization.texts;
    const { kind, country, acronym } = organization.shared;
    return hashOf([id, path, lang, texts, hashOfShared(shared), closesAt, name, kind, country, acronym]);
  },
);

/**
 * Changes whenever the search's files would, so that addresses with it may be cached. It is computed from the indexed
 * content, since pages are written before the index: ten hexadecimal digits.
 */
export const searchVersion = cacheByObject(({ locale, opportunities, synonyms }: LocaleSite): string => {
  const hash = createHash('sha256').update(
    JSON.stringify([locale, formatVersion, strings, synonyms.map(({ texts }) => texts.entries)]),
  );
  for (const opportunity of opportunities) hash.update(opportunityHash(opportunity));
  return hash.digest('hex').slice(0, 10);
});
