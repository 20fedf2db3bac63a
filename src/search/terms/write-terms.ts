/** Writes the terms of a language: its shards, and their directory (build side). */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchDocument } from '../index/documents';
import { shardFile, termsDir, termsFile } from '../page/search-paths';
import { loadLanguage } from '../words/load-language';
import { buildShards } from './build-terms';
import { shardNameLength, termsVersion, type TermsFile } from './term-directory';

const nameOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, shardNameLength);

/**
 * Writes the terms of documents, which come newest first, below `outDir`, the root of the site. The same documents give the
 * same bytes.
 */
export async function writeTerms(
  locale: string,
  documents: readonly SearchDocument[],
  { index, cards }: Pick<TermsFile, 'index' | 'cards'>,
  outDir: string,
): Promise<void> {
  const dir = path.join(outDir, termsDir(locale));
  await mkdir(dir, { recursive: true });
  const shards = buildShards(documents, await loadLanguage(locale)).map((shard) => ({
    ...shard,
    name: nameOf(shard.text),
  }));
  for (const { name, text } of shards) await writeFile(path.join(outDir, shardFile(locale, name)), text);
  const file: TermsFile = {
    version: termsVersion,
    index,
    size: documents.length,
    stems: shards.map(({ firstStem }) => firstStem).join('\n'),
    shards: shards.map(({ name }) => name).join(''),
    cards,
  };
  await writeFile(path.join(outDir, termsFile(locale)), `${JSON.stringify(file)}\n`);
}
