/** The words that generated content is made of: sentences with slots, the same in each language. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languages, type Language } from './languages';
import { OperatorError } from '@/model/operator-error';
import { causes, type Cause } from '@/model/vocabularies/causes';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import { parse } from 'yaml';
import { z } from 'zod';

/** A text in every language, with or without slots. */
export type Phrase = Readonly<Record<Language, string>>;

/** The files of words don't say the same in each language. */
export class GeneratorWordsError extends OperatorError {
  override readonly name = 'WordsError';
}

const list = z.array(z.string().min(1)).min(1);

const causeWords = z.strictObject({ things: list, people: list, changes: list });

const taskWords = z.strictObject({
  titles: list,
  steps: list,
  results: list,
  needs: list,
  questions: list,
});

const sentenceWords = z.strictObject({
  summaries: list,
  openings: list,
  rhythm: list,
  impacts: list,
  learning: list,
  accessibility: list,
  details: list,
  mission: list,
  stories: list,
  guide: list,
  storyTitles: list,
  storyRoles: list,
  guideTitles: list,
  campaignTitles: list,
  actions: list,
  organizationNames: list,
  organizationSummaries: list,
  registers: list,
  shareTexts: list,
  pageTitles: list,
  service: list,
});

type Lists<T> = { readonly [Key in keyof T]: readonly Phrase[] };

/** Everything that can be said: by cause, by task type, and about anything. */
export interface GeneratorWords {
  readonly causes: Readonly<Record<Cause, Lists<z.output<typeof causeWords>>>>;
  readonly tasks: Readonly<Record<TaskType, Lists<z.output<typeof taskWords>>>>;
  readonly sentences: Lists<z.output<typeof sentenceWords>>;
}

function read<T extends z.ZodType>(area: string, schema: T): Record<Language, z.output<T>> {
  const one = (locale: Language) => {
    const file = path.join(import.meta.dirname, 'words', `${area}.${locale}.yml`);
    return schema.parse(parse(readFileSync(file, 'utf8')));
  };
  return { en: one('en'), fr: one('fr'), es: one('es') };
}

/** Lists of three languages as one list of phrases. Throws a `WordsError` where one language has more than another. */
function zip<Key extends string>(
  where: string,
  keys: readonly Key[],
  said: Record<Language, Record<Key, readonly string[]>>,
): Record<Key, Phrase[]> {
  const phrases = (key: Key): Phrase[] => {
    const lengths = new Set(languages.map((locale) => said[locale][key].length));
    if (lengths.size > 1) {
      throw new GeneratorWordsError(`${where}.${key} has not as many sentences in each language (scripts/bench/content/words).`);
    }
    return said.en[key].map((en, index) => ({
      en,
      fr: said.fr[key][index] ?? en,
      es: said.es[key][index] ?? en,
    }));
  };
  return Object.fromEntries(keys.map((key) => [key, phrases(key)])) as Record<Key, Phrase[]>;
}

function zipEach<Id extends string, Key extends string>(
  ids: readonly Id[],
  keys: readonly Key[],
  said: Record<Language, Record<Id, Record<Key, string[]>>>,
): Record<Id, Record<Key, Phrase[]>> {
  return Object.fromEntries(
    ids.map((id) => [id, zip(id, keys, { en: said.en[id], fr: said.fr[id], es: said.es[id] })]),
  ) as Record<Id, Record<Key, Phrase[]>>;
}

/** Reads `scripts/bench/content/words`. Throws a `WordsError` or Zod's error where a file is not as it should be. */
export function readWords(): GeneratorWords {
  return {
    causes: zipEach(causes, causeWords.keyof().options, read('causes', z.record(z.enum(causes), causeWords))),
    tasks: zipEach(
      taskTypes,
      taskWords.keyof().options,
      read('tasks', z.record(z.enum(taskTypes), taskWords)),
    ),
    sentences: zip('sentences', sentenceWords.keyof().options, read('sentences', sentenceWords)),
  };
}
