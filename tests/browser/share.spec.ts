/** What a promoter gets from a page, in each language: links, texts to copy, a short address. */
import { expect, test } from '@playwright/test';
import { translator } from '../../src/i18n/translate';
import { siteUrl } from '../../scripts/test/ports';
import { clipboardText } from './clipboard';
import { pathTo } from './site-pages';

const t = translator('fr');

test('a campaign leads to its short address, texts and links', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const path = pathTo('campaign', 'fr');
  await page.goto(path);
  await page.getByRole('link', { name: t('kit.link') }).click();
  const kit = page.getByRole('region', { name: t('share.title') });
  await kit.getByRole('button', { name: t('share.copy.address') }).click();
  await expect(kit.getByRole('button', { name: t('share.copied') })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: t('share.copied') })).toBeAttached();
  const short = await clipboardText(context);
  expect(short.startsWith(`${siteUrl}/fr/c/`)).toBe(true);

  await kit.getByRole('button', { name: t('share.copy.short') }).click();
  const text = await clipboardText(context);
  expect(text.endsWith(` ${short}`)).toBe(true);
  expect(text.length).toBeLessThan(280);
  // The first button says again what it does.
  await expect(kit.getByRole('button', { name: t('share.copy.address') })).toBeVisible();

  const whatsapp = new URL((await kit.getByRole('link', { name: 'WhatsApp' }).getAttribute('href')) ?? '');
  expect(whatsapp.searchParams.get('text')).toBe(text);

  await page.goto(`${short}?a=1#share`);
  await expect(page).toHaveURL(`${path}?a=1#share`);
});

test('one button opens all ways to share an opportunity, also without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const path = pathTo('open opportunity', 'fr');
  await page.goto(siteUrl + path);
  const link = page.getByRole('link', { name: 'Telegram' });
  await expect(link).toBeHidden();
  await page.locator('.share').getByText(t('share'), { exact: true }).click();
  const telegram = new URL((await link.getAttribute('href')) ?? '');
  expect(telegram.searchParams.get('url')).toBe(siteUrl + path);
  expect(telegram.searchParams.get('text')).toContain(await page.locator('h1').innerText());
  await expect(page.locator('#share-address')).toBeVisible();
  await expect(page.locator('#share-address')).toHaveText(siteUrl + path);
  await expect(page.getByRole('button', { name: t('share.copy.address') })).toBeHidden();
  await context.close();
});

test('where copying isn’t allowed the text is marked, and the button says so', async ({ page }) => {
  const t = translator('en');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(pathTo('story', 'en'));
  await page.locator('.share').getByText(t('share'), { exact: true }).click();
  await page.getByRole('button', { name: t('share.copy.address') }).click();
  await expect(page.getByRole('button', { name: t('share.failed') })).toBeVisible();
  const marked = await page.evaluate(() => getSelection()?.toString().trim());
  expect(marked).toBe((await page.locator('#share-address').innerText()).trim());
});

test('the device’s own way to share is offered where there is one, with title and address', async ({
  page,
}) => {
  const t = translator('en');
  const path = pathTo('open opportunity', 'en');
  await page.goto(path);
  const own = page.locator('.share').getByRole('button', { name: t('share'), exact: true });
  await expect(own).toHaveCount(0);

  // Chromium has none on Linux: this one notes what it is given.
  await page.addInitScript(() => {
    navigator.share = async (data) => {
      document.body.dataset['given'] = JSON.stringify(data);
      return Promise.reject(new DOMException('', 'AbortError'));
    };
  });
  await page.reload();
  await own.click();
  await expect(page.getByText(t('share.more'), { exact: true })).toBeVisible();
  const given = await page.locator('body').getAttribute('data-given');
  expect(JSON.parse(given ?? '{}')).toEqual({
    title: await page.locator('h1').innerText(),
    url: siteUrl + path,
  });
});
