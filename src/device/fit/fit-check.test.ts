import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursLimits } from '@/model/vocabularies/bands';
import { languageLevels, languageNeeds } from '@/model/vocabularies/languages';
import { skillLevels } from '@/model/vocabularies/skills';
import { checkFit, fitScore, type FitNeeds, type FitProfile } from './fit-check';
import { isEmptyProfile } from '../storage/fit/fit-store';

const profile = (more: Partial<FitProfile> = {}): FitProfile => ({
  languages: new Map(),
  skills: new Map(),
  from: new Set(),
  ...more,
});
const needs = (more: Partial<FitNeeds> = {}): FitNeeds => ({
  languages: [],
  skills: [],
  hours: { min: 3, max: 5 },
  fixed: false,
  diaspora: [],
  ...more,
});
const required = (language: string, level: (typeof languageLevels)[number]) =>
  ({ language, level, need: 'required' }) as const;
const verdictsOf = (have: FitProfile, need: FitNeeds, offset = 0) =>
  checkFit(have, need, offset).map(({ kind, verdict }) => `${kind} ${verdict}`);

describe('the fit check', () => {
  it.each([
    ['fluent', 'good', 'language fits'],
    ['good', 'good', 'language fits'],
    ['basic', 'good', 'language lacks'],
    ['fluent', 'native', 'language lacks'],
  ] as const)('with %s French, where %s French is needed: %s', (have, need, verdict) => {
    const said = profile({ languages: new Map([['fr', have]]) });
    expect(verdictsOf(said, needs({ languages: [required('fr', need)] }))).toContain(verdict);
  });

  it('takes a language that wasn’t named for one that is lacking, once any was named', () => {
    const need = needs({ languages: [required('fr', 'good')] });
    expect(verdictsOf(profile({ languages: new Map([['en', 'native']]) }), need)[0]).toBe('language lacks');
    expect(verdictsOf(profile({ hours: '5' }), need)[0]).toBe('language unknown');
  });

  it('lets what is only welcome speak for somebody, never against them', () => {
    const need = needs({ languages: [{ language: 'km', level: 'good', need: 'welcome' }] });
    const with_ = (level: 'basic' | 'good') => profile({ languages: new Map([['km', level]]) });
    expect(verdictsOf(with_('good'), need)).toContain('language fits');
    expect(verdictsOf(with_('basic'), need)).toEqual(['hours unknown']);
  });

  it('takes the best known of several languages of which one is enough', () => {
    const either = (language: string, level: (typeof languageLevels)[number]) =>
      ({ language, level, need: 'either' }) as const;
    const need = needs({ languages: [either('en', 'fluent'), either('fr', 'good')] });
    const check = (...said: (readonly [string, (typeof languageLevels)[number]])[]) =>
      checkFit(profile({ languages: new Map(said) }), need, 0)[0];
    expect(check(['fr', 'good'])).toMatchObject({ verdict: 'fits', id: 'fr' });
    expect(check(['en', 'good'], ['fr', 'native'])).toMatchObject({ verdict: 'fits', id: 'fr' });
    expect(check(['en', 'good'])).toMatchObject({ verdict: 'lacks', id: 'en', have: 'good' });
    expect(check(['es', 'native'])).toMatchObject({ verdict: 'lacks', alternatives: need.languages });
  });

  it.each([
    ['1', 3, 'hours lacks'],
    ['2', 3, 'hours lacks'],
    ['5', 5, 'hours fits'],
    ['5', 6, 'hours lacks'],
    ['20', 1, 'hours fits'],
  ] as const)('with up to %s hours, where at least %s are asked: %s', (hours, min, verdict) => {
    expect(verdictsOf(profile({ hours }), needs({ hours: { min, max: 20 } }))).toEqual([verdict]);
  });

  it('doesn’t compare hours a week with what is done once', () => {
    expect(verdictsOf(profile({ hours: '1' }), needs({ hours: undefined }))).toEqual([]);
  });

  it.each([
    [1, 'zone fits'],
    [-8, 'zone fits'],
    [2.5, 'zone lacks'],
    [-9, 'zone lacks'],
  ])('at UTC offset %s, where −8 to 2 overlap: %s', (offset, verdict) => {
    const need = needs({ zones: { from: -8, to: 2 }, fixed: true });
    expect(verdictsOf(profile(), need, offset)).toEqual(['hours unknown', verdict]);
  });

  it('says that set times are to be asked about, and welcomes those who come from a place', () => {
    expect(verdictsOf(profile(), needs({ fixed: true }), 1)).toContain('times unknown');
    const need = needs({ diaspora: ['NE', 'SN'] });
    expect(checkFit(profile({ from: new Set(['SN']) }), need, 1).at(-1)).toMatchObject({
      kind: 'origin',
      verdict: 'fits',
      id: 'SN',
    });
    expect(verdictsOf(profile({ from: new Set(['FR']) }), need)).toEqual(['hours unknown']);
  });

  it('knows when nothing has been said', () => {
    expect(isEmptyProfile(profile())).toBe(true);
    expect(isEmptyProfile(profile({ from: new Set(['SN']) }))).toBe(false);
  });
});

