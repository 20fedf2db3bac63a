/** The store of the visitor's answers, one item for each answer, so that the answers of two devices can be merged. */
import { hoursLimits, type HoursLimit } from '@/model/vocabularies/bands';
import { languageLevels, workLanguages, type LanguageLevel } from '@/model/vocabularies/languages';
import { skillLevels, skills, type SkillLevel } from '@/model/vocabularies/skills';
import type { FitProfile } from '../../fit/fit-check';
import { fitKey } from '../keys';
import type { ItemStore } from '../item-store';
import { readInstant, readObject } from '../read-value';

/** The kinds of answers; each but `hours` is about one thing: `language.fr`, `skill.statistics`, `from.SN`. */
type AnswerKind = 'language' | 'skill' | 'hours' | 'from';

export interface FitItem {
  /** The question: `language.fr`, `hours`. */
  readonly id: string;
  /** A level, the most hours a week, or `yes`. */
  readonly value: string;
  /** ISO instant */
  readonly at: string;
}

/** The id of a question: `('language', 'fr') -> 'language.fr'`. */
export function questionId(kind: Exclude<AnswerKind, 'hours'>, about: string): string {
  return `${kind}.${about}`;
}

/** The inverse: `'language.fr' -> ['language', 'fr']`, `'hours' -> ['hours', '']` */
function splitQuestionId(id: string): readonly [kind: string, about: string] {
  const [kind = '', about = ''] = id.split('.');
  return [kind, about];
}

const known = (ids: readonly string[]) => {
  const set = new Set(ids);
  return (value: string) => set.has(value);
};

/** The valid answers of each kind: subject and value. */
const questions: Readonly<
  Record<string, { readonly about: (text: string) => boolean; readonly value: (text: string) => boolean }>
> = {
  language: { about: known(workLanguages), value: known(languageLevels) },
  skill: { about: known(skills), value: known(skillLevels) },
  hours: { about: known(['']), value: known(hoursLimits) },
  // The list of countries is too heavy for the browser, so only the shape is checked.
  from: { about: (text) => /^[A-Z]{2}$/.test(text), value: known(['yes']) },
};

function readItem(value: unknown): FitItem | undefined {
  const record = readObject(value);
  const id = record?.['id'];
  const answer = record?.['value'];
  const at = readInstant(record?.['at']);
  if (typeof id !== 'string' || typeof answer !== 'string' || at === undefined) return undefined;
  const [kind, about] = splitQuestionId(id);
  const question = Object.hasOwn(questions, kind) ? questions[kind] : undefined;
  const isWhole = id === (kind === 'hours' ? 'hours' : `${kind}.${about}`);
  return isWhole && question?.about(about) && question.value(answer) ? { id, value: answer, at } : undefined;
}

const rank = ({ at, value }: FitItem) => `${at} ${value}`;

/** The later answer counts. */
export const fitStore: ItemStore<FitItem> = {
  key: fitKey,
  readItem,
  mergeItem: (a, b) => (rank(a) < rank(b) ? b : a),
  instantOf: ({ at }) => at,
};

/** Converts answers into the profile that the check compares. */
export function profileFromAnswers(items: readonly FitItem[]): FitProfile {
  const about = (wanted: AnswerKind) =>
    items.flatMap(({ id, value }) => {
      const [kind, what] = splitQuestionId(id);
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
