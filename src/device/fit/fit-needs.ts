/** An opportunity's needs in a compact form, for pages, cards and the search's columns. Shared with the browser. */
import type { LanguageLevel, LanguageNeed } from '@/model/vocabularies/languages';
import type { SkillLevel } from '@/model/vocabularies/skills';
import type { Opportunity } from '@/model/types/types';
import type { WorkLanguageNeed } from '@/model/language-needs';
import type { FitNeeds } from './fit-check';

/** Lists of texts; an empty list may be missing. */
export interface PackedNeeds {
  /** `fr:good`; `fr:good|` where one of those so marked is enough; `fr:good?` where it is only welcome */
  readonly languages: readonly string[];
  /** `statistics:solid` */
  readonly skills?: readonly string[] | undefined;
  /** `3-5` hours a week; missing for a one-off task */
  readonly hours?: string | undefined;
  /** `fixed`, and the UTC offsets from which hours overlap: `-8..2` */
  readonly times?: readonly string[] | undefined;
  /** Countries whose people are especially invited. */
  readonly from?: readonly string[] | undefined;
}

const needMarks: Readonly<Record<LanguageNeed, string>> = { required: '', either: '|', welcome: '?' };

/** Packs hours a week. */
export const packHours = ({ hours }: Pick<Opportunity['shared'], 'hours'>) => `${hours.min}-${hours.max}`;

/** Packs an opportunity's needs (build side), without empty lists. */
export function packNeeds(shared: Opportunity['shared']): PackedNeeds {
  const { languages, skills, schedule, timeZoneWindow: zones, diasporaOf } = shared;
  const some = (values: readonly string[]) => (values.length > 0 ? values : undefined);
  return {
    languages: languages.map(({ language, level, need }) => `${language}:${level}${needMarks[need]}`),
    skills: some(skills.map(({ skill, level }) => `${skill}:${level}`)),
    hours: shared.length.kind === 'one-off' ? undefined : packHours(shared),
    times: some([
      ...(schedule === 'fixed' ? ['fixed'] : []),
      ...(zones ? [`${zones.from}..${zones.to}`] : []),
    ]),
    from: some(diasporaOf),
  };
}

/** Reads one language: `'fr:good?' -> { language: 'fr', level: 'good', need: 'welcome' }` */
export function unpackLanguage(packed: string): WorkLanguageNeed {
  const [, language = '', level, mark] = /^(.*):(\w+)(\W?)$/.exec(packed) ?? [];
  const need = mark === '?' ? 'welcome' : mark === '|' ? 'either' : 'required';
  return { language, level: level as LanguageLevel, need };
}

/** The inverse of `packNeeds`, for data that this site's build wrote. */
export function unpackNeeds({ languages, skills = [], hours, times = [], from = [] }: PackedNeeds): FitNeeds {
  const [min = 0, max = 0] = hours?.split('-').map(Number) ?? [];
  const window = times.find((time) => time.includes('..'));
  const [west = 0, east = 0] = window?.split('..').map(Number) ?? [];
  return {
    languages: languages.map(unpackLanguage),
    skills: skills.map((packed) => {
      const [skill = '', level] = packed.split(':');
      return { skill, level: level as SkillLevel };
    }),
    hours: hours === undefined ? undefined : { min, max },
    fixed: times.includes('fixed'),
    zones: window === undefined ? undefined : { from: west, to: east },
    diaspora: from,
  };
}
