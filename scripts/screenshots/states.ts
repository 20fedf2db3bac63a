/** States of pages that need an action, and the functions that bring a page to each. */
import type { Page } from '@playwright/test';

/** Returns the address of a kind of page in the language of the picture. */
type FindPath = (template: string) => string;

export interface PageState {
  readonly name: string;
  /** The kind of page. */
  readonly template: string;
  /** Brings a new browser to the state. Rejects if the page never reaches it. */
  readonly bring: (page: Page, pathOf: FindPath) => Promise<void>;
}

const day = 86_400_000;
const form = '#apply form';

/** Opens an opportunity and waits until its form's script has started. */
async function openForm(page: Page, pathOf: FindPath): Promise<void> {
  await page.goto(pathOf('open opportunity'));
  await page.locator(form).scrollIntoViewIfNeeded();
  await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
}

async function fillForm(page: Page): Promise<void> {
  const field = (name: string) => page.locator(`${form} [name=${name}]`);
  await field('name').fill('Chidi');
  await field('email').fill('chidi@example.org');
  await field('country').selectOption('KE');
  for (const select of await page.locator(`${form} select[name^=language_]`).all())
    await select.selectOption('good');
  await field('availability').fill('3 h');
  await field('motivation').fill('Chidi, Nairobi, chidi@example.org. '.repeat(3));
  for (const answerFitCheck of await page.locator(`${form} textarea[name^=answer_]`).all())
    await answerFitCheck.fill('Chidi');
  await field('consent').check();
}

const pressSend = (page: Page) => page.locator(`${form} button[type=submit]`).click();
const waitForAlert = (page: Page) => page.locator('#apply [role=alert]').waitFor();

/** Saves the first opportunities of a list, and opens the saved list. */
async function saveFirst(page: Page, pathOf: FindPath, count: number): Promise<void> {
  await page.goto(pathOf('opportunities'));
  for (const button of (await page.locator('button.save').all()).slice(0, count)) await button.click();
  await page.goto(pathOf('saved'));
  await page.locator('#saved-list ~ ul .facts').first().waitFor();
}

/** Opens an opportunity at a time before or after its closing (ms), whatever the time of the build. */
async function openAtDistance(page: Page, pathOf: FindPath, distance: number): Promise<void> {
  await page.goto(pathOf('open opportunity'));
  const until = await page.locator('#apply').getAttribute('data-until');
  if (until === null) throw new Error('The open opportunity of the pictures has no closing day.');
  await page.clock.setFixedTime(Number(until) + distance);
  await page.reload();
}

/** Fills in the fit check: two languages and some hours. */
async function answer(page: Page, pathOf: FindPath): Promise<void> {
  await page.goto(pathOf('fit'));
  await page.locator('#fit-language-add:enabled').waitFor();
  for (const [index, tag] of ['en', 'fr'].entries()) {
    await page.locator('#fit-language-add').selectOption(tag);
    await page.locator('.fit-add button').first().click();
    await page.locator('.fit-answers li').nth(index).waitFor();
  }
  await page.locator('#fit-hours-choice').selectOption('5');
}

/** Saves a search as of three days ago, and one of the opportunities that close soonest. */
async function saveEarlier(page: Page, pathOf: FindPath): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.setFixedTime(now - 3 * day);
  await page.goto(`${pathOf('search')}?task=translation&sort=closing`);
  await page.locator('.follow summary').click();
  await page.locator('.save-search button').click();
  await page.locator('.search-main .row button.save').first().click();
  await page.clock.setFixedTime(now);
}

