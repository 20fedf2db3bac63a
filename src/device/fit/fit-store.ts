/** What a visitor has said that they can, answer by answer, so that two devices' answers can be put together. */
import { hoursBandIds, type HoursBand } from '@/model/vocabularies/bands';
import { languageLevels, workLanguages, type LanguageLevel } from '@/model/vocabularies/languages';
import { skillLevels, skills, type SkillLevel } from '@/model/vocabularies/skills';
import type { Profile } from './fit';
import { fitKey } from './fit-mark';
import type { ItemStore } from '../storage/item-store';
import { readInstant, readRecord } from '../storage/read-value';

/** What can be answered; each but `hours` about one thing: `language.fr`, `skill.statistics`, `from.SN`. */
export type AnswerKind = 'language' | 'skill' | 'hours' | 'from';

/** One answer. */
export interface FitItem {
  /** The question: `language.fr`, `hours`. */
  readonly id: string;
  /** A level, a band of hours, or `yes`. */
  readonly value: string;
  /** ISO instant */
  readonly at: string;
}

/** The question about one thing: `('language', 'fr') -> 'language.fr'`. */
export function questionId(kind: Exclude<AnswerKind, 'hours'>, about: string): string {
  return `${kind}.${about}`;
}

/** `'language.fr' -> ['language', 'fr']`, `'hours' -> ['hours', '']` */
export function splitQuestion(id: string): readonly [kind: string, about: string] {
  const [kind = '', about = ''] = id.split('.');
  return [kind, about];
}

const known = (ids: readonly string[]) => {
  const set = new Set(ids);
  return (value: string) => set.has(value);
};

/** What may stand in an answer of each kind: what it is about, and its value. */
const questions: Readonly<
  Record<string, { readonly about: (text: string) => boolean; readonly value: (text: string) => boolean }>
> = {
  language: { about: known(workLanguages), value: known(languageLevels) },
  skill: { about: known(skills), value: known(skillLevels) },
  hours: { about: known(['']), value: known(hoursBandIds) },
  // The list of countries is too heavy for the browser: the shape must do.
  from: { about: (text) => /^[A-Z]{2}$/.test(text), value: known(['yes']) },
};

function readItem(value: unknown): FitItem | undefined {
  const record = readRecord(value);
  const { id, value: answer } = record ?? {};
  const at = readInstant(record?.['at']);
  if (typeof id !== 'string' || typeof answer !== 'string' || at === undefined) return undefined;
  const [kind, about] = splitQuestion(id);
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

/** The answers as the check takes them. */
export function profileOf(items: readonly FitItem[]): Profile {
  const about = (wanted: AnswerKind) =>
    items.flatMap(({ id, value }) => {
      const [kind, what] = splitQuestion(id);
      return kind === wanted ? [[what, value] as const] : [];
    });
  return {
    // `readItem` has let through no others.
    languages: new Map(about('language') as (readonly [string, LanguageLevel])[]),
    skills: new Map(about('skill') as (readonly [string, SkillLevel])[]),
    hours: about('hours')[0]?.[1] as HoursBand | undefined,
    from: new Set(about('from').map(([country]) => country)),
  };
}
