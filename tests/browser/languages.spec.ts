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
