import { expect, test } from '@playwright/test';

test.describe('a visitor whose browser speaks French', () => {
  test.use({ locale: 'fr-CA' });

  test(
    'is led to the French site, and Back doesn’t return to the bare address',
    { tag: '@core' },
    async ({ page }) => {
      await page.goto('/');
      await expect(page).toHaveURL('/fr/');
    },
  );
});

test('a visitor whose language isn’t there chooses', { tag: '@core' }, async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ar' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Español' })).toBeVisible();
  await expect(page).toHaveURL('/');
  await context.close();
});

test('the switcher leads to the same page in the other language', { tag: '@core' }, async ({ page }) => {
  await page.goto('/en/opportunities/');
  await page.locator('.row h3 a').first().click();
  const english = new URL(page.url()).pathname;
  const organization = await page.locator('main .for a').first().getAttribute('href');
  await page.getByRole('link', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  expect(new URL(page.url()).pathname).toMatch(/^\/es\/oportunidades\/.+/);
  await page.getByRole('link', { name: 'English' }).click();
  expect(new URL(page.url()).pathname).toBe(english);
  expect(organization).toMatch(/^\/en\/organizations\//);
});

test(
  'an address that leads nowhere gets the page that says so, in every language',
  { tag: '@core' },
  async ({ page }) => {
    const response = await page.goto('/nothing/');
    expect(response?.status()).toBe(404);
    await expect(page.getByText('Cette page n’existe pas')).toBeVisible();
    expect((await page.goto('/es/nada/'))?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  },
);
