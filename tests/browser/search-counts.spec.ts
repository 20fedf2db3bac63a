/** Whatever is combined, the numbers are those of a plain filter over the data, and the address leads back to it. */
import fc from 'fast-check';
import { expect, test, type Page } from '@playwright/test';
import { locales, type Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator, type Translate } from '../../src/i18n/translate';
import { opportunityFacetValues, type FacetValues } from '../../src/model/facet-values';
import { unmetConditions } from '../../src/model/language-needs';
import type { SiteOpportunity } from '../../src/site/site';
import { sufficientHoursLimits } from '../../src/model/vocabularies/bands';
import { acceptsApplications } from '../../src/model/time/lifecycle';
import { siteNow } from '../../scripts/test/ports';
import { opportunitiesIn } from './sample';

type Facet = keyof FacetValues;

/** Values chosen in some facets. */
type Choice = Readonly<Partial<Record<Facet, readonly string[]>>>;

const facets = ['task', 'cause', 'sdg', 'country', 'region', 'lang', 'hours', 'length', 'kind'] as const;

const searchPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'search' });
const total = (page: Page) => page.locator('.search-total');

interface Filed {
  readonly path: string;
  readonly languages: SiteOpportunity['shared']['languages'];
  readonly values: FacetValues;
}

function openIn(locale: Locale): Filed[] {
  return opportunitiesIn(locale)
    .filter(({ stage }) => acceptsApplications(stage))
    .map((view) => ({
      path: view.path,
      languages: view.shared.languages,
      values: { ...opportunityFacetValues(view), hours: sufficientHoursLimits(view.shared.hours.min) },
    }));
}

const matches = ({ values }: Filed, choice: Choice) =>
  facets.every((facet) => choice[facet]?.some((value) => values[facet].includes(value)) ?? true);

/** The total as the page says it, and the paths in its order: first what the languages of the search are enough for. */
function shownFor(
  t: Translate,
  found: readonly Filed[],
  { lang }: Choice,
): { total: string; paths: string[] } {
  const known = new Map(lang?.map((tag) => [tag, 'good' as const]));
  const isEnough = ({ languages }: Filed) => !lang || unmetConditions(languages, known).length === 0;
  const [enough, others] = [found.filter(isEnough), found.filter((filed) => !isEnough(filed))];
  const isDivided = enough.length > 0 && others.length > 0;
  return {
    total: isDivided
      ? `${t.count('search.count', enough.length)} · ${t.count('search.languages.others', others.length)}`
      : t.count('search.count', found.length),
    paths: [...enough, ...others].map(({ path }) => path),
  };
}

/** One to three facets with one or two values each, all of them of opportunities that are there. */
function anyChoice(all: readonly Filed[]): fc.Arbitrary<Choice> {
  const one = fc.constantFrom(...facets).chain((facet) => {
    const values = [...new Set(all.flatMap((filed) => filed.values[facet]))];
    return fc.tuple(fc.constant(facet), fc.subarray(values, { minLength: 1, maxLength: 2 }));
  });
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((pairs) => Object.fromEntries(pairs));
}

/** What the page says beside each value that it offers. */
async function countsIn(page: Page): Promise<[string, string, string][]> {
  return page
    .locator('#search-filters :is(input[type=checkbox], input[type=radio]:not([value=""]))')
    .evaluateAll((boxes) =>
      boxes.map((box) => {
        const { name, value } = box as HTMLInputElement;
        return [name, value, box.parentElement?.querySelector('.search-count')?.textContent ?? ''];
      }),
    );
}

const isFacet = (name: string): name is Facet => (facets as readonly string[]).includes(name);

test('counts as a plain filter does, and comes back from its address', async ({ page }) => {
  test.slow();
  await page.clock.setFixedTime(siteNow);
  const t = translator('es');
  const all = openIn('es');
  const runs = 15;
  await fc.assert(
    fc.asyncProperty(anyChoice(all), async (choice) => {
      const asked = new URLSearchParams(
        Object.entries(choice).map(([facet, values]) => [facet, values.join(',')]),
      );
      await page.goto(`${searchPath('es')}?${asked.toString()}`);
      const found = all.filter((filed) => matches(filed, choice));
      const expected = shownFor(t, found, choice);
      await expect(total(page)).toHaveText(expected.total);

      // Numbers come after the list that they are of.
      await expect(page.locator('#search-filters .search-count').first()).toBeAttached();
      const told = (await countsIn(page)).filter(([name]) => isFacet(name));
      const wanted = told.map(([name, value]) => {
        const alone = all.filter((filed) => matches(filed, { ...choice, [name]: [value] }));
        return [name, value, String(alone.length)];
      });
      expect(told).toEqual(wanted);

      const shown = await page
        .locator('.search-main .rows h3 a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
      expect(shown).toEqual(expected.paths.slice(0, 10));

      // The address that the page itself writes of this search.
      const other = locales.find((one) => one !== 'es') ?? 'es';
      const carried = new URL(
        (await page.locator(`.languages a[hreflang=${other}]`).getAttribute('href')) ?? '',
        page.url(),
      );
      await page.goto(searchPath('es') + carried.search);
      await expect(total(page)).toHaveText(expected.total);
      expect(Object.fromEntries(new URL(carried).searchParams)).toEqual(
        Object.fromEntries(
          Object.entries(choice).map(([facet, values]) => [
            facet,
            // The highest limit of hours includes the others.
            facet === 'hours' ? String(Math.max(...values.map(Number))) : values.toSorted().join(','),
          ]),
        ),
      );
    }),
    { numRuns: runs },
  );
});
