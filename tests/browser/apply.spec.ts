import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { inboxUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { numberOf, submissionsOf } from './inbox';
import { openForm as openFormAt, sendButton } from './open-form';
import { opportunitiesIn } from './sample';

/** An open opportunity with a form and a screening question. */
function asked(locale: Locale) {
  const found = opportunitiesIn(locale).find(
    ({ stage, shared, texts }) =>
      stage === 'open' && shared.applyBy === 'form' && (texts.questions?.value.length ?? 0) > 0,
  );
  if (!found) throw new Error('The sample has no opportunity with a question.');
  return found;
}

const openForm = (page: Page, locale: Locale) => openFormAt(page, asked(locale).path);

const t = translator('fr');

test('comes to life without changing a thing on the page', async ({ page, browser }) => {
  const form = await openForm(page, 'fr');
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(page.url());
  // What this code changes on purpose: it takes the browser's own checks off, says that nothing is wrong yet, and brings
  // the list of countries.
  const asSent = (html: string) =>
    html
      .replaceAll(/ (?:maxlength="\d+"|novalidate=""|aria-invalid="false")/g, '')
      .replace(/<input[^>]* name="country"[^>]*>|<select[^>]* name="country"[^>]*>.*?<\/select>/, '');
  expect(asSent(await form.evaluate((live) => live.outerHTML))).toBe(
    asSent(await still.locator('#apply form').evaluate((sent) => sent.outerHTML)),
  );
  await plain.close();
});

test(
  'says what is missing beside the fields and in a summary that has the focus',
  { tag: '@core' },
  async ({ page }) => {
    const form = await openForm(page, 'fr');
    await form.locator('button[type=submit]').click();
    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    await expect(summary).toContainText(t('form.error.title'));
    await expect(page).toHaveTitle(new RegExp(`^${t('form.error.prefix').trim()}`));
    const field = form.locator('[name=name]');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(new RegExp(t('apply.name.missing').slice(0, 12)));
    await summary.getByRole('link', { name: t('apply.name.missing') }).click();
    await expect(field).toBeFocused();
  },
);

test('takes each error away as it is corrected by keyboard, and the summary with the last one', async ({
  page,
}) => {
  const form = await openForm(page, 'fr');
  await fillIn(form, '');
  await form.locator('[name=email]').fill('awa@example');
  await form.locator('[name=consent]').uncheck();
  await sendButton(form).press('Enter');
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('listitem')).toHaveCount(3);
  await summary.getByRole('link', { name: t('apply.name.missing') }).press('Enter');
  await page.keyboard.type('Awa');
  await expect(form.locator('[name=name]')).toHaveAttribute('aria-invalid', 'false');
  await expect(summary.getByRole('listitem')).toHaveCount(2);
  const email = form.locator('[name=email]');
  await email.press('End');
  await page.keyboard.type('.');
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('o');
  await expect(email).toHaveAttribute('aria-invalid', 'false');
  await expect(email).toBeFocused();
  await form.locator('[name=consent]').press('Space');
  await expect(summary).toHaveCount(0);
  await expect(form.locator('.apply-problem')).toHaveCount(0);
  expect(await page.title()).not.toContain(t('form.error.prefix').trim());
  await expect(form.locator('[name=consent]')).toBeFocused();
});

test('sends the application once, and thanks', { tag: '@core' }, async ({ page }) => {
  const name = `Chidi fr ${Date.now()}`;
  const form = await openForm(page, 'fr');
  await fillIn(form, name);
  await form.locator('button[type=submit]').dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
  const sent = await submissionsOf(name);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.fields).toMatchObject({
    email: 'aminata@example.org',
    country: 'SN',
    answer_1: 'Yes, twice last year.',
  });
  await page.goto(pathOf('fr', { to: 'section', section: 'saved' }));
  const logged = page.locator('#applied ~ ul .row');
  await expect(logged).toHaveCount(1);
  await expect(logged).toContainText(asked('fr').texts.title.value);
  await expect(logged).toContainText(numberOf(sent[0]));
});

