/**
 * The fit check: what an opportunity needs beside what a visitor can. It gives reasons rather than a verdict, so that a
 * visitor sees what to ask about or to learn; and a number, which only serves to sort. Pure; it runs in the browser, and
 * nothing that it is given leaves it.
 */
import { hoursBands, type HoursBand } from '@/model/vocabularies/bands';
import { languageLevels, type LanguageLevel } from '@/model/vocabularies/languages';
import { skillLevels, type SkillLevel } from '@/model/vocabularies/skills';

/** What a visitor has said of themselves. What they haven't is empty, which stands for unknown rather than for none. */
export interface Profile {
  /** By BCP 47 tag. */
  readonly languages: ReadonlyMap<string, LanguageLevel>;
  /** By id. */
  readonly skills: ReadonlyMap<string, SkillLevel>;
  /** The hours a week that they have. */
  readonly hours?: HoursBand | undefined;
  /** Countries that they come from, ISO 3166-1 alpha-2. */
  readonly from: ReadonlySet<string>;
}

/** What an opportunity needs, in the model's terms. */
export interface FitNeeds {
  readonly languages: readonly {
    readonly language: string;
    readonly level: LanguageLevel;
    /** False where it is only welcome. */
    readonly required: boolean;
  }[];
  readonly skills: readonly { readonly skill: string; readonly level: SkillLevel }[];
  /** Hours a week; none for what is done once, which takes no week by week. */
  readonly hours?: { readonly min: number; readonly max: number } | undefined;
  /** The times are set. */
  readonly fixed: boolean;
  /** UTC offsets (hours) from which hours overlap enough. */
  readonly zones?: { readonly from: number; readonly to: number } | undefined;
  /** Countries whose people are especially invited. */
  readonly diaspora: readonly string[];
}

/** Whether one point fits; `unknown` where the visitor hasn't said, or nobody can know. */
export type FitVerdict = 'fits' | 'lacks' | 'unknown';

/** One point in which an opportunity and a visitor meet or don't. */
export type Reason =
  | {
      readonly kind: 'language';
      readonly verdict: FitVerdict;
      readonly id: string;
      readonly need: LanguageLevel;
      readonly have: LanguageLevel | undefined;
    }
  | {
      readonly kind: 'skill';
      readonly verdict: FitVerdict;
      readonly id: string;
      readonly need: SkillLevel;
      readonly have: SkillLevel | undefined;
    }
  | {
      readonly kind: 'hours';
      readonly verdict: FitVerdict;
      readonly need: NonNullable<FitNeeds['hours']>;
      readonly have: HoursBand | undefined;
    }
  | {
      readonly kind: 'zone';
      readonly verdict: FitVerdict;
      readonly need: { readonly from: number; readonly to: number };
      /** The visitor's UTC offset (hours). */
      readonly have: number | undefined;
    }
  /** Set times that the entry doesn't tell. */
  | { readonly kind: 'times'; readonly verdict: 'unknown' }
  /** A country that the visitor comes from, and whose people are invited. */
  | { readonly kind: 'origin'; readonly verdict: 'fits'; readonly id: string };

/** Nothing has been said: there is nothing to compare with. */
export function isEmpty({ languages, skills, hours, from }: Profile): boolean {
  return languages.size === 0 && skills.size === 0 && hours === undefined && from.size === 0;
}

/** How far a level reaches: 0 for none, 1 for the lowest. */
const rank = (levels: readonly string[], level: string | undefined) =>
  level === undefined ? 0 : levels.indexOf(level) + 1;

/** A level that is needed beside one that somebody has; `isSaid` where they have said any of that kind. */
function levelVerdict(
  levels: readonly string[],
  need: string,
  have: string | undefined,
  isSaid: boolean,
): FitVerdict {
  if (!isSaid) return 'unknown';
  return rank(levels, have) >= rank(levels, need) ? 'fits' : 'lacks';
}

function languageReasons({ languages: said }: Profile, { languages }: FitNeeds): Reason[] {
  return languages.flatMap(({ language: id, level: need, required }): Reason[] => {
    const have = said.get(id);
    const verdict = levelVerdict(languageLevels, need, have, said.size > 0);
    // What is only welcome speaks for somebody, and never against them.
    return required || verdict === 'fits' ? [{ kind: 'language', verdict, id, need, have }] : [];
  });
}

function skillReasons({ skills: said }: Profile, { skills }: FitNeeds): Reason[] {
  return skills.map(({ skill: id, level: need }) => {
    const have = said.get(id);
    return { kind: 'skill', verdict: levelVerdict(skillLevels, need, have, said.size > 0), id, need, have };
  });
}

function hoursReasons({ hours: have }: Profile, { hours: need }: FitNeeds): Reason[] {
  if (!need) return [];
  const verdict = have === undefined ? 'unknown' : need.min <= hoursBands[have][1] ? 'fits' : 'lacks';
  return [{ kind: 'hours', verdict, need, have }];
}

function timeReasons({ fixed, zones: need }: FitNeeds, have: number | undefined): Reason[] {
  if (!need) return fixed ? [{ kind: 'times', verdict: 'unknown' }] : [];
  const verdict = have === undefined ? 'unknown' : have >= need.from && have <= need.to ? 'fits' : 'lacks';
  return [{ kind: 'zone', verdict, need, have }];
}

/**
 * What fits and what doesn't, in the order in which it is told: languages, skills, hours, time zone, origin. `offset` is
 * the visitor's distance from UTC in hours at the instant in question (`fit-zone.ts`), undefined where it isn't known.
 */
export function checkFit(profile: Profile, needs: FitNeeds, offset: number | undefined): readonly Reason[] {
  const origin = needs.diaspora.find((country) => profile.from.has(country));
  return [
    ...languageReasons(profile, needs),
    ...skillReasons(profile, needs),
    ...hoursReasons(profile, needs),
    ...timeReasons(needs, offset),
    ...(origin === undefined ? [] : [{ kind: 'origin', verdict: 'fits', id: origin } as const]),
  ];
}

/** A language can't be learnt on the way, so that it weighs more than the rest. */
const weights = { language: 3, skill: 2, hours: 2, zone: 2, times: 0, origin: 0 } as const;

/** Whole numbers, so that equal sums are equal: twelve can be divided by every number of levels. */
const whole = 12;

/** How much of a point is missing, 0 to 12. What isn't known counts as missing, so that saying more never lowers a score. */
function shortfall(reason: Reason): number {
  if (reason.verdict === 'fits') return 0;
  if (reason.kind !== 'language' && reason.kind !== 'skill') return whole;
  const levels = reason.kind === 'language' ? languageLevels : skillLevels;
  const need = rank(levels, reason.need);
  return ((need - rank(levels, reason.have)) * whole) / need;
}

/**
 * A number that sorts: the higher, the better it fits. First counts how little is missing, a level that is nearly there
 * less than none; then how much fits. Only its order means anything.
 */
export function fitScore(reasons: readonly Reason[]): number {
  let missing = 0;
  let fitting = 0;
  for (const reason of reasons) {
    missing += weights[reason.kind] * shortfall(reason);
    if (reason.verdict === 'fits') fitting++;
  }
  // No opportunity has a hundred points: 5 languages, 6 skills, hours, zone, origin.
  return fitting - 100 * missing;
}
