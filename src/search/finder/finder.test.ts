/** The finder's matches and counts, compared with a plain reading of the entries. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { translator } from '@/i18n/translate';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type LocaleSite, type SiteOpportunity } from '@/site/site';
import { acceptsApplications } from '@/model/time/lifecycle';
import { languageLevels, languageNeeds } from '@/model/vocabularies/languages';
import { readColumns } from '../facets/facet-columns';
import { encodeColumns } from '../index/encode-columns';
import { finderView } from './finder-view';
import { firstSuggestions } from './first-suggestions';
import { closestRows, countFound } from './show-matches.client';

const now = Date.parse('2026-11-25T00:00:00Z');
const tasks = ['translation', 'web', 'data'] as const;
const tags = ['en', 'fr', 'sw'] as const;

/** The varying part of an opportunity. */
const anyShared = fc.record({
  taskTypes: fc.uniqueArray(fc.constantFrom(...tasks), { minLength: 1, maxLength: 2 }),
  languages: fc.uniqueArray(
    fc.record({
      language: fc.constantFrom(...tags),
      level: fc.constantFrom(...languageLevels),
      need: fc.constantFrom(...languageNeeds),
    }),
    { selector: ({ language }) => language, minLength: 1 },
  ),
  hours: fc.constantFrom(0.5, 1, 2, 3, 5, 8, 12, 20).map((min) => ({ min, max: 20 })),
  status: fc.constantFrom('open', 'open', 'open', 'filled'),
  // None, one that is over, one that is near.
  closes: fc.constantFrom(undefined, '2026-11-20', '2026-12-02').map((date) => date && { date, zone: 'UTC' }),
  posted: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
});

type Varying = typeof anyShared extends fc.Arbitrary<infer T> ? T : never;

function siteOf(all: readonly Varying[]): LocaleSite {
  const raw = all.map((shared, index) => rawOpportunity(`o-${index}`, { reviewBy: '2030-01-15', ...shared }));
  const { entries } = acceptEntries([rawOrganization('o1'), rawSettings(), ...raw], []);
  const site = buildSite({ locales: ['en'], fallbacks: {}, entries, pictures: {}, now });
  return site.byLocale.get('en') as LocaleSite;
}

/** True if a visitor who knows this language, on an English page, lacks nothing that these languages ask for. */
function isEnough({ shared: { languages } }: SiteOpportunity, tag: string): boolean {
  const levels = tag === 'en' ? ['basic', 'good', 'fluent'] : ['basic', 'good'];
  const knows = ({ language, level }: (typeof languages)[number]) =>
    language === tag && levels.includes(level);
  const either = languages.filter(({ need }) => need === 'either');
  return (
    languages.every((language) => language.need !== 'required' || knows(language)) &&
    (either.length === 0 || either.some(knows))
  );
}

describe('the finder', () => {
  it('shows what fits first, then what needs one thing more, and never nothing while the task has any', () => {
    fc.assert(
      fc.property(
        fc.array(anyShared, { minLength: 1, maxLength: 24 }),
        fc.constantFrom('', ...tasks),
        fc.constantFrom('', ...tags),
        fc.constantFrom('', '1', '5'),
        (all, task, lang, hours) => {
          const { opportunities } = siteOf(all);
          const table = readColumns(encodeColumns(opportunities));
          const matches = closestRows(table, { task, lang, hours, answers: undefined }, 'en', now);
          const ofTask = opportunities.filter(
            ({ stage, shared }) =>
              acceptsApplications(stage) && (task === '' || shared.taskTypes.includes(task as 'web')),
          );
          expect(matches).toHaveLength(ofTask.length);
          const asked = ofTask.filter(
            ({
              shared: {
                languages,
                hours: { min },
              },
            }) =>
              (lang === '' || languages.some(({ language }) => language === lang)) &&
              (hours === '' || min <= Number(hours)),
          );
          expect(countFound(table, { task, lang, hours }, now)).toEqual({
            whole: asked.length,
            task: ofTask.length,
          });
          const lacking = matches.map(({ row, languages, hours: least }) => {
            const view = opportunities[row] as SiteOpportunity;
            expect(languages.length === 0).toBe(lang === '' || isEnough(view, lang));
            const asked = view.shared.hours.min;
            expect(least).toBe(hours !== '' && asked > Number(hours) ? asked : undefined);
            return languages.length + (least === undefined ? 0 : 1);
          });
          expect(lacking).toEqual(lacking.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: randomRuns(100) },
    );
  });

  it('suggests what asks for little, of different tasks, and other ones another day', () => {
    const easy = ['web', 'data', 'translation'].flatMap((task) =>
      Array.from({ length: 4 }, () => ({
        ...base,
        taskTypes: [task as 'web'],
        hours: { min: 1 as const, max: 2 },
      })),
    );
    const hard = Array.from({ length: 12 }, () => ({ ...base, hours: { min: 12 as const, max: 20 } }));
    const { opportunities } = siteOf([...hard, ...easy]);
    const days = [0, 1].map((day) => firstSuggestions(opportunities, 'en', now + day * 86_400_000));
    for (const suggested of days) {
      expect(new Set(suggested.map(({ shared }) => shared.taskTypes[0])).size).toBe(3);
      expect(suggested.map(({ shared }) => shared.hours.max)).toEqual([2, 2, 2]);
    }
    expect(days[0]).not.toEqual(days[1]);
  });

  it('reads as a sentence in French, whatever the language', () => {
    const built = { site: siteOf([base]), now };
    const { choices } = finderView(translator('fr'), built, [], [], [{ value: 'en' }]);
    expect(choices.lang.map(({ text }) => text)).toEqual(['quelle que soit la langue', 'en anglais']);
  });
});

const base: Varying = {
  taskTypes: ['web'],
  languages: [
    { language: 'en', level: 'good', need: 'either' },
    { language: 'fr', level: 'good', need: 'either' },
  ],
  hours: { min: 2, max: 4 },
  status: 'open',
  closes: undefined,
  posted: '2026-02-01',
};
