/** A page is right about what has closed, however old its build is and wherever its reader is. */
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { zonePlaceName } from '../../src/i18n/zone-places';
import { siteNow } from '../../scripts/test/ports';
import { opportunitiesIn } from './sample';

const t = translator('en');
const open = opportunitiesIn('en').filter(({ stage }) => stage === 'open');
const [first] = open
  .filter(
    ({ closesAt, shared, translated }) => closesAt !== undefined && shared.applyBy === 'form' && translated,
  )
  .toSorted((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0));
if (first?.closesAt === undefined) throw new Error('The sample content has no open opportunity that closes.');
const { path, closesAt, texts, shared } = first;
const formOf = (page: Page) => page.locator('#apply form');
const applyLink = (page: Page) => page.getByRole('link', { name: t('opportunity.apply'), exact: true });
const closedNotice = (page: Page) => page.getByRole('status').getByText('It no longer accepts applications.');

test.describe('an old build', () => {
  test('takes no application once the closing instant has passed, says so first and leads on', async ({
    page,
  }) => {
    await page.clock.setFixedTime(closesAt);
    await page.goto(path);
    await expect(closedNotice(page)).toBeVisible();
    await expect(applyLink(page)).toBeHidden();
    await expect(formOf(page)).toBeHidden();
    await page
      .getByRole('status')
      .getByRole('link', {
        name: t('opportunity.leadOn', { task: t(`task.${shared.taskTypes[0] ?? 'writing'}`) }),
      })
      .click();
    await expect(page).toHaveURL(/\/browse\/task\//);
  });

  test('lists only what is open, and counts that', async ({ page }) => {
    const list = pathOf('en', { to: 'browse-value', facet: 'task', value: shared.taskTypes[0] ?? '' });
    const listed = open.filter(({ shared: { taskTypes } }) =>
      taskTypes.includes(shared.taskTypes[0] ?? 'writing'),
    );
    const stay = listed.filter((view) => view.closesAt === undefined || view.closesAt > closesAt);
    expect(stay.length).toBeLessThan(listed.length);
    await page.clock.setFixedTime(closesAt);
    await page.goto(list);
    await expect(page.getByRole('heading', { level: 1 }).locator('~ p').first()).toHaveText(
      t.count('browse.count', stay.length),
    );
    await expect(page.locator('.row:visible')).toHaveCount(Math.min(20, stay.length));
    await expect(page.locator('.row').filter({ hasText: texts.title.value })).toBeHidden();
  });

  test('says so where nothing of a list is left, and leads on', async ({ page }) => {
    const country = open
      .flatMap((view) => view.shared.countries)
      .find((code) => {
        const under = open.filter((view) => view.shared.countries.includes(code));
        return under.every((view) => view.closesAt !== undefined);
      });
    if (country === undefined) throw new Error('The sample has no country whose opportunities all close.');
    await page.clock.setFixedTime(Date.UTC(2200, 0, 1));
    await page.goto(pathOf('en', { to: 'browse-value', facet: 'country', value: country }));
    await expect(page.getByText(t('rows.emptied'))).toBeVisible();
    await expect(page.locator('.row:visible')).toHaveCount(0);
  });
});

test('an organization’s page moves what has closed to its past opportunities', async ({ page }) => {
  await page.clock.setFixedTime(closesAt);
  await page.goto(first.organization.path);
  const past = page.getByRole('group').filter({ hasText: t('organization.past') });
  await past.getByText(t('organization.past')).click();
  const row = past.locator('.row').filter({ hasText: texts.title.value });
  await expect(row).toBeVisible();
  await expect(row.locator('.row-when')).toHaveText(t('status.closed'));
});

test.describe('while somebody reads', () => {
  test('the page closes at the instant itself, though that is further away than a timer reaches', async ({
    page,
  }) => {
    expect(closesAt - Date.parse(siteNow)).toBeGreaterThan(2 ** 31);
    await page.clock.install({ time: siteNow });
    await page.goto(path);
    await expect(applyLink(page)).toBeVisible();
    await page.clock.fastForward(closesAt - Date.parse(siteNow) - 60_000);
    await expect(applyLink(page)).toBeVisible();
    await page.clock.runFor(61_000);
    await expect(closedNotice(page)).toBeVisible();
    await expect(applyLink(page)).toBeHidden();
  });

  test('a row that closes stays in its place and says so', async ({ page }) => {
    await page.clock.install({ time: closesAt - 30_000 });
    await page.goto(pathOf('en', { to: 'browse-value', facet: 'task', value: shared.taskTypes[0] ?? '' }));
    const row = page.locator('.row').filter({ hasText: texts.title.value });
    await expect(row.locator('.row-when')).toContainText('in 1 minute');
    await page.clock.runFor(31_000);
    await expect(row.locator('.row-when')).toHaveText(t('status.closed'));
    await expect(row).toBeVisible();
  });

  test('a half-written application stays, can be copied and isn’t sent', async ({ page }) => {
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') sent++;
    });
    await page.clock.install({ time: closesAt - 60_000 });
    await page.goto(path);
    await applyLink(page).click();
    await expect(page.locator('[data-form]')).toHaveCount(0);
    const motivation = page.locator('#apply [name=motivation]');
    await motivation.fill('I have translated two handbooks before.');
    await page.clock.runFor(61_000);
    await expect(closedNotice(page)).toBeVisible();
    await expect(page.getByRole('alert')).toContainText(t('form.closed'));
    await expect(motivation).toHaveValue('I have translated two handbooks before.');
    await expect(motivation).toBeEditable();
    await formOf(page)
      .getByRole('button', { name: t('form.send') })
      .click({ force: true });
    await expect(page.getByRole('alert')).toBeFocused();
    expect(sent).toBe(0);
  });
});

const timezoneId = 'Asia/Kathmandu';
test.describe(`read in ${timezoneId}`, () => {
  test.use({ timezoneId });

  test('the closing time is the one on the reader’s own clock', async ({ page }) => {
    await page.clock.setFixedTime(siteNow);
    await page.goto(path);
    const format = (instant: number, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-GB', { ...options, timeZone: timezoneId }).format(instant);
    const time = format(closesAt, { timeStyle: 'short' });
    const shown = time === '00:00' ? closesAt - 1 : closesAt;
    const words = t('closing.at', {
      day: format(shown, { dateStyle: 'long' }),
      time: format(shown, { timeStyle: 'short' }),
    });
    await expect(page.locator('.strip time')).toHaveText(words);
    await expect(page.locator('.strip time')).toHaveAttribute('datetime', new Date(closesAt).toISOString());
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page states the closing time in its own zone, and that nothing later is read', async ({
    page,
  }) => {
    await page.goto(path);
    const zone = zonePlaceName('en', shared.closes?.zone ?? '') ?? '';
    await expect(page.locator('.strip time')).toContainText(`end of the day in ${zone}`);
    await expect(page.locator('#apply')).toContainText('Later applications won’t be read.');
    await expect(page.getByText('It no longer accepts applications.')).toBeHidden();
  });
});
