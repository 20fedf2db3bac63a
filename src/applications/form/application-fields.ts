/** The fields of an application, and the schema for its answers. Pure. */
import * as z from 'zod/mini';
import { languageLevels } from '@/model/vocabularies/languages';
import { maxNameLength } from './attachment/attachment-rules';
import { attachmentField } from './attachment/attachment-field';
import { cleanAnswer, checkAnswer, type FieldRule } from './field-rules';

/** The questions of one opportunity in addition to those of every application. */
interface ApplicationQuestions {
  /** BCP 47 tags, each once; `required` where the language is a condition, or one of several. */
  readonly languages: readonly { readonly language: string; readonly required: boolean }[];
  /** The number of screening questions. */
  readonly questions: number;
  /** True if a file may be sent. */
  readonly attachment?: boolean;
}

/** The choices for a language: no knowledge, or a level. */
export const knowledge = ['none', ...languageLevels] as const;

/** The minimum and maximum length of the motivation in characters: a sentence to about a page. */
export const motivationLength = { min: 40, max: 3000 } as const;

export const languageField = (language: string) => `language_${language}`;

/** The name of the field for the nth screening question, counted from 1: `2 -> answer_2`. */
export const answerField = (n: number) => `answer_${n}`;

/** The fields of an application, in the order in which they are asked and sent. */
export function applicationFields({
  languages,
  questions,
  attachment = false,
}: ApplicationQuestions): readonly FieldRule[] {
  const file = { name: attachmentField, kind: 'file', required: false, max: maxNameLength } as const;
  return [
    { name: 'name', kind: 'line', required: true, max: 120 },
    // RFC 5321 leaves 254 characters for an address
    { name: 'email', kind: 'email', required: true, max: 254 },
    { name: 'country', kind: 'country', required: true, max: 2 },
    ...languages.map(({ language, required }): FieldRule => {
      return { name: languageField(language), kind: 'choice', required, max: 20, choices: knowledge };
    }),
    { name: 'other_languages', kind: 'line', required: false, max: 300 },
    { name: 'availability', kind: 'line', required: true, max: 300 },
    { name: 'motivation', kind: 'text', required: true, ...motivationLength },
    ...Array.from({ length: questions }, (_, index): FieldRule => {
      return { name: answerField(index + 1), kind: 'text', required: true, max: 1500 };
    }),
    ...(attachment ? [file] : []),
    { name: 'consent', kind: 'agree', required: true, max: 10 },
  ];
}

/**
 * The schema of an application's answers. It uses the same rules as the form: each answer is cleaned, and an issue's
 * message is a `ProblemCode`. Fields without a rule are dropped.
 */
export function applicationSchema(fields: readonly FieldRule[]) {
  return z.object(Object.fromEntries(fields.map((rule) => [rule.name, answerSchema(rule)])));
}

function answerSchema(rule: FieldRule) {
  return z.pipe(
    z.pipe(
      z._default(z.string(), ''),
      z.transform((answer: string) => cleanAnswer(rule.kind, answer)),
    ),
    z.string().check((context) => {
      const code = checkAnswer(rule, context.value);
      if (code) context.issues.push({ code: 'custom', input: context.value, message: code });
    }),
  );
}
