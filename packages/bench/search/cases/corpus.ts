/** Builds the corpus: generated opportunities with sentences of the sample in three languages, and its synonyms. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { locales, type Locale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import { contentTypes } from '@/model/types/types';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type Site } from '@/site/site';
import { toRawEntry } from '@/sources/files/read-entries';
import { plainText } from '@/search/index/plain-text';
import { parse } from 'yaml';
import { generateEntries, createSetting } from '../../content/generate-content';
import { createRandom } from '../../content/random';
import { benchNow, type GeneratedEntry } from '../../content/setting';

/** Entries of the generated content could not be read. */
class CorpusError extends OperatorError {
  override readonly name = 'CorpusError';
}

/** The number of sentences of the sample in each opportunity. The generator's own have only about two thousand words. */
const sentencesEach = 2;
const synonymsFile = 'content/synonyms/general.yml';

const folders = ['opportunities', 'organizations', 'stories', 'resources', 'campaigns', 'pages'];
const fewestWords = 6;

function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(collectTexts);
}

/** Reads every sentence of the sample with six or more words in a language, in the order of the files. */
function readSampleSentences(contentDir: string, locale: Locale): string[] {
  const files = folders.flatMap((folder) => {
    const dir = path.join(contentDir, folder);
    return readdirSync(dir)
      .filter((name) => name.endsWith('.yml'))
      .toSorted()
      .map((name) => path.join(dir, name));
  });
  return files
    .map((file) => (parse(readFileSync(file, 'utf8')) as Record<string, unknown>)[locale])
    .flatMap(collectTexts)
    .flatMap((text) => plainText(text).split(/(?<=[.!?]) /u))
    .filter((sentence) => sentence.split(/\s+/u).length >= fewestWords);
}

/** Generates the entries, with further sentences in each opportunity. The same number gives the same entries. */
export function* generateCorpusEntries(opportunities: number): Generator<GeneratedEntry> {
  const setting = createSetting({ opportunities });
  const sentences = new Map(locales.map((locale) => [locale, readSampleSentences('content', locale)]));
  let index = 0;
  for (const entry of generateEntries(setting)) {
    yield entry.folder === 'opportunities'
      ? addSentences(entry, sentences, createRandom(setting.seed + 1, index++))
      : entry;
  }
  const synonyms = parse(readFileSync(synonymsFile, 'utf8')) as Record<string, unknown>;
  yield { folder: 'synonyms', id: 'general', fields: synonyms };
}

function addSentences(
  entry: GeneratedEntry,
  sentences: ReadonlyMap<Locale, readonly string[]>,
  random: ReturnType<typeof createRandom>,
): GeneratedEntry {
  const added = locales.map((locale): [Locale, unknown] => {
    const own = entry.fields[locale] as Record<string, unknown>;
    const more = Array.from({ length: sentencesEach }, () => random.pick(sentences.get(locale) ?? []));
    return [locale, { ...own, task: `${String(own['task'])}\n\n${more.join(' ')}` }];
  });
  return { ...entry, fields: { ...entry.fields, ...Object.fromEntries(added) } };
}

/** Builds the site's data from the corpus with the pipeline of a build, without pictures. */
export function buildCorpusSite(opportunities: number): Site {
  const types = new Map(Object.values(contentTypes).map((type) => [type.folder, type]));
  const raws = [...generateCorpusEntries(opportunities)].flatMap(({ folder, id, fields }) => {
    const type = types.get(folder);
    return type ? toRawEntry(id, type, fields, `${folder}/${id}.yml`) : [];
  });
  const { entries, problems } = acceptEntries(raws, []);
  const fault = problems.find(({ severity, type }) => severity === 'blocks' && type === 'opportunity');
  if (fault) throw new CorpusError(`A generated opportunity can’t be shown: ${fault.message}.`);
  return buildSite({ locales, fallbacks: {}, entries, pictures: {}, now: Date.parse(benchNow) });
}