export const pageStates: readonly PageState[] = [
  {
    name: 'home with the menu open',
    template: 'home',
    bring: async (page, pathOf) => {
      await page.goto(pathOf('home'));
      const menu = page.locator('header details > summary');
      if (await menu.isVisible()) await menu.click();
    },
  },
  {
    name: 'home with matches for another sentence',
    template: 'home',
    bring: async (page, pathOf) => {
      await page.goto(pathOf('home'));
      await page.locator('.finder select').nth(1).selectOption('fr');
      await page.locator('.finder select').nth(2).selectOption('2');
      await page.locator('.finder-matches li').first().waitFor();
    },
  },
  {
    name: 'home with saved ones',
    template: 'home',
    bring: async (page, pathOf) => {
      await page.goto(pathOf('home'));
      await saveEarlier(page, pathOf);
      await page.goto(pathOf('home'));
      await page.locator('.standing li').first().waitFor();
    },
  },
  {
    name: 'saved searches',
    template: 'saved',
    bring: async (page, pathOf) => {
      await page.goto(pathOf('home'));
      await saveEarlier(page, pathOf);
      await page.goto(pathOf('saved'));
      await page.locator('section[aria-labelledby=searches] .row').waitFor();
    },
  },
  {
    name: 'search for a language',
    template: 'search',
    bring: async (page, pathOf) => {
      await page.goto(`${pathOf('search')}?lang=fr`);
      await page.locator('.search-main .row').first().waitFor();
    },
  },
  {
    name: 'search without a connection',
    template: 'search',
    bring: async (page, pathOf) => {
      await page.route(/\/(?:search|words)\/.*\.(?:json|bin)/, (route) => route.abort());
      await page.goto(`${pathOf('search')}?q=radio`);
      await page.locator('.search-main [role=alert]').waitFor();
    },
  },
  {
    name: 'opportunity closing soon',
    template: 'open opportunity',
    bring: (page, pathOf) => openAtDistance(page, pathOf, -3 * day),
  },
  {
    name: 'opportunity closed since the build',
    template: 'open opportunity',
    bring: (page, pathOf) => openAtDistance(page, pathOf, day),
  },
  {
    name: 'application with problems',
    template: 'open opportunity',
    bring: async (page, pathOf) => {
      await openForm(page, pathOf);
      await pressSend(page);
      await waitForAlert(page);
    },
  },
  {
    name: 'application that fails',
    template: 'open opportunity',
    bring: async (page, pathOf) => {
      await openForm(page, pathOf);
      await fillForm(page);
      const action = (await page.locator(form).getAttribute('action')) ?? '';
      await page.route(action, (route) => route.abort());
      await pressSend(page);
      await waitForAlert(page);
    },
  },
  {
    name: 'saved and applied',
    template: 'saved',
    bring: async (page, pathOf) => {
      await openForm(page, pathOf);
      await fillForm(page);
      await pressSend(page);
      await page.waitForURL(`**${pathOf('thanks')}*`);
      await saveFirst(page, pathOf, 4);
    },
  },
  {
    name: 'opportunity compared with a visitor’s answers',
    template: 'open opportunity',
    bring: async (page, pathOf) => {
      await answer(page, pathOf);
      await page.goto(pathOf('open opportunity'));
      await page.locator('.fit-lines li').first().waitFor();
    },
  },
  {
    name: 'fit with answers',
    template: 'fit',
    bring: answer,
  },
  {
    name: 'search with filters',
    template: 'search',
    bring: async (page, pathOf) => {
      await page.goto(`${pathOf('search')}?task=translation,writing&lang=fr`);
      await page.locator('.search-main .row').first().waitFor();
      const toggle = page.locator('.search-toggle');
      if (await toggle.isVisible()) await toggle.click();
    },
  },
  {
    name: 'search that finds nothing',
    template: 'search',
    bring: async (page, pathOf) => {
      await page.goto(`${pathOf('search')}?q=xylophone&task=translation`);
      await page.locator('.search-none').waitFor();
    },
  },
  {
    name: 'search of the whole site',
    template: 'search',
    bring: async (page, pathOf) => {
      await page.goto(`${pathOf('search')}?q=radio`);
      await page.locator('.search-others').waitFor();
    },
  },
  {
    name: 'page kept for offline',
    template: 'open opportunity',
    bring: async (page, pathOf) => {
      // The service worker's response: the page with a mark of the time at which it was stored.
      await page.route(`**${pathOf('open opportunity')}`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace('<html', '<html data-stored="2026-11-20T08:30:00Z"');
        await route.fulfill({ response, body });
      });
      await page.goto(pathOf('open opportunity'));
      await page.locator('[data-offline-banner]:not([hidden])').waitFor();
    },
  },
];
