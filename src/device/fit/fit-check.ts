/**
 * The fit check: compares an opportunity's needs with a visitor's profile. It gives reasons rather than a verdict, so
 * that visitors see what to ask about or to learn; and a score, only for sorting. Pure; it runs in the browser, and
 * none of its data leaves the device.
 */
import type { HoursLimit } from '@/model/vocabularies/bands';
import { languageConditions, type WorkLanguageNeed } from '@/model/language-needs';
import { languageLevels, type LanguageLevel } from '@/model/vocabularies/languages';
import { skillLevels, type SkillLevel } from '@/model/vocabularies/skills';

/** The visitor's answers. A missing answer means unknown, not none. */
export interface FitProfile {
  /** By BCP 47 tag. */
  readonly languages: ReadonlyMap<string, LanguageLevel>;
  /** By id. */
  readonly skills: ReadonlyMap<string, SkillLevel>;
  /** Available hours a week, at most. */
  readonly hours?: HoursLimit | undefined;
  /** Countries of origin, ISO 3166-1 alpha-2. */
  readonly from: ReadonlySet<string>;
}

/** An opportunity's needs, in the model's terms. */
export interface FitNeeds {
  readonly languages: readonly WorkLanguageNeed[];
  readonly skills: readonly { readonly skill: string; readonly level: SkillLevel }[];
  /** Hours a week; missing for a one-off task, which has no weekly hours. */
  readonly hours?: { readonly min: number; readonly max: number } | undefined;
  /** True if the times are fixed. */
  readonly fixed: boolean;
  /** UTC offsets (hours) from which hours overlap enough. */
  readonly zones?: { readonly from: number; readonly to: number } | undefined;
  /** Countries whose people are especially invited. */
  readonly diaspora: readonly string[];
}

/** The result for one point; `unknown` where the visitor hasn't answered, or nothing is known. */
export type FitVerdict = 'fits' | 'lacks' | 'unknown';

/** Whether a point fits, and the share of it that is missing: 0 to `whole`. */
interface Outcome {
  readonly verdict: FitVerdict;
  readonly missing: number;
}

/** One point of the comparison. */
export type FitReason = Outcome &
  (
    | {
        readonly kind: 'language';
        readonly id: string;
        readonly have: LanguageLevel | undefined;
        /** The languages of which one is enough, this one included. */
        readonly alternatives: readonly WorkLanguageNeed[];
      }
    | {
        readonly kind: 'skill';
        readonly id: string;
        readonly need: SkillLevel;
        readonly have: SkillLevel | undefined;
      }
    | {
        readonly kind: 'hours';
        readonly need: NonNullable<FitNeeds['hours']>;
        readonly have: HoursLimit | undefined;
      }
    /** `have` is the visitor's UTC offset (hours). */
    | { readonly kind: 'zone'; readonly need: NonNullable<FitNeeds['zones']>; readonly have: number }
    /** Fixed times that the entry doesn't give. */
    | { readonly kind: 'times' }
    /** A country of origin whose people are invited. */
    | { readonly kind: 'origin'; readonly id: string }
  );

/** Whole numbers, so that equal sums are equal: twelve is divisible by every number of levels. */
const whole = 12;

/** The outcome of a point that fits or doesn't. An unknown one counts as missing, so that more answers never lower a score. */
const outcome = (fits: boolean | undefined): Outcome => ({
  verdict: fits === undefined ? 'unknown' : fits ? 'fits' : 'lacks',
  missing: fits ? 0 : whole,
});

/** Compares the visitor's level with the needed one; `isSaid` where they have answered anything of that kind. */
function compareLevels<Level extends string>(
  levels: readonly Level[],
  need: Level,
  have: Level | undefined,
  isSaid: boolean,
): Outcome {
  if (!isSaid) return outcome(undefined);
  const wanted = levels.indexOf(need) + 1;
  const left = wanted - (have === undefined ? 0 : levels.indexOf(have) + 1);
  return left <= 0 ? outcome(true) : { verdict: 'lacks', missing: (left * whole) / wanted };
}

function languageReasons({ languages: said }: FitProfile, { languages }: FitNeeds): FitReason[] {
  const compare = (alternatives: readonly WorkLanguageNeed[]) =>
    alternatives.map(({ language: id, level }): FitReason => {
      const have = said.get(id);
      const compared = compareLevels(languageLevels, level, have, said.size > 0);
      return { kind: 'language', id, have, alternatives, ...compared };
    });
  const welcome = languages.filter(({ need }) => need === 'welcome');
  return [
    // Of several languages counts the one that the visitor knows best for this.
    ...languageConditions(languages).map((alternatives) =>
      compare(alternatives).reduce((a, b) => (b.missing < a.missing ? b : a)),
    ),
    // A welcome language can only improve the result.
    ...welcome.flatMap((language) => compare([language])).filter(({ verdict }) => verdict === 'fits'),
  ];
}

function timeReasons({ fixed, zones: need }: FitNeeds, have: number): FitReason[] {
  if (!need) return fixed ? [{ kind: 'times', ...outcome(undefined) }] : [];
  return [{ kind: 'zone', need, have, ...outcome(have >= need.from && have <= need.to) }];
}

/**
 * Compares needs with a profile, in the order of display: languages, skills, hours, time zone, origin. `offset` is the
 * visitor's UTC offset in hours.
 */
export function checkFit(profile: FitProfile, needs: FitNeeds, offset: number): readonly FitReason[] {
  const { skills, hours: have } = profile;
  const { hours: need } = needs;
  const origin = needs.diaspora.find((country) => profile.from.has(country));
  const hoursFit = need && have && need.min <= Number(have);
  return [
    ...languageReasons(profile, needs),
    ...needs.skills.map(({ skill: id, level }): FitReason => {
      const known = skills.get(id);
      const compared = compareLevels(skillLevels, level, known, skills.size > 0);
      return { kind: 'skill', id, need: level, have: known, ...compared };
    }),
    ...(need ? [{ kind: 'hours', need, have, ...outcome(hoursFit) } as const] : []),
    ...timeReasons(needs, offset),
    ...(origin === undefined ? [] : [{ kind: 'origin', id: origin, ...outcome(true) } as const]),
  ];
}

/** A language can't be learnt in time, so it weighs more than the rest. */
const weights = { language: 3, skill: 2, hours: 2, zone: 2, times: 0, origin: 0 } as const;

/**
 * The score for sorting: the higher, the better the fit. First counts how little is missing, a nearly sufficient level
 * less than none; then how much fits. Only the order has a meaning.
 */
export function fitScore(reasons: readonly FitReason[]): number {
  const missing = reasons.reduce((sum, reason) => sum + weights[reason.kind] * reason.missing, 0);
  // No opportunity has a hundred points: 5 languages, 6 skills, hours, zone, origin.
  return reasons.filter(({ verdict }) => verdict === 'fits').length - 100 * missing;
}
