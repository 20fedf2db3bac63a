/** Writes what a language's opportunities are searched by: terms, related and known words, and their directory (build side). */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { cached } from '@/cache/cached';
import { searchKey, type SearchCache } from '../../index/search-cache';
import { knownShards } from '../../language/known-shards';
import { writeLicenceNotice } from '../../language/write-notice';
import { relatedLines, stemRelatedWords, type RelatedStems } from '../../language/related-lines';
import { termsFile } from '../../page/search-paths';
import { divideLines, writeShards, type Shard } from '../../shards/write-shards';
import { loadLanguage, type LanguageRules } from '../../words/load-language';
import { buildPairs } from './build-pairs';
import { buildStems } from './build-terms';
import type { WordCounts } from './count-words';
import { encodeStem } from './encode-stem';
import { termsVersion, type TermsFile } from '../term-directory';

/** Characters of a shard: about four kilobytes as hosts send it. */
const shardLength = 8000;

/** Tables of a language that are the same for every site. */
interface LanguageWords {
  readonly related: RelatedStems;
  readonly known: readonly Shard[];
}

const wordsByLanguage = new Map<Locale, LanguageWords>();

/** Reads the tables of a language, which takes longer than reading what the build before made from them. */
async function languageWords(
  locale: Locale,
  rules: LanguageRules,
  cache: SearchCache | undefined,
): Promise<LanguageWords> {
  const found = wordsByLanguage.get(locale);
  if (found) return found;
  const make = (): LanguageWords => ({
    related: stemRelatedWords(locale, rules),
    known: knownShards(locale),
  });
  const words = cache ? await cached(searchKey(cache, `words ${locale}`), make, cache.folder) : make();
  wordsByLanguage.set(locale, words);
  return words;
}

interface TermsOptions {
  /** The name of the index. */
  readonly index: string;
  /** The root of the site. */
  readonly outDir: string;
  readonly cache: SearchCache | undefined;
}

/** Writes the terms of texts. The same texts give the same bytes. */
export async function writeTerms(
  locale: Locale,
  counts: WordCounts,
  { index, outDir, cache }: TermsOptions,
): Promise<void> {
  const rules = await loadLanguage(locale);
  const size = counts.documents.length;
  const stems = buildStems(counts, rules);
  const lines = stems.values().map((entry) => ({ word: entry.stem, line: encodeStem(entry) }));
  const { related, known } = await languageWords(locale, rules, cache);
  const write = (shards: readonly Shard[]) => writeShards(locale, shards, outDir);
  const file: TermsFile = {
    version: termsVersion,
    index,
    size,
    terms: write(divideLines(lines, shardLength)),
    pairs: write(divideLines(buildPairs(counts, stems, rules), shardLength)),
    related: write(divideLines(relatedLines(related, stems, size), shardLength)),
    known: write(stems.length > 0 ? known : []),
  };
  await mkdir(path.dirname(path.join(outDir, termsFile(locale))), { recursive: true });
  await writeFile(path.join(outDir, termsFile(locale)), `${JSON.stringify(file)}\n`);
  await writeLicenceNotice(locale, outDir);
}
