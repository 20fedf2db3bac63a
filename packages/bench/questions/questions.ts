/** Reads the questions of a language, each with the grades of the listings. */
import { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import { QuestionsError, readDataFile } from './listings';

/**
 * The kinds of questions: `natural` ones share some words with the listings that answer them, `meaning` ones none;
 * `words` are single words, acronyms and names; `misspelled` ones are asked only of real listings.
 */
type QuestionKind = 'natural' | 'meaning' | 'words' | 'misspelled';

/** How well a listing answers a question: 3 (only real listings) or 2 fully, 1 partly. All others don't. */
export type Grade = 1 | 2 | 3;

export type Grades = ReadonlyMap<string, Grade>;

/** A question with the listings that answer it. */
export interface JudgedQuestion {
  readonly text: string;
  readonly grades: Grades;
}

export interface Question extends JudgedQuestion {
  readonly kind: QuestionKind;
  /** True for the half that is never looked at while the search is tuned. */
  readonly isHeldBack: boolean;
}

const byKind = <T extends z.ZodType>(of: T) => z.strictObject({ natural: of, meaning: of, words: of });
const graded = z.strictObject({ full: z.array(z.string()), part: z.array(z.string()) });
const questionsSchema = byKind(z.array(z.string()));
const judgementsSchema = byKind(z.record(z.string(), graded));

/** Reads the questions in the order of their file. Every second one is held back. Throws a `QuestionsError`. */
export function readQuestions(locale: Locale): Question[] {
  const texts = readDataFile(`questions/${locale}.yml`, questionsSchema);
  const judgements = readDataFile(`judgements/${locale}.yml`, judgementsSchema);
  return (['natural', 'meaning', 'words'] as const).flatMap((kind) =>
    texts[kind].map((text, index): Question => {
      const judged = judgements[kind][text];
      if (!judged) throw new QuestionsError(`judgements/${locale}.yml doesn’t judge “${text}”.`);
      const grades = new Map<string, Grade>(judged.part.map((id) => [id, 1]));
      for (const id of judged.full) grades.set(id, 2);
      return { kind, text, grades, isHeldBack: index % 2 === 1 };
    }),
  );
}

const ids = z.array(z.string()).optional();
const realSchema = z.array(z.strictObject({ text: z.string(), 3: ids, 2: ids, 1: ids }));

/** Reads one half of the questions about real listings. The held-back half has files of its own. Throws a `QuestionsError`. */
export function readRealQuestions(locale: Locale, isHeldBack: boolean): Question[] {
  const name = `real/questions/${locale}.${isHeldBack ? 'held-back' : 'tuning'}.yml`;
  const byKinds = readDataFile(name, z.strictObject({ natural: realSchema, misspelled: realSchema }));
  return (['natural', 'misspelled'] as const).flatMap((kind) =>
    byKinds[kind].map(({ text, ...judged }): Question => {
      const grades = new Map(
        ([1, 2, 3] as const).flatMap((grade) => (judged[grade] ?? []).map((id) => [id, grade])),
      );
      return { kind, text, grades, isHeldBack };
    }),
  );
}