const tags = ['en', 'fr', 'es', 'km'];
const skillIds = ['translation', 'statistics', 'data-entry'];
const anyProfile: fc.Arbitrary<FitProfile> = fc.record({
  languages: fc
    .array(fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...languageLevels)), { maxLength: 3 })
    .map((pairs) => new Map(pairs)),
  skills: fc
    .array(fc.tuple(fc.constantFrom(...skillIds), fc.constantFrom(...skillLevels)), { maxLength: 3 })
    .map((pairs) => new Map(pairs)),
  hours: fc.option(fc.constantFrom(...hoursLimits), { nil: undefined }),
  from: fc.subarray(['SN', 'NE']).map((codes) => new Set(codes)),
});
const anyNeeds: fc.Arbitrary<FitNeeds> = fc.record({
  languages: fc.array(
    fc.record({
      language: fc.constantFrom(...tags),
      level: fc.constantFrom(...languageLevels),
      need: fc.constantFrom(...languageNeeds),
    }),
    { maxLength: 5 },
  ),
  skills: fc.array(
    fc.record({ skill: fc.constantFrom(...skillIds), level: fc.constantFrom(...skillLevels) }),
    { maxLength: 6 },
  ),
  hours: fc.option(
    fc.integer({ min: 1, max: 20 }).map((min) => ({ min, max: 20 })),
    { nil: undefined },
  ),
  fixed: fc.boolean(),
  zones: fc.option(fc.constantFrom({ from: -8, to: 2 }, { from: 3, to: 6 }), { nil: undefined }),
  diaspora: fc.subarray(['SN', 'KE']),
});
const anyOffset = fc.constantFrom(-8, 0, 5.5);
const scoreOf = (have: FitProfile, need: FitNeeds, offset: number) => fitScore(checkFit(have, need, offset));

/** Answers of which each is the higher of two. */
function best<Level>(order: readonly Level[], one: ReadonlyMap<string, Level>, other: typeof one) {
  const rank = (id: string, level: Level) => order.indexOf(level) - order.indexOf(one.get(id) as Level);
  return new Map([...one, ...[...other].filter(([id, level]) => rank(id, level) > 0)]);
}

/** A profile with the best of two. */
const joined = (one: FitProfile, other: FitProfile): FitProfile => ({
  languages: best(languageLevels, one.languages, other.languages),
  skills: best(skillLevels, one.skills, other.skills),
  hours: hoursLimits.findLast((limit) => limit === one.hours || limit === other.hours),
  from: new Set([...one.from, ...other.from]),
});

describe('the number that sorts', () => {
  it('never goes down when somebody can more, or says more', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, anyNeeds, anyOffset, (have, more, need, offset) => {
        const after = scoreOf(joined(have, more), need, offset);
        expect(after).toBeGreaterThanOrEqual(scoreOf(have, need, offset));
      }),
    );
  });

  it('puts what fits wholly before what lacks anything', () => {
    fc.assert(
      fc.property(anyProfile, anyNeeds, anyNeeds, anyOffset, (have, one, other, offset) => {
        const isWhole = (need: FitNeeds) =>
          checkFit(have, need, offset).every(({ verdict, kind }) => verdict === 'fits' || kind === 'times');
        fc.pre(isWhole(one) && !isWhole(other));
        expect(scoreOf(have, one, offset)).toBeGreaterThan(scoreOf(have, other, offset));
      }),
    );
  });

  it('counts a level that is nearly there for more than none, and a language for more than a skill', () => {
    const have = profile({
      languages: new Map([['en', 'good']]),
      skills: new Map([['translation', 'some']]),
      hours: '5',
    });
    const order = [
      needs({ languages: [required('en', 'good')], skills: [{ skill: 'translation', level: 'some' }] }),
      needs({ languages: [required('en', 'good')] }),
      needs({ languages: [required('en', 'good')], skills: [{ skill: 'translation', level: 'solid' }] }),
      needs({ languages: [required('en', 'fluent')] }),
      needs({ languages: [required('en', 'good')], skills: [{ skill: 'statistics', level: 'some' }] }),
      needs({ languages: [required('fr', 'good')] }),
    ].map((need) => scoreOf(have, need, 0));
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(new Set(order).size).toBe(order.length);
  });
});
