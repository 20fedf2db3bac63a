/** Writes what a language's opportunities are searched by: terms, words that are spelled right, and their directory (build side). */
import { knownWordFiles } from '../../language/language-tables';
import { divideLines, writeWordFiles, type WordFile } from '../../word-files/write-word-files';
import type { LanguageRules } from '../../words/load-language';
import { buildStems } from './build-stems';
import type { WordCounts } from './count-words';
import { encodeStem } from '../stem-lines';
import { encodeLengths, type TermsFile } from '../term-directory';

/** Characters of a file: about four kilobytes as hosts send it. */
const fileLength = 8000;

interface TermsOptions {
  readonly rules: LanguageRules;
  /** The name of the index. */
  readonly index: string;
  /** The root of the site. */
  readonly outDir: string;
}

/** Writes the terms of texts, and returns their directory. The same texts give the same bytes. */
export function writeTerms(
  locale: string,
  counts: WordCounts,
  { rules, index, outDir }: TermsOptions,
): TermsFile {
  const stems = buildStems(counts, rules);
  const lines = stems.values().map((entry) => ({ word: entry.stem, line: encodeStem(entry) }));
  const write = (files: readonly WordFile[]) => writeWordFiles(locale, files, outDir);
  return {
    index,
    lengths: encodeLengths(counts.lengths),
    terms: write(divideLines(lines, fileLength)),
    known: write(stems.length > 0 ? knownWordFiles(locale) : []),
  };
}
