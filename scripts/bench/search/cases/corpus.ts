/** What is searched in: generated opportunities with sentences of the sample, in three languages, and its synonyms. */
import { readFileSync } from 'node:fs';
import { isLocale, locales, type Locale } from '@/i18n/locales';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { OperatorError } from '@/model/operator-error';
import { contentTypes } from '@/model/types/types';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type Site } from '@/site/site';
import { parse } from 'yaml';
import { generateEntries, settingOf } from '@scripts/bench/content/generate-content';
import { randomOf } from '@scripts/bench/content/random';
import { benchNow, type GeneratedEntry } from '@scripts/bench/setting';
import { sampleSentences } from './sample-sentences';

/** Entries of the generated content could not be read. */
export class CorpusError extends OperatorError {
  override readonly name = 'CorpusError';
}

/** Sentences of the sample in each opportunity: the generator's own know some two thousand words. */
const sentencesEach = 2;
const synonymsFile = 'content/synonyms/general.yml';

/** The generated entries, each opportunity with some sentences more. The same for the same number and seed. */
export function* corpusEntries(opportunities: number, seed?: number): Generator<GeneratedEntry> {
  const setting = settingOf(seed === undefined ? { opportunities } : { opportunities, seed });
  const sentences = new Map(locales.map((locale) => [locale, sampleSentences('content', locale)]));
  let index = 0;
  for (const entry of generateEntries(setting)) {
    yield entry.folder === 'opportunities'
      ? withSentences(entry, sentences, randomOf(setting.seed + 1, index++))
      : entry;
  }
  const synonyms = parse(readFileSync(synonymsFile, 'utf8')) as Record<string, unknown>;
  yield { folder: 'synonyms', id: 'general', fields: synonyms };
}

function withSentences(
  entry: GeneratedEntry,
  sentences: ReadonlyMap<Locale, readonly string[]>,
  random: ReturnType<typeof randomOf>,
): GeneratedEntry {
  const added = locales.map((locale): [Locale, unknown] => {
    const own = entry.fields[locale] as Record<string, unknown>;
    const more = Array.from({ length: sentencesEach }, () => random.pick(sentences.get(locale) ?? []));
    return [locale, { ...own, task: `${String(own['task'])}\n\n${more.join(' ')}` }];
  });
  return { ...entry, fields: { ...entry.fields, ...Object.fromEntries(added) } };
}

/** An entry as a source yields it. */
function rawOf({ folder, id, fields }: GeneratedEntry): RawEntry {
  const type = Object.values(contentTypes).find((one) => one.folder === folder)?.name;
  if (!type) throw new CorpusError(`No type has the folder “${folder}”.`);
  const parts = Object.groupBy(Object.entries(fields), ([name]) => (isLocale(name) ? 'locales' : 'shared'));
  return {
    id,
    type,
    locales: Object.fromEntries(parts.locales ?? []) as RawEntry['locales'],
    shared: Object.fromEntries(parts.shared ?? []) as RawFields,
    origin: { label: `${folder}/${id}.yml` },
  };
}

/** The corpus as the site's data, through the pipeline that a build uses; without pictures. */
export function corpusSite(opportunities: number, seed?: number): Site {
  const raws = [...corpusEntries(opportunities, seed)].map(rawOf);
  const { entries, problems } = acceptEntries(raws, []);
  const fault = problems.find(({ severity, type }) => severity === 'blocks' && type === 'opportunity');
  if (fault) throw new CorpusError(`A generated opportunity can’t be shown: ${fault.message}.`);
  return buildSite({ locales, fallbacks: {}, entries, pictures: {}, now: Date.parse(benchNow) });
}
