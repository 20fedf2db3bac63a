/** Sentences of the sample content: each was written by itself, so together they have the words of real listings. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { plainText } from '@/search/index/plain-text';
import { parse } from 'yaml';

const folders = ['opportunities', 'organizations', 'stories', 'resources', 'campaigns', 'pages'];
const fewestWords = 6;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Every sentence of six words and more in a language, in the order of the files. */
export function sampleSentences(contentDir: string, locale: Locale): string[] {
  const files = folders.flatMap((folder) => {
    const dir = path.join(contentDir, folder);
    return readdirSync(dir)
      .filter((name) => name.endsWith('.yml'))
      .toSorted()
      .map((name) => path.join(dir, name));
  });
  return files
    .map((file) => (parse(readFileSync(file, 'utf8')) as Record<string, unknown>)[locale])
    .flatMap(textsIn)
    .flatMap((text) => plainText(text).split(/(?<=[.!?]) /u))
    .filter((sentence) => sentence.split(/\s+/u).length >= fewestWords);
}
