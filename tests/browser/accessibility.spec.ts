import { expect, test, type Browser } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { markupFaults } from '../validator';
import { axeFaults } from './axe';
import { walkFaults } from './keyboard-walk';
import { layoutFaults } from './layout-faults';
import { letScriptsRun, openIn, stateFor, withScript, type Opening, type PageState } from './page-states';
import { kindsOfPages, pathTo, templatePages } from './site-pages';
import { windowFaults } from './windows';

/** What is wrong with a page in a state: what is cut off, what axe finds, what the browser complains of. */
async function faultsOf(browser: Browser, state: PageState, opening: Opening): Promise<string[]> {
  const tab = await openIn(browser, state, opening);
  const faults = await layoutFaults(tab.page);
  if (state.script === 'off') await letScriptsRun(tab);
  // Letters of another size have the same colours; forced ones are the visitor's.
  const contrast = state.forcedColors === undefined && state.letters === undefined;
  faults.push(...(await axeFaults(tab.page, { contrast })));
  faults.push(...tab.complaints);
  await tab.close();
  return faults;
}

// Each kind of page in each language, in another state from one to the next.
const kinds = kindsOfPages();
const languages: readonly string[] = locales;
for (const { template, locale, path } of [
  ...templatePages(),
  // The bare address leads on to the visitor's language; it stays for one whose language isn't there.
  { template: '/', locale: 'ar', path: '/' },
  { template: '/404.html', locale: 'en', path: '/404.html' },
]) {
  const state = stateFor(Math.max(0, kinds.indexOf(template)), Math.max(0, languages.indexOf(locale)));
  test(`${template} is accessible ${state.name} (${locale})`, async ({ browser }) => {
    const browserLocale = path === '/' ? 'ar' : 'en-GB';
    expect(await faultsOf(browser, state, { path, locale: browserLocale })).toEqual([]);
  });
}

/** Pages that differ in what is on them and where. */
const layouts = [
  'home',
  'search',
  'opportunities',
  'open opportunity',
  'organization with a logo',
  'campaign',
  'story',
  'saved',
  'fit',
  'propose',
  'embeds',
  'privacy',
];

// The keyboard gets everywhere, and one sees where it is; targets are large enough; what scripts have made of the page is
// valid HTML; and nothing is wider than any window.
for (const [index, template] of layouts.entries()) {
  const locale = locales[index % locales.length] ?? locales[0];
  test(`${template} is for every hand and window (${locale})`, async ({ browser }) => {
    const path = pathTo(template, locale);
    const tab = await openIn(browser, withScript, { path, locale: 'en-GB' });
    const faults = await walkFaults(tab.page);
    faults.push(...(await markupFaults(await tab.page.content(), path)), ...(await windowFaults(tab)));
    expect(faults).toEqual([]);
    await tab.close();
  });
}
