import { expect, test } from '@playwright/test';
import { locales, type Locale } from '../../src/i18n/locales';
import { full } from '../extent';
import { readPages } from '../built-site';
import { siteDir, siteUrl } from '../ports';
import { templatePages } from '../templates';
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
  type PageState,
  type Tab,
} from './page-states';
import { windowFaults } from './windows';

/**
 * Every kind of page in every language and every state (without TEST_FULL in some: `statesFor`): nothing is cut off, the
 * console is silent and nothing is asked of another host. Closely (`close`): axe finds nothing, the keyboard gets
 * everywhere and one sees where it is, targets are large enough, what scripts have made of the page is valid HTML, and in
 * every window nothing is wider than it. Under TEST_FULL every further page is opened in the first state too.
 */

/** Kinds of page on which a script does more than a button or two. */
const busy = new Set(['home', 'search', 'saved', 'fit', 'embeds', 'propose', 'open opportunity']);

interface Visited {
  readonly template: string;
  readonly path: string;
  readonly name: string;
  readonly states: readonly PageState[];
  /**
   * The states in which what its markup, its order and its colours decide is tested. That is the same in every language:
   * without TEST_FULL a kind on which much happens is looked at closely in one state of each, any other in one language,
   * which differs from kind to kind.
   */
  readonly close: readonly PageState[];
}

const built = readPages(siteDir);
const templates = templatePages(built);
const kinds = [...new Set(templates.map(({ template }) => template))];

function visits(): Visited[] {
  const shared = ['/', '/404.html'].map((path, index) => {
    const states = full ? pageStates : statesFor(index, 0, true);
    return { template: path, name: path, path, states, close: states };
  });
  const chosen = templates.map(({ template, locale, path }) => {
    const kind = kinds.indexOf(template);
    const isBusy = busy.has(template);
    const oneIn = (language: Locale) => statesFor(kind, locales.indexOf(language), false);
    const closeIn = locales.find((language) => oneIn(language).some(isWhole));
    const states = full ? pageStates : statesFor(kind, locales.indexOf(locale), isBusy);
    const close = full ? states : isBusy || locale === closeIn ? oneIn(locale) : [];
    return { template, name: `${template}, ${locale}`, path, states, close };
  });
  const known = new Set([...shared, ...chosen].map(({ path }) => path));
  const further = built
    .filter(({ path, html }) => full && !known.has(path) && !html.includes('http-equiv="refresh"'))
    // What other sites show in a frame is tested by embeds.spec.ts.
    .filter(({ path }) => !path.startsWith('/embed/'))
    .map(({ path }) => {
      const states = pageStates.slice(0, 1);
      return { template: path, name: path, path, states, close: states };
    });
  return [...shared, ...chosen, ...further];
}

/** What is found when one looks closely at the page in a tab; with `isWhole` also in other windows, in the last of which it stays. */
async function closeFaults(tab: Tab, state: PageState, path: string, isWhole: boolean): Promise<string[]> {
  const { page } = tab;
  const hasScript = state.script !== 'off';
  const faults = await walkFaults(page, { measure: state.letters === undefined, hasScript });
  if (hasScript && (full || isWhole)) faults.push(...(await markupFaults(await page.content(), path)));
  await letScriptsRun(tab, state);
  // Letters of another size have the same colours; forced ones are the visitor's.
  const contrast = state.forcedColors === undefined && (full || state.letters === undefined);
  faults.push(...(await axeFaults(page, { contrast })));
  if (isWhole) faults.push(...(await windowFaults(tab)));
  return faults;
}

for (const { template, name, path, states, close } of visits()) {
  test(`${name} is accessible and quiet`, async ({ browser }) => {
    test.setTimeout(120_000);
    // The bare address leads on to the visitor's language; it stays for one whose language isn't there.
    const opening = { template, path, siteUrl, locale: path === '/' ? 'ar' : 'en-GB' };
    const tab = await openTab(browser, opening);
    const { complaints } = tab;
    const whole = close.find(isWhole);
    for (const state of states) {
      await test.step(state.name, async () => {
        complaints.length = 0;
        await openIn(tab, state, opening);
        const faults = await layoutFaults(tab.page);
        if (close.includes(state)) faults.push(...(await closeFaults(tab, state, path, state === whole)));
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

test('busy kinds of page meet every state over the languages, and every language does over the kinds', () => {
  const namesOf = (cells: readonly (readonly PageState[])[]) => new Set(cells.flat().map(({ name }) => name));
  const all = namesOf([pageStates]);
  for (const [kind, template] of kinds.entries()) {
    const met = locales.map((_, language) => statesFor(kind, language, busy.has(template)));
    if (busy.has(template)) expect(namesOf(met), template).toEqual(all);
    else expect(namesOf(met).size, template).toBe(locales.length);
    expect(met.flat().some(isWhole), template).toBe(true);
  }
  for (const language of locales.keys())
    expect(namesOf(kinds.map((_, kind) => statesFor(kind, language, false)))).toEqual(all);
  expect([...busy].filter((template) => !kinds.includes(template))).toEqual([]);
});