test(
  'keeps everything where the form can’t be reached, and sends it with the same number later',
  { tag: '@core' },
  async ({ page }) => {
    const name = `Offline ${Date.now()}`;
    const form = await openForm(page, 'en');
    await fillIn(form, name);
    await page.route(`${inboxUrl}/**`, (route) => route.abort());
    await form.locator('button[type=submit]').click();
    await expect(page.getByRole('alert')).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('we can’t yet confirm that it arrived');
    await expect(form.locator('[name=name]')).toHaveValue(name);
    await page.getByText('What you wrote, and more options').click();
    await expect(page.getByRole('alert').getByRole('link', { name: /e-mail/ })).toHaveAttribute(
      'href',
      /^mailto:/,
    );
    expect(await submissionsOf(name)).toEqual([]);
    await page.unroute(`${inboxUrl}/**`);
    await page.getByRole('button', { name: 'Send it now' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
    expect(await submissionsOf(name)).toHaveLength(1);
  },
);

test('brings back what was written, and deletes it, with a way back', { tag: '@core' }, async ({ page }) => {
  const form = await openForm(page, 'en');
  await form.locator('[name=name]').fill('Draft');
  await form.locator('[name=motivation]').fill('Half a sen');
  await expect(form.locator('.apply-draft')).toContainText('Draft saved on this device');
  await openForm(page, 'en');
  await expect(form.locator('[name=motivation]')).toHaveValue('Half a sen');
  await expect(form.locator('.apply-note')).toContainText('Your draft is back');
  await form.locator('.apply-note').getByRole('button', { name: 'Delete draft' }).click();
  await expect(form.locator('[name=motivation]')).toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(form.locator('[name=motivation]')).toHaveValue('Half a sen');
  await expect(form.locator('.apply-draft')).toContainText('Draft saved on this device');
  await form.locator('.apply-draft').getByRole('button', { name: 'Delete draft' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await openForm(page, 'en');
  await expect(form.locator('[name=motivation]')).toHaveValue('');
  await expect(form.locator('.apply-note')).toHaveCount(0);
});

test('leaves Send where it is, at each pause in typing, on a phone', async ({ page }) => {
  // Send is in view: what stands above it would move it.
  await page.setViewportSize({ width: 360, height: 4000 });
  await page.clock.install();
  const form = await openForm(page, 'en');
  // From here on the pause in typing is as long as the test says.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  const draft = form.locator('.apply-draft');
  const top = async () => Math.round((await sendButton(form).boundingBox())?.y ?? 0);
  await form.locator('[name=motivation]').focus();
  const before = await top();
  await page.keyboard.insertText('First');
  // The note comes with the first letter, not after a pause, when Send may just be pressed.
  await expect(draft).toBeVisible();
  expect((await top()) - before).toBeGreaterThan(100);
  await page.clock.runFor(500);
  await expect(draft).toContainText('Draft saved on this device');
  const saved = await top();
  for (const word of [' second', ' third']) {
    await page.keyboard.insertText(word);
    await expect(draft).not.toContainText('Draft saved');
    expect(Math.abs((await top()) - saved)).toBeLessThanOrEqual(1);
    await page.clock.runFor(500);
    await expect(draft).toContainText('Draft saved on this device');
    expect(Math.abs((await top()) - saved)).toBeLessThanOrEqual(1);
  }
});

test('says that one has applied, and by when an answer is promised', async ({ page }) => {
  const name = `Promise ${Date.now()}`;
  const form = await openForm(page, 'en');
  await fillIn(form, name);
  await form.locator('button[type=submit]').click();
  await expect(page.locator('[data-sent]')).toContainText('promised to answer by');
  const [sent] = await submissionsOf(name);
  const number = numberOf(sent);
  await expect(page.locator('[data-sent]')).toContainText(number);
  await openForm(page, 'en');
  await expect(form.locator('.apply-note')).toContainText(`number ${number}`);
});

test('gives the application as a file and as an e-mail with everything in it', async ({ page }) => {
  const form = await openForm(page, 'en');
  await fillIn(form, 'Way out');
  await page.route(`${inboxUrl}/f/local`, (route) => route.continue({ url: `${inboxUrl}/f/limit` }));
  await form.locator('button[type=submit]').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('can’t accept any more for now');
  const download = page.waitForEvent('download');
  await alert.getByText('What you wrote, and more options').click();
  await alert.getByRole('button', { name: 'Save as a text file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const href = (await alert.getByRole('link', { name: /e-mail/ }).getAttribute('href')) ?? '';
  for (const way of [text, decodeURIComponent(href)]) {
    expect(way).toContain('Way out');
    expect(way).toContain('I have translated two handbooks for our school');
    expect(way).toContain('I agree that my application will be passed on');
    expect(way).toMatch(/Number of this application: [0-9A-Z]{4}-[0-9A-Z]{4}/);
  }
  expect(href.length).toBeLessThanOrEqual(1800);
});

test('asks again where a field was filled in that only programs see', async ({ page }) => {
  const name = `Trap ${Date.now()}`;
  const form = await openForm(page, 'en');
  await fillIn(form, name);
  await form.locator('[name=_gotcha]').evaluate((trap: HTMLInputElement) => (trap.value = 'x'));
  await form.locator('button[type=submit]').click();
  await expect(page.getByRole('alert')).toContainText('Please press Send again');
  expect(await submissionsOf(name)).toEqual([]);
  await form.locator('button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  expect(await submissionsOf(name)).toHaveLength(1);
});
