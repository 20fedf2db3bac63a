/** What can go wrong on each kind of page, made to go wrong. */
import type { Locator, Page } from '@playwright/test';

interface Broken {
  readonly template: string;
  readonly path: string;
  /** Opens the page and waits for its script. */
  readonly open: () => Promise<void>;
}

/** Makes it go wrong; resolves to where the page says so. */
type Break = (page: Page, broken: Broken) => Promise<Locator>;

/** The form is sent with nothing in it. */
const emptyForm: Break = async (page, { open }) => {
  await open();
  const form = page.locator('#apply form');
  await form.scrollIntoViewIfNeeded();
  await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
  await form.locator('button[type=submit]').click();
  return page.getByRole('alert');
};

/** The search's files don't come. */
const lostSearch: Break = async (page, { open }) => {
  await page.route(/\/(?:pagefind|search|shards)\/.*\.(?:js|json|txt|pf_\w+|bin)/, (route) => route.abort());
  await open();
  return page.getByRole('alert');
};

/** What was saved is known, but not what has become of it. */
const lostCards: Break = async (page, { open, path }) => {
  const [, locale = ''] = path.split('/');
  await page.route(`**/search/${locale}.*`, (route) => route.abort());
  const kept = [1, 2].map((n) => ({
    id: `kept-${n}`,
    title: `Kept ${n}`,
    organization: 'Organization',
    lang: locale,
    path: `${path}kept-${n}/`,
    savedAt: `2026-11-0${n}T00:00:00.000Z`,
  }));
  await page.addInitScript((text) => localStorage.setItem('ov:saved:1', text), JSON.stringify(kept));
  await open();
  return page.getByRole('alert');
};

/** There is no room left on the device for what one saves. */
const fullStorage: Break = async (page, { open }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open();
  await page.locator('button.save').first().click();
  return page.locator('.save-problem');
};

/** Nothing is open that fits the finder's sentence. */
const emptyFinder: Break = async (page, { open }) => {
  await open();
  await page.locator('.finder select[name=task]').selectOption('project');
  await page.locator('.finder select[name=lang]').selectOption('ay');
  return page.locator('.finder-none');
};

/** There is no line: the page is one that was kept on the device, as the service worker hands it out. */
const keptPage: Break = async (page, { open, path }) => {
  await page.route(
    ({ pathname }) => pathname === path,
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({
        response,
        body: html.replace('<html ', '<html data-stored="2026-11-24T08:00:00.000Z" '),
      });
    },
  );
  await open();
  return page.locator('[data-offline-banner]');
};

/** No note of any kind is in them: the page itself says what went wrong, or leads on. */
const asItIs: Break = async (page, { open }) => {
  await open();
  return page.locator('h1');
};

const breaks: Readonly<Record<string, Break>> = {
  home: emptyFinder,
  search: lostSearch,
  saved: lostCards,
  opportunities: fullStorage,
  'opportunities, page 2': fullStorage,
  'browse a value': fullStorage,
  'browse task and language': fullStorage,
  'browse a goal': fullStorage,
  'open opportunity': emptyForm,
  'untranslated opportunity': emptyForm,
  'opportunity by e-mail': fullStorage,
  '/': asItIs,
  '/404.html': asItIs,
};

/** Opens a page so that something goes wrong on it. Resolves to where it says so. */
export function breakPage(page: Page, broken: Broken): Promise<Locator> {
  return (breaks[broken.template] ?? keptPage)(page, broken);
}
