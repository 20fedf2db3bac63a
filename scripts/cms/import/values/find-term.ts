/** Finds terms of vocabularies by the words that people use for them. */
import iso from 'i18n-iso-countries';
import { locales, type Locale } from '@/i18n/locales';
import { countryName, label, languageName, regionName } from '@/i18n/names';
import { translator, type Translate } from '@/i18n/translate';
import { fieldMeta } from '@/model/fields/fields';
import { idsOf } from '@/model/fields/limits';
import type { z } from 'zod';
import { foldWords } from './fold-words';
import { indexUnique } from './index-unique';

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

/** Lists usual codes of terms besides their ids: `SEN`, `SDG 4`, and `11` if a sheet dropped the zero of `011`. */
function listCodes(vocabulary: string | undefined, id: string): string[] {
  switch (vocabulary) {
    case 'country':
      return [iso.alpha2ToAlpha3(id) ?? id, ...(shortCountryNames[id] ?? [])];
    case 'region':
      return [String(Number(id))];
    case 'sdg':
      return ['sdg', 'odd', 'ods', 'goal', 'objectif', 'objetivo'].map((word) => `${word} ${id}`);
    default:
      return [];
  }
}

/** Returns the platform's name of a country or region, which our own files may call otherwise. */
function getPlatformName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

/** The name of a term in a language. */
function labelOf(t: Translate, vocabulary: string, id: string): string {
  switch (vocabulary) {
    case 'country':
      return countryName(t, id);
    case 'region':
      return regionName(t, id);
    case 'language':
      return languageName(t, id);
    default:
      return label(t, vocabulary, id);
  }
}

function listLabels(vocabulary: string | undefined, id: string): string[] {
  if (vocabulary === undefined) return [];
  return translators.flatMap((t) => {
    const own = labelOf(t, vocabulary, id);
    switch (vocabulary) {
      case 'country':
        return [own, getPlatformName(t.locale, id), ...isoNames(t.locale, id)];
      case 'region':
        return [own, getPlatformName(t.locale, id)];
      case 'sdg':
        return [own, `${id} ${own}`];
      default:
        return [own];
    }
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
  return termNames(schema).get(foldWords(words));
}

/** Names a term in a language; without one by its id. */
export function nameTerm(schema: z.core.$ZodType, id: string, language: Locale | undefined): string {
  const { labels: vocabulary } = fieldMeta(schema);
  const t = translators.find(({ locale }) => locale === language);
  return t && vocabulary !== undefined ? labelOf(t, vocabulary, id) : id;
}
