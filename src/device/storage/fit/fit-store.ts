/** The store of the visitor's answers, one item for each answer. */
import { hoursLimits, type HoursLimit } from '@/model/vocabularies/bands';
import { languageLevels, workLanguages, type LanguageLevel } from '@/model/vocabularies/languages';
import { skillLevels, skills, type SkillLevel } from '@/model/vocabularies/skills';
import type { FitProfile } from '../../fit/fit-check';
import { fitKey } from '../keys';
import type { ItemStore } from '../item-store';
import { readFields, readInstant, readText, type ReadValue } from '../read-value';

/** The valid values of each kind of answer; and its subjects, but that the list of countries is too heavy for the browser. */
const values = { language: languageLevels, skill: skillLevels, hours: hoursLimits, from: ['yes'] } as const;
const subjects = { language: workLanguages, skill: skills, hours: undefined, from: undefined } as const;
type AnswerKind = keyof typeof values;

/** The id of a question: `('language', 'fr') -> 'language.fr'`. Hours are about nothing, and have just `hours`. */
export function questionId(kind: Exclude<AnswerKind, 'hours'>, about: string): string {
  return `${kind}.${about}`;
}

const question = /^(hours)$|^(language|skill)\.([\w-]+)$|^(from)\.([A-Z]{2})$/;

/** The inverse: `'language.fr' -> ['language', 'fr']`, `'hours' -> ['hours']`; undefined for no question. */
function splitQuestionId(id: string): readonly [kind: AnswerKind, about?: string] | undefined {
  const [, ...parts] = question.exec(id) ?? [];
  return parts.length === 0 ? undefined : (parts.filter((part) => part) as [AnswerKind, string?]);
}

const readAnswer = (value: unknown) =>
  readFields(value, {
    /** The question: `language.fr`, `hours`. */
    id: readText,
    /** A level, the most hours a week, or `yes`. */
    value: readText,
    at: readInstant,
  });

export type FitItem = ReadValue<typeof readAnswer>;

function readItem(value: unknown): FitItem | undefined {
  const item = readAnswer(value);
  const [kind, about] = (item && splitQuestionId(item.id)) ?? [];
  if (!item || !kind) return undefined;
  const isAbout = (subjects[kind] as readonly (string | undefined)[] | undefined)?.includes(about) ?? true;
  return isAbout && (values[kind] as readonly string[]).includes(item.value) ? item : undefined;
}

export const fitStore: ItemStore<FitItem> = {
  key: fitKey,
  readItem,
  instantOf: ({ at }) => at,
};

/** Converts answers into the profile that the check compares. */
export function profileFromAnswers(items: readonly FitItem[]): FitProfile {
  const about = (wanted: AnswerKind) =>
    items.flatMap(({ id, value }) => {
      const [kind, what = ''] = splitQuestionId(id) ?? [];
      return kind === wanted ? [[what, value] as const] : [];
    });
  return {
    // `readItem` has rejected all others.
    languages: new Map(about('language') as (readonly [string, LanguageLevel])[]),
    skills: new Map(about('skill') as (readonly [string, SkillLevel])[]),
    hours: about('hours')[0]?.[1] as HoursLimit | undefined,
    from: new Set(about('from').map(([country]) => country)),
  };
}

/** True for a profile without answers: there is nothing to compare. */
export function isEmptyProfile({ languages, skills, hours, from }: FitProfile): boolean {
  return languages.size === 0 && skills.size === 0 && hours === undefined && from.size === 0;
}
