/** Serves the notices that the licences of the word tables ask for (build side). */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { noticeFile } from '../page/search-paths';
import { tablePath } from './language-tables';

/** Links of a notice to the texts of licences: `[text](../LGPL-2.1.txt)`. */
const linkedText = /\]\((?<file>[^):]+\.txt)\)/gu;

/** The notice of a language with the texts of licences that it links to. */
async function readNotice(locale: string): Promise<string> {
  const folder = path.dirname(tablePath(locale, 'known'));
  const file = path.join(folder, 'NOTICE.md');
  if (!existsSync(file)) return 'No words of other sources are used.\n';
  const notice = await readFile(file, 'utf8');
  const linked = [...new Set([...notice.matchAll(linkedText)].map(({ groups }) => groups?.['file'] ?? ''))];
  const texts = await Promise.all(linked.map((name) => readFile(path.join(folder, name), 'utf8')));
  return [notice, ...texts].join('\n---\n\n');
}

/** Writes the notice of a language below `outDir`, the root of the site. */
export async function writeLicenceNotice(locale: string, outDir: string): Promise<void> {
  await writeFile(path.join(outDir, noticeFile(locale)), await readNotice(locale));
}
