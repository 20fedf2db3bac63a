/** Reads the sentences with slots from which content is generated, the same in each language. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import { causes } from '@/model/vocabularies/causes';
import { taskTypes } from '@/model/vocabularies/task-types';
import { parse } from 'yaml';
import { z } from 'zod';

/** The languages in which generated content is written. */
export const languages = ['en', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** A text in every language, with or without slots. */
export type Phrase = Readonly<Record<Language, string>>;

/** The files of words differ between the languages. */
class GeneratorWordsError extends OperatorError {
  override readonly name = 'WordsError';
}

const createListsSchema = <Key extends string>(...keys: readonly Key[]) =>
  z.record(z.enum(keys), z.array(z.string().min(1)).min(1));

const areaSchemas = {
  causes: z.record(z.enum(causes), createListsSchema('things', 'people', 'changes')),
  tasks: z.record(z.enum(taskTypes), createListsSchema('titles', 'steps', 'results', 'needs', 'questions')),
  // prettier-ignore
  sentences: createListsSchema(
    'summaries', 'openings', 'rhythm', 'impacts', 'learning', 'accessibility', 'details', 'mission', 'stories', 'guide',
    'storyTitles', 'storyRoles', 'guideTitles', 'campaignTitles', 'actions', 'organizationNames',
    'organizationSummaries', 'registers', 'pageTitles', 'service',
  ),
};

/** Texts of one language in a file: lists by name. */
type TextTree = string[] | { [name: string]: TextTree };

/** The same tree with phrases instead of texts. */
type PhraseTree<T> = T extends string[]
  ? readonly Phrase[]
  : { readonly [Name in keyof T]: PhraseTree<T[Name]> };

/** All phrases: by cause, by task type, and for any entry. */
export type GeneratorWords = {
  readonly [Area in keyof typeof areaSchemas]: PhraseTree<z.output<(typeof areaSchemas)[Area]>>;
};

function mergeLanguages(where: string, { en, fr, es }: Readonly<Record<Language, TextTree>>): unknown {
  if (Array.isArray(en) && Array.isArray(fr) && Array.isArray(es)) {
    if (fr.length === en.length && es.length === en.length)
      return en.map((text, index) => ({ en: text, fr: fr[index], es: es[index] }));
    throw new GeneratorWordsError(
      `${where} has not as many sentences in each language (packages/bench/content/words).`,
    );
  }
  const of = (texts: TextTree, name: string) => (Array.isArray(texts) ? [] : (texts[name] ?? []));
  const named = Object.keys(en).map((name) => {
    const texts = { en: of(en, name), fr: of(fr, name), es: of(es, name) };
    return [name, mergeLanguages(`${where}.${name}`, texts)];
  });
  return Object.fromEntries(named);
}

function readArea(area: keyof typeof areaSchemas): unknown {
  const texts = (locale: Language) => {
    const file = path.join(import.meta.dirname, 'words', `${area}.${locale}.yml`);
    return areaSchemas[area].parse(parse(readFileSync(file, 'utf8')));
  };
  return mergeLanguages(area, { en: texts('en'), fr: texts('fr'), es: texts('es') });
}

/** Reads `packages/bench/content/words`. Throws a `GeneratorWordsError` or Zod's error if a file is invalid. */
export function readWords(): GeneratorWords {
  return {
    causes: readArea('causes'),
    tasks: readArea('tasks'),
    sentences: readArea('sentences'),
  } as GeneratorWords;
}
