import { expect, test } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { full } from '../test-scope';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir, siteUrl } from '../../scripts/test/ports';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';
import { markupFaults } from '../validator';
import { axeFaults } from './axe';
import { walkFaults } from './keyboard-walk';
import { layoutFaults } from './layout-faults';
import {
  letScriptsRun,
  openIn,
  openTab,
  pageStates,
  statesFor,
  isWhole,
  wholeLanguage,
  type PageState,
  type PageTab,
} from './page-states';
import { windowFaults } from './windows';

/**
 * Every kind of page in every language and every state (without TEST_FULL in one of them: `statesFor`): nothing is cut
 * off, the console is silent and nothing is asked of another host, axe finds nothing, the keyboard gets everywhere and one
 * sees where it is, targets are large enough, and what scripts have made of the page is valid HTML. In one of the states
 * nothing is wider than any window. Under TEST_FULL every further page is opened in the first state too.
 */

interface Visited {
  readonly template: string;
  readonly path: string;
  readonly name: string;
  readonly states: readonly PageState[];
  /** The state in which windows of all widths are tried; without TEST_FULL in one language, which differs by kind. */
  readonly whole: PageState | undefined;
}

const built = readBuiltPages(siteDir);
const templates = findTemplatePages(built);
const kinds = [...new Set(templates.map(({ template }) => template))];

function visits(): Visited[] {
  const shared = ['/', '/404.html'].map((path, index) => {
    const states = full ? pageStates : statesFor(index, 0);
    return { template: path, name: path, path, states, whole: states.find(isWhole) };
  });
  const chosen = templates.map(({ template, locale, path }) => {
    const kind = kinds.indexOf(template);
    const language = locales.indexOf(locale);
    const states = full ? pageStates : statesFor(kind, language);
    const isMetWhole = full || wholeLanguage(kind, locales.length) === language;
    const whole = isMetWhole ? states.find(isWhole) : undefined;
    return { template, name: `${template}, ${locale}`, path, states, whole };
  });
  const known = new Set([...shared, ...chosen].map(({ path }) => path));
  const further = built
    .filter(({ path, html }) => full && !known.has(path) && !html.includes('http-equiv="refresh"'))
    // What other sites show in a frame is tested by embeds.spec.ts.
    .filter(({ path }) => !path.startsWith('/embed/'))
    .map(({ path }) => {
      const states = pageStates.slice(0, 1);
      return { template: path, name: path, path, states, whole: states[0] };
    });
  return [...shared, ...chosen, ...further];
}

/** What is found when one looks closely at the page in a tab; with `inWindows` also in other windows, in the last of which it stays. */
async function closeFaults(
  tab: PageTab,
  state: PageState,
  path: string,
  inWindows: boolean,
): Promise<string[]> {
  const { page } = tab;
  const hasScript = state.script !== 'off';
  const faults = await walkFaults(page, { measure: state.letters === undefined, hasScript });
  if (hasScript) faults.push(...(await markupFaults(await page.content(), path)));
  await letScriptsRun(tab, state);
  // Letters of another size have the same colours; forced ones are the visitor's.
  const contrast = state.forcedColors === undefined && (full || state.letters === undefined);
  faults.push(...(await axeFaults(page, { contrast })));
  if (inWindows) faults.push(...(await windowFaults(tab)));
  return faults;
}

for (const { template, name, path, states, whole } of visits()) {
  test(`${name} is accessible and quiet`, async ({ browser }) => {
    test.setTimeout(120_000);
    // The bare address leads on to the visitor's language; it stays for one whose language isn't there.
    const opening = { template, path, siteUrl, locale: path === '/' ? 'ar' : 'en-GB' };
    const tab = await openTab(browser, opening);
    const { complaints } = tab;
    // A fault that was made in a tab stays in it.
    const brokenLast = states.toSorted((a, b) => Number(a.broken ?? false) - Number(b.broken ?? false));
    for (const state of brokenLast) {
      await test.step(state.name, async () => {
        complaints.length = 0;
        await openIn(tab, state, opening);
        const faults = await layoutFaults(tab.page);
        faults.push(...(await closeFaults(tab, state, path, state === whole)));
        // What was made to fail is told to the console too; and so is what a script reads only some seconds later, as on a
        // busy machine: search-loads.spec.ts holds that it is read at all.
        const isMeant = (complaint: string) =>
          state.broken === true || complaint.includes('was preloaded using link preload');
        faults.push(...complaints.filter((complaint) => !isMeant(complaint)));
        expect(faults, `${name} ${state.name}`).toEqual([]);
      });
    }
    await tab.close();
  });
}

test('a kind of page meets three states over the languages, one whole and one narrow, and a language all', () => {
  for (const [kind, template] of kinds.entries()) {
    const met = locales.map((_, language) => statesFor(kind, language)[0]);
    expect(new Set(met).size, template).toBe(locales.length);
    expect(
      met.some((state) => state && state.width < 400),
      template,
    ).toBe(true);
    const whole = met[wholeLanguage(kind, locales.length)];
    expect(whole && isWhole(whole), template).toBe(true);
  }
  for (const language of locales.keys()) {
    const met = new Set(kinds.flatMap((_, kind) => statesFor(kind, language)));
    expect(met).toEqual(new Set(pageStates));
  }
});
