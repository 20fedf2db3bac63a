/** Writes sorted words in files (build side). */
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { wordFile, wordsDir } from '../page/search-paths';
import { wordFileNameLength, type WordFileList } from './word-file-list';

/** A file to be written. */
export interface WordFile {
  readonly firstWord: string;
  readonly text: string;
}

/** A word with its line, without a line feed. */
export interface WordLine {
  readonly word: string;
  readonly line: string;
}

/** Divides lines, sorted by words, into files of at most so many characters, if no line is longer. */
export function divideLines(lines: Iterable<WordLine>, length: number): WordFile[] {
  const files: { firstWord: string; text: string }[] = [];
  for (const { word, line } of lines) {
    const last = files.at(-1);
    if (last && last.text.length + line.length < length) last.text += `${line}\n`;
    else files.push({ firstWord: word, text: `${line}\n` });
  }
  return files;
}

/** Writes files below `outDir`, the root of the site. Synchronous: awaiting each of many small files takes several times as long. */
export function writeWordFiles(locale: string, files: readonly WordFile[], outDir: string): WordFileList {
  mkdirSync(path.join(outDir, wordsDir(locale)), { recursive: true });
  const names = files.map(({ text }) => {
    const name = hash('sha256', text, 'base64url').slice(0, wordFileNameLength);
    writeFileSync(path.join(outDir, wordFile(locale, name)), text);
    return name;
  });
  return { first: files.map(({ firstWord }) => firstWord).join('\n'), names: names.join('') };
}
