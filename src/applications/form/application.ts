/** An application: what it asks for, and the schema that a whole one obeys. Pure. */
import * as z from 'zod/mini';
import { languageLevels } from '@/model/vocabularies/languages';
import { longestName } from './attachment/attachment';
import { attachmentField } from './attachment/attachment-field';
import { clean, problemOf, type FieldRule } from './rules';

/** What an opportunity asks besides what every application asks. */
export interface ApplicationQuestions {
  /** BCP 47 tags, each once, and whether the work is impossible without it. */
  readonly languages: readonly { readonly language: string; readonly required: boolean }[];
  /** How many screening questions there are. */
  readonly questions: number;
  /** Whether a file may be sent. */
  readonly attachment?: boolean;
}

/** What one can say of a language: that one doesn't know it, or how well. */
export const knowledge = ['none', ...languageLevels] as const;

/** The fewest and the most characters of the motivation: a sentence to about a page. */
export const motivationLength = { min: 40, max: 3000 } as const;

/** The name of the field for a language: `fr -> language_fr`. */
export const languageField = (language: string) => `language_${language}`;

/** The name of the field for the nth screening question, counted from 1. */
export const answerField = (n: number) => `answer_${n}`;

/** The fields of an application, in the order in which they are asked and sent. */
export function applicationFields({
  languages,
  questions,
  attachment = false,
}: ApplicationQuestions): readonly FieldRule[] {
  const file = { name: attachmentField, kind: 'file', required: false, max: longestName } as const;
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
 * The schema of an application's answers, made of the same rules as the form: each answer is cleaned, and an issue's
 * message is a `ProblemCode`. Fields that no rule asks for are dropped.
 */
export function applicationSchema(fields: readonly FieldRule[]) {
  return z.object(Object.fromEntries(fields.map((rule) => [rule.name, answerSchema(rule)])));
}

function answerSchema(rule: FieldRule) {
  return z.pipe(
    z.pipe(
      z._default(z.string(), ''),
      z.transform((answer: string) => clean(rule.kind, answer)),
    ),
    z.string().check((context) => {
      const code = problemOf(rule, context.value);
      if (code) context.issues.push({ code: 'custom', input: context.value, message: code });
    }),
  );
}
