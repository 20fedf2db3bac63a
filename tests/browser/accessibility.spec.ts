import { expect, test } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { readPages } from '../built-site';
import { siteDir, siteUrl } from '../ports';
import { templatePages } from '../templates';
import { markupFaults } from '../validator';
import { axeFaults } from './axe';
import { walkFaults } from './keyboard-walk';
import { layoutFaults } from './layout-faults';
import { letScriptsRun, openIn, openTab, pageStates, statesFor, type PageState } from './page-states';
import { windowFaults } from './windows';

/**
 * Every kind of page in every language and every state (a third of these without TEST_FULL): axe finds nothing, the
 * keyboard gets everywhere and one sees where it is, targets are large enough, nothing is cut off, what scripts have
 * made of the page is valid HTML (without TEST_FULL in one state), the console is silent and nothing is asked of another
 * host. In every window nothing is wider than it (without TEST_FULL in one language of each kind). Under TEST_FULL every
 * further page is opened in the first state too.
 */
const full = process.env['TEST_FULL'] === '1';

interface Visited {
  readonly template: string;
  readonly path: string;
  readonly name: string;
  readonly states: readonly PageState[];
  /** Whether it is looked at in every window. */
  readonly inWindows: boolean;
}

const built = readPages(siteDir);
const templates = templatePages(built);
const kinds = [...new Set(templates.map(({ template }) => template))];

function visits(): Visited[] {
  const shared = ['/', '/404.html'].map((path, index) => ({
    template: path,
    name: path,
    path,
    states: full ? pageStates : statesFor(index, 0),
    inWindows: true,
  }));
  const chosen = templates.map(({ template, locale, path }) => ({
    template,
    name: `${template}, ${locale}`,
    path,
    states: full ? pageStates : statesFor(kinds.indexOf(template), locales.indexOf(locale)),
    inWindows: full || kinds.indexOf(template) % locales.length === locales.indexOf(locale),
  }));
  const known = new Set([...shared, ...chosen].map(({ path }) => path));
  const further = built
    .filter(({ path, html }) => full && !known.has(path) && !html.includes('http-equiv="refresh"'))
    .map(({ path }) => ({
      template: path,
      name: path,
      path,
      states: pageStates.slice(0, 1),
      inWindows: true,
    }));
  return [...shared, ...chosen, ...further];
}

for (const { template, name, path, states, inWindows } of visits()) {
  test(`${name} is accessible and quiet`, async ({ browser }) => {
    test.setTimeout(120_000);
    // The bare address leads on to the visitor's language; it stays for one whose language isn't there.
    const opening = { template, path, siteUrl, locale: path === '/' ? 'ar' : 'en-GB' };
    const tab = await openTab(browser, opening);
    const { page, complaints } = tab;
    const plain = states.find(({ script, broken }) => script !== 'off' && !broken);
    for (const state of states) {
      await test.step(state.name, async () => {
        complaints.length = 0;
        await openIn(tab, state, opening);
        const hasScript = state.script !== 'off';
        const faults = await walkFaults(page, { measure: state.letters === undefined, hasScript });
        faults.push(...(await layoutFaults(page)));
        if (hasScript && (full || state === plain))
          faults.push(...(await markupFaults(await page.content(), path)));
        await letScriptsRun(tab, state);
        faults.push(...(await axeFaults(page, { contrast: state.forcedColors === undefined })));
        if (inWindows && state === plain) faults.push(...(await windowFaults(tab)));
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

test('every kind of page meets every state over the languages, and every language over the kinds', () => {
  const all = pageStates.map(({ name }) => name).toSorted();
  const met = (cells: readonly (readonly [kind: number, language: number])[]) =>
    [
      ...new Set(cells.flatMap(([kind, language]) => statesFor(kind, language).map(({ name }) => name))),
    ].toSorted();
  for (const kind of kinds.keys()) expect(met(locales.map((_, language) => [kind, language]))).toEqual(all);
  for (const language of locales.keys()) expect(met(kinds.map((_, kind) => [kind, language]))).toEqual(all);
});
