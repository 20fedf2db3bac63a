/** Saved searches, what is new in them, and what the home page says of all that a visitor has under way. */
import { expect, test, type Page, type Request } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { encodeColumns } from '../../src/search/index/encode-columns';
import { encodeRowIds } from '../../src/search/saved-searches/news/encode-news';
import { siteNow } from '../../scripts/test/ports';
import { axeFaults } from './axe';
import { putIntoLog } from './outbox';
import { openWith, opportunitiesIn } from './sample';
import { moved, watchShifts } from './shifts';

const home = (locale: Locale) => pathOf(locale, { to: 'home' });
const mine = (locale: Locale) => pathOf(locale, { to: 'section', section: 'saved' });
const searchPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'search' });
const lines = (page: Page) => page.locator('.standing li');
const saveButton = (page: Page) => page.locator('.save-search button');
const openFollow = (page: Page) => page.locator('.follow > summary').click();
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('ov:searches:1') ?? '[]');
const dayMs = 86_400_000;
/** Three days before the visit. */
const earlier = new Date(Date.parse(siteNow) - 3 * dayMs).toISOString();

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

/** The newest open opportunity with a task, which the site hadn't at an earlier publish. */
const newest = (locale: Locale) => {
  const [view] = openWith(locale, { task: 'translation' });
  if (!view) throw new Error('The sample has nothing to translate.');
  return view;
};

/** Answers as the site did before one opportunity came, with what the build would have written. */
async function publishEarlier(page: Page, locale: Locale, without: string): Promise<void> {
  const views = opportunitiesIn(locale).filter(({ id }) => id !== without);
  const index = '0123456789';
  await page.route(`**/search/${locale}.json*`, (route) =>
    route.fulfill({ json: encodeColumns(views, { index, cards: '' }) }),
  );
  await page.route(`**/search/${locale}.ids.json*`, (route) =>
    route.fulfill({ json: encodeRowIds(views, index) }),
  );
}

/** Saves the search for translations at an earlier publish, three days ago. */
async function saveEarlier(page: Page, locale: Locale): Promise<void> {
  await page.clock.setFixedTime(earlier);
  await page.goto(`${searchPath(locale)}?task=translation`);
  await openFollow(page);
  await expect(saveButton(page)).toBeVisible();
  await publishEarlier(page, locale, newest(locale).id);
  await saveButton(page).click();
  await expect(saveButton(page)).toHaveAttribute('aria-pressed', 'true');
  await page.unrouteAll();
  await page.clock.setFixedTime(siteNow);
}

const t = translator('fr');

test('home says what is new in a saved search, a press leads to it, then no more', async ({ page }) => {
  await watchShifts(page);
  await saveEarlier(page, 'fr');
  await page.goto(home('fr'));
  const line = lines(page).first();
  await expect(line).toContainText(t.count('searches.new', 1, { since: '' }).trim());
  await expect(line).toContainText(t('task.translation'));
  expect(await moved(page)).toBe(0);

  await line.getByRole('link').click();
  await expect(page).toHaveURL(/\?task=translation$/);
  await expect(page.locator('#search-group-new')).toHaveText(t('search.group.new'));
  await expect(page.locator('.search-main .rows').first().locator('h3')).toHaveText([
    newest('fr').texts.title.value,
  ]);

  await page.goto(home('fr'));
  await expect(lines(page)).toHaveText([t('standing.nothing')]);
  await page.goto(`${searchPath('fr')}?task=translation`);
  await expect(page.locator('.search-main .rows h3').first()).toBeVisible();
  await expect(page.locator('.search-group')).toHaveCount(0);
});

test('the page says what is new, and forgets it on a press', async ({ page }) => {
  await saveEarlier(page, 'fr');
  await page.goto(mine('fr'));
  const row = page.locator('section[aria-labelledby=searches] .row');
  await expect(row.locator('.row-when')).toContainText(t.count('searches.new', 1, { since: '' }).trim());
  await expect(row.locator('.search-news a')).toHaveText([newest('fr').texts.title.value]);
  await row.getByRole('button', { name: t('searches.seen') }).click();
  await expect(row.locator('.search-news')).toHaveCount(0);
  await expect(row.locator('.row-when')).toContainText(t('searches.none', { since: '' }).trim());
  expect(await axeFaults(page)).toEqual([]);
  await row.getByRole('button', { name: t('saved.remove') }).click();
  expect(await stored(page)).toBe('[]');
  await row.getByRole('button', { name: t('saved.undo') }).click();
  expect(await stored(page)).toContain('task=translation');
});

