/** Writes what a language's opportunities are searched by: terms, related and known words, and their directory (build side). */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { knownShards } from '../language/known-shards';
import { writeNotice } from '../language/write-notice';
import { relatedLines } from '../language/related-lines';
import { termsFile } from '../page/search-paths';
import { divideLines, writeShards } from '../shards/write-shards';
import { loadLanguage } from '../words/load-language';
import { buildPairs } from './build-pairs';
import { buildStems } from './build-terms';
import type { WordCounts } from './count-words';
import { encodeStem } from './encode-stem';
import { termsVersion, type TermsFile } from './term-directory';

/** Characters of a shard: about four kilobytes as hosts send it. */
const shardLength = 8000;

/** Writes the terms of texts below `outDir`, the root of the site. `index` is its name. The same texts give the same bytes. */
export async function writeTerms(
  locale: string,
  counts: WordCounts,
  index: string,
  outDir: string,
): Promise<void> {
  const rules = await loadLanguage(locale);
  const size = counts.documents.length;
  const stems = buildStems(counts, rules);
  const lines = stems.map((entry) => ({ word: entry.stem, line: encodeStem(entry) }));
  const related = relatedLines(locale, stems, size, rules);
  const file: TermsFile = {
    version: termsVersion,
    index,
    size,
    terms: await writeShards(locale, divideLines(lines, shardLength), outDir),
    pairs: await writeShards(locale, divideLines(buildPairs(counts, stems, rules), shardLength), outDir),
    related: await writeShards(locale, divideLines(related, shardLength), outDir),
    known: await writeShards(locale, stems.length > 0 ? knownShards(locale) : [], outDir),
  };
  await mkdir(path.dirname(path.join(outDir, termsFile(locale))), { recursive: true });
  await writeFile(path.join(outDir, termsFile(locale)), `${JSON.stringify(file)}\n`);
  await writeNotice(locale, outDir);
}
