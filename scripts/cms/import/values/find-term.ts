/** Finds terms of vocabularies by the words that people use for them. */
import iso from 'i18n-iso-countries';
import { locales, type Locale } from '@/i18n/locales';
import { label } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import { termName } from '@/model/fields/field-text';
import { fieldMeta } from '@/model/fields/fields';
import { idsOf } from '@/model/fields/limits';
import type { z } from 'zod';
import type { OpportunityStatus } from '@/model/vocabularies/kinds';
import { foldWords } from './fold-words';
import { indexUnique } from './index-unique';
import { statusWords } from './status-words';

const translators = locales.map(translator);

/** Short names of countries that no list of names has. */
const shortCountryNames: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'EAU'],
  CD: ['DRC', 'DR Congo', 'RDC'],
  CF: ['CAR', 'RCA'],
  GB: ['UK', 'Great Britain', 'Grande-Bretagne', 'Gran Bretaña'],
  US: ['US', 'USA', 'U.S.', 'U.S.A.', 'EE. UU.', 'EEUU', 'EUA', 'É.-U.'],
  ZA: ['RSA'],
};

/** All names of a country in a language: those of CLDR are shorter than the official ones of ISO. */
const isoNames = (locale: Locale, code: string): readonly string[] =>
  iso.getName(code, locale, { select: 'all' }) ?? [];

/** Lists usual words and codes of terms besides their ids: `SEN`, `SDG 4`, and `11` if a sheet dropped the zero of `011`. */
function listCodes(vocabulary: string | undefined, id: string): readonly string[] {
  switch (vocabulary) {
    case 'country':
      return [iso.alpha2ToAlpha3(id) ?? id, ...(shortCountryNames[id] ?? [])];
    case 'region':
      return [String(Number(id))];
    case 'status':
      return statusWords[id as OpportunityStatus];
    case 'publication':
      return statusWords[id === 'published' ? 'open' : (id as 'draft' | 'review')];
    case 'sdg':
      return ['sdg', 'odd', 'ods', 'goal', 'objectif', 'objetivo'].map((word) => `${word} ${id}`);
    default:
      return [];
  }
}

/** Lists the names of a term in every language. */
function listLabels(vocabulary: string | undefined, id: string): string[] {
  return translators.flatMap((t) => {
    const name = termName(t, vocabulary, id);
    if (vocabulary === 'sdg') return [name, label(t, vocabulary, id)];
    if (vocabulary !== 'country' && vocabulary !== 'region') return [name];
    // Our own files may call it otherwise than the platform.
    const ofPlatform = new Intl.DisplayNames(t.locale, { type: 'region' }).of(id) ?? id;
    return [name, ofPlatform, ...(vocabulary === 'country' ? isoNames(t.locale, id) : [])];
  });
}

/** Indexes ids by all their folded names. A word for two ids stands for neither. */
function indexTerms(schema: z.core.$ZodType): ReadonlyMap<string, string> {
  const { labels: vocabulary } = fieldMeta(schema);
  const ids = idsOf(schema) ?? [];
  const found = indexUnique(
    ids.flatMap((id) => {
      const words = [...listCodes(vocabulary, id), ...listLabels(vocabulary, id)];
      return words.map((word) => [foldWords(word), id] as const);
    }),
  );
  // An id stands for itself, even if it is another term's name.
  for (const id of ids) found.set(foldWords(id), id);
  return found;
}

const cache = new WeakMap<z.core.$ZodType, ReadonlyMap<string, string>>();

/** Returns the ids of a choice's terms by their folded names. */
export function termNames(schema: z.core.$ZodType): ReadonlyMap<string, string> {
  let terms = cache.get(schema);
  if (!terms) cache.set(schema, (terms = indexTerms(schema)));
  return terms;
}

/** Finds the id of a choice's term by its id, its code, or its label in any language: `'Eau et assainissement' -> 'water'`. */
export function findTerm(schema: z.core.$ZodType, words: string): string | undefined {
  const folded = foldWords(words);
  // “SDG 6 – Clean water” has its number first.
  const [, goal] = /^(?:sdg|odd|ods|goal|objectif|objetivo) ?(\d+) /.exec(folded) ?? [];
  return (
    termNames(schema).get(folded) ?? (goal === undefined ? undefined : termNames(schema).get(`sdg ${goal}`))
  );
}

/** Names a term in a language. */
export const nameTerm = (schema: z.core.$ZodType, id: string, language: Locale): string =>
  termName(translator(language), fieldMeta(schema).labels, id);