test('a search for words is known exactly on the page, and home only offers to look', async ({ page }) => {
  await page.goto(`${searchPath('en')}?q=maps`);
  await openFollow(page);
  await saveButton(page).click();
  await expect(saveButton(page)).toHaveAttribute('aria-pressed', 'true');
  // The page knows in which version of the data nothing was new.
  await page.goto(home('en'));
  await expect(lines(page).first()).toContainText('check your searches for new opportunities');
  await lines(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/my-volunteering\/#searches$/);
  await expect(page.locator('section[aria-labelledby=searches] .row-when')).toContainText('Nothing new');
  await page.goto(home('en'));
  await expect(lines(page)).toHaveText(['Nothing due, nothing new.']);
});

/** All that is asked for from now on. */
function requestsOf(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return requests;
}

test('the data that home asks for is one file of at most 4 kB, and nothing says who one is', async ({
  page,
}) => {
  await saveEarlier(page, 'en');
  const requests = requestsOf(page);
  await page.goto(home('en'));
  await expect(lines(page).first()).toContainText('1 new for you');
  const data = requests.filter((request) => new URL(request.url()).pathname.endsWith('.json'));
  expect(data.map((request) => new URL(request.url()).pathname)).toEqual(['/search/en.news.json']);
  const sizes = await Promise.all(data.map((request) => request.sizes()));
  for (const { responseBodySize } of sizes) expect(responseBodySize).toBeLessThanOrEqual(4000);
  const { origin } = new URL(page.url());
  for (const request of requests) {
    expect(request.method()).toBe('GET');
    const url = new URL(request.url());
    expect(url.origin).toBe(origin);
    expect(url.search).toMatch(/^(?:\?v=[0-9a-f]{10})?$/);
  }
});

test('under Save-Data nothing is asked for without a press', async ({ page }) => {
  await saveEarlier(page, 'en');
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  const requests = requestsOf(page);
  const data = () => requests.filter((request) => request.url().includes('/search/en.'));
  await page.goto(home('en'));
  await expect(lines(page).first()).toContainText('check your searches for new opportunities');
  await lines(page).first().getByRole('link').click();
  const check = page.getByRole('button', { name: 'Check for new opportunities' });
  await expect(check).toBeVisible();
  expect(data()).toEqual([]);
  await check.click();
  await expect(page.locator('section[aria-labelledby=searches] .row-when')).toContainText('1 new for you');
});

test('home says what is due and what closes soon, and nothing moves', async ({ page }) => {
  const closing = openWith('en', {}).find(({ closesAt }) => closesAt !== undefined);
  if (!closing) throw new Error('Nothing in the sample closes.');
  const facts = {
    title: closing.texts.title.value,
    organization: closing.organization.texts.name.value,
    lang: 'en',
    path: closing.path,
  };
  await page.clock.setFixedTime((closing.closesAt ?? 0) - 2 * dayMs);
  await putIntoLog(page, {
    ...facts,
    id: 'one',
    opportunity: 'other',
    title: 'Draw a map',
    appliedAt: '2026-10-01T12:00:00.000Z',
    replyBy: '2026-10-11T12:00:00.000Z',
  });
  await page.evaluate(
    (saved) => localStorage.setItem('ov:saved:1', saved),
    JSON.stringify([{ ...facts, id: closing.id, savedAt: earlier }]),
  );
  // The first page that sees them makes room on home.
  await page.goto(mine('en'));
  await expect(page.locator('#applied ~ ul h3')).toHaveText(['Draw a map']);
  await watchShifts(page);
  await page.goto(home('en'));
  await expect(lines(page)).toHaveText([/^Answer was due by 11 Oct 2026: Draw a map$/, /^Closes .*: /]);
  await page.goto(home('en'));
  await expect(lines(page)).toHaveText([/^Answer was due/, /^Closes /]);
  expect(await moved(page)).toBe(0);
  await expect(page.getByRole('link', { name: 'My volunteering (2)' })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

test('without a connection the page shows the searches, and says that it couldn’t look', async ({ page }) => {
  await saveEarlier(page, 'en');
  await page.route('**/search/en.*', (route) => route.abort());
  await page.goto(mine('en'));
  await expect(page.locator('section[aria-labelledby=searches] h3')).toHaveText(['Translation']);
  await expect(page.getByRole('alert')).toContainText('couldn’t check what’s new');
  await page.goto(home('en'));
  await expect(lines(page).first()).toContainText('check your searches for new opportunities');
});
