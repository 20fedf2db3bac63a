/** Writes what a language's opportunities are searched by: terms, related and known words, and their directory (build side). */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { cached } from '@/cache/cached';
import { searchKey, type SearchCache } from '../../index/search-cache';
import { knownWordFiles } from '../../language/known-word-files';
import { writeLicenceNotice } from '../../language/write-notice';
import { relatedLines, stemRelatedWords, type RelatedStems } from '../../language/related-lines';
import { termsFile } from '../../page/search-paths';
import { divideLines, writeWordFiles, type WordFile } from '../../word-files/write-word-files';
import { loadLanguage, type LanguageRules } from '../../words/load-language';
import { buildStems } from './build-stems';
import type { WordCounts } from './count-words';
import { encodeStem } from '../stem-lines';
import { encodeLengths, type TermsFile } from '../term-directory';

/** Characters of a file: about four kilobytes as hosts send it. */
const fileLength = 8000;

/** Tables of a language that are the same for every site. */
interface LanguageWords {
  readonly related: RelatedStems;
  readonly known: readonly WordFile[];
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
    known: knownWordFiles(locale),
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
  const stems = buildStems(counts, rules);
  const lines = stems.values().map((entry) => ({ word: entry.stem, line: encodeStem(entry) }));
  const { related, known } = await languageWords(locale, rules, cache);
  const write = (files: readonly WordFile[]) => writeWordFiles(locale, files, outDir);
  const file: TermsFile = {
    index,
    lengths: encodeLengths(counts.lengths),
    terms: write(divideLines(lines, fileLength)),
    related: write(divideLines(relatedLines(related, stems, counts.lengths.length), fileLength)),
    known: write(stems.length > 0 ? known : []),
  };
  await mkdir(path.dirname(path.join(outDir, termsFile(locale))), { recursive: true });
  await writeFile(path.join(outDir, termsFile(locale)), `${JSON.stringify(file)}\n`);
  await writeLicenceNotice(locale, outDir);
}
