/** Every sentence of the finder against a plain reading of the entries, and against the search that it leads to. */
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
import { readFinderCount } from './finder-counts';
import { finderView } from './finder-view';
import { matchingRows } from './show-matches.client';

const now = Date.parse('2026-11-25T00:00:00Z');
const t = translator('en');
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

/** True if a visitor who knows this language well can do it with that alone. */
function isEnough({ shared: { languages } }: SiteOpportunity, tag: string): boolean {
  const own = languages.find(({ language }) => language === tag);
  if (!own) return false;
  const knowsIt = own.level === 'basic' || own.level === 'good';
  const isAlone = languages.every(({ language, need }) => language === tag || need !== 'required');
  const hasEither = languages.some(({ need }) => need === 'either');
  if (!isAlone) return false;
  if (own.need === 'required') return knowsIt && !hasEither;
  return own.need === 'either' ? knowsIt : !hasEither;
}

describe('the finder', () => {
  it('counts, for every sentence, what the search that it leads to then finds', () => {
    fc.assert(
      fc.property(fc.array(anyShared, { minLength: 1, maxLength: 24 }), (all) => {
        const site = siteOf(all);
        const open = site.opportunities.filter(({ stage }) => acceptsApplications(stage));
        const values = (ids: readonly string[]) => ids.map((value) => ({ value }));
        const { choices, counts } = finderView(t, { site, now }, open, values(tasks), values(tags));
        const table = readColumns(encodeColumns(site.opportunities));
        for (const [task, taskChoice] of choices.task.entries()) {
          for (const [lang, langChoice] of choices.lang.entries()) {
            for (const [hours, hoursChoice] of choices.hours.entries()) {
              const expected = open
                .filter(
                  (view) =>
                    (taskChoice.id === '' || view.shared.taskTypes.includes(taskChoice.id as 'web')) &&
                    (langChoice.id === '' || isEnough(view, langChoice.id)) &&
                    (hoursChoice.id === '' || view.shared.hours.min <= Number(hoursChoice.id)),
                )
                .map(({ path }) => path);
              const places = { task, lang, hours };
              const count = readFinderCount(counts, places, choices.lang.length, choices.hours.length);
              expect(count).toBe(expected.length);

              const sentence = { task: taskChoice.id, lang: langChoice.id, hours: hoursChoice.id };
              const rows = matchingRows(table, { ...sentence, answers: undefined }, now);
              expect(rows.map((row) => site.opportunities[row]?.path)).toEqual(expected);
            }
          }
        }
      }),
      { numRuns: randomRuns(30) },
    );
  });

  it('reads as a sentence in French, whatever the language', () => {
    const built = { site: siteOf([base]), now };
    const { choices } = finderView(translator('fr'), built, [], [], [{ value: 'en' }]);
    expect(choices.lang.map(({ text }) => text)).toEqual(['dans n’importe quelle langue', 'en anglais']);
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
