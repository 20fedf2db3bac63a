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

/** One point of the comparison. */
export type FitReason =
  | {
      readonly kind: 'language';
      readonly verdict: FitVerdict;
      readonly id: string;
      readonly need: LanguageLevel;
      readonly have: LanguageLevel | undefined;
      /** The languages of which one is enough, this one included. */
      readonly alternatives: readonly WorkLanguageNeed[];
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
      readonly have: HoursLimit | undefined;
    }
  | {
      readonly kind: 'zone';
      readonly verdict: FitVerdict;
      readonly need: { readonly from: number; readonly to: number };
      /** The visitor's UTC offset (hours). */
      readonly have: number | undefined;
    }
  /** Fixed times that the entry doesn't give. */
  | { readonly kind: 'times'; readonly verdict: 'unknown' }
  /** A country of origin whose people are invited. */
  | { readonly kind: 'origin'; readonly verdict: 'fits'; readonly id: string };

/** The rank of a level: 0 for none, 1 for the lowest. */
const rank = (levels: readonly string[], level: string | undefined) =>
  level === undefined ? 0 : levels.indexOf(level) + 1;

/** Compares a needed level with the visitor's; `isSaid` where the visitor has answered anything of that kind. */
function levelVerdict(
  levels: readonly string[],
  need: string,
  have: string | undefined,
  isSaid: boolean,
): FitVerdict {
  if (!isSaid) return 'unknown';
  return rank(levels, have) >= rank(levels, need) ? 'fits' : 'lacks';
}

type LanguageReason = FitReason & { readonly kind: 'language' };

function languageReasons({ languages: said }: FitProfile, { languages }: FitNeeds): LanguageReason[] {
  const compare = (alternatives: readonly WorkLanguageNeed[]): LanguageReason[] =>
    alternatives.map(({ language: id, level: need }) => {
      const have = said.get(id);
      const verdict = levelVerdict(languageLevels, need, have, said.size > 0);
      return { kind: 'language', verdict, id, need, have, alternatives };
    });
  const least = (a: LanguageReason, b: LanguageReason) => (shortfall(b) < shortfall(a) ? b : a);
  const welcome = languages.filter(({ need }) => need === 'welcome');
  return [
    // Of several languages counts the one that the visitor knows best for this.
    ...languageConditions(languages).map((alternatives) => compare(alternatives).reduce(least)),
    // A welcome language can only improve the result.
    ...welcome.flatMap((language) => compare([language])).filter(({ verdict }) => verdict === 'fits'),
  ];
}

function skillReasons({ skills: said }: FitProfile, { skills }: FitNeeds): FitReason[] {
  return skills.map(({ skill: id, level: need }) => {
    const have = said.get(id);
    return { kind: 'skill', verdict: levelVerdict(skillLevels, need, have, said.size > 0), id, need, have };
  });
}

function hoursReasons({ hours: have }: FitProfile, { hours: need }: FitNeeds): FitReason[] {
  if (!need) return [];
  const verdict = have === undefined ? 'unknown' : need.min <= Number(have) ? 'fits' : 'lacks';
  return [{ kind: 'hours', verdict, need, have }];
}

function timeReasons({ fixed, zones: need }: FitNeeds, have: number | undefined): FitReason[] {
  if (!need) return fixed ? [{ kind: 'times', verdict: 'unknown' }] : [];
  const verdict = have === undefined ? 'unknown' : have >= need.from && have <= need.to ? 'fits' : 'lacks';
  return [{ kind: 'zone', verdict, need, have }];
}

/**
 * Compares needs with a profile, in the order of display: languages, skills, hours, time zone, origin. `offset` is the
 * visitor's UTC offset in hours at the relevant instant (`fit-zone.ts`), undefined if it isn't known.
 */
export function checkFit(
  profile: FitProfile,
  needs: FitNeeds,
  offset: number | undefined,
): readonly FitReason[] {
  const origin = needs.diaspora.find((country) => profile.from.has(country));
  return [
    ...languageReasons(profile, needs),
    ...skillReasons(profile, needs),
    ...hoursReasons(profile, needs),
    ...timeReasons(needs, offset),
    ...(origin === undefined ? [] : [{ kind: 'origin', verdict: 'fits', id: origin } as const]),
  ];
}

/** A language can't be learnt in time, so it weighs more than the rest. */
const weights = { language: 3, skill: 2, hours: 2, zone: 2, times: 0, origin: 0 } as const;

/** Whole numbers, so that equal sums are equal: twelve is divisible by every number of levels. */
const whole = 12;

/**
 * The missing share of a point, 0 to 12. An unknown point counts as missing, so that more answers never lower a score.
 */
function shortfall(reason: FitReason): number {
  if (reason.verdict === 'fits') return 0;
  if (reason.kind !== 'language' && reason.kind !== 'skill') return whole;
  const levels = reason.kind === 'language' ? languageLevels : skillLevels;
  const need = rank(levels, reason.need);
  return ((need - rank(levels, reason.have)) * whole) / need;
}

/**
 * The score for sorting: the higher, the better the fit. First counts how little is missing, a nearly sufficient level
 * less than none; then how much fits. Only the order has a meaning.
 */
export function fitScore(reasons: readonly FitReason[]): number {
  let missing = 0;
  let fitting = 0;
  for (const reason of reasons) {
    missing += weights[reason.kind] * shortfall(reason);
    if (reason.verdict === 'fits') fitting++;
  }
  // No opportunity has a hundred points: 5 languages, 6 skills, hours, zone, origin.
  return fitting - 100 * missing;
}
