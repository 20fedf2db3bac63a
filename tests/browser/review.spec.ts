/** The review of a sheet, as a person does it. */
import { readdir } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { axeFaults } from './axe';
import { openRows, rowOf, test } from './review-page';

test.describe('the review of a sheet', () => {
  test('leads from a fault to a draft', { tag: '@core' }, async ({ page, review }) => {
    await openRows(page, review, 'language=fr&state=blocked');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Examen de missions-export.csv');
    const first = rowOf(page, 19);
    await expect(first).toContainText(
      'Titre (fr) (colonne « Titre ») : ce champ est vide.'
        .replaceAll(/(?<=«) | (?=»)/g, '\u202F')
        .replace(' :', '\u00A0:'),
    );
    await first.getByLabel('Titre').fill('Traduire un guide de plus');
    await page.keyboard.press('Tab');
    await expect(first.getByRole('button', { name: 'Accepter' })).toBeVisible();
    await first.getByRole('button', { name: 'Accepter' }).click();
    await expect(first.locator('.state')).toHaveText('À enregistrer');
    await page.getByRole('button', { name: 'Enregistrer les lignes acceptées (1)' }).click();
    await expect(page.getByText(/Lignes enregistrées\s*:\s*1\./)).toBeVisible();
    await expect(first.locator('.state')).toHaveText('Terminé');
    expect(await readdir(review.inside('content/opportunities'))).toEqual(['traduire-un-guide-de-plus.yml']);
    expect(await review.read('content/opportunities/traduire-un-guide-de-plus.yml')).toContain(
      'status: draft',
    );
  });

  test('takes a column for a field that its name doesn’t say', async ({ page, review }) => {
    await openRows(page, review, 'language=en');
    await page.getByText('Columns of the sheet').click();
    const column = page.getByLabel('Remarque interne');
    await expect(column).toHaveValue('');
    await column.selectOption({ label: 'Accessibility' });
    await page.reload({ waitUntil: 'load' });
    await page.getByText('Columns of the sheet').click();
    await expect(column).toHaveValue('accessibility');
  });

  test('chooses the meaning of a word for all its rows', async ({ page, review }) => {
    await openRows(page, review, 'language=en&state=draft');
    await expect(page.getByRole('button', { name: 'To complete 18' })).toBeVisible();
    const word = page.getByRole('combobox', { name: 'Organization: “Association inconnue” (rows: 6)' });
    await word.fill('Casa Abierta');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'To complete 12' })).toBeVisible();
    await expect(word).toHaveCount(0);
    await page.getByText('Words that you explained').click();
    await page.getByRole('combobox', { name: 'Organization: “Association inconnue” means' }).fill('');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'To complete 18' })).toBeVisible();
  });

  test(
    'is the same after a reload, and in another browser',
    { tag: '@core' },
    async ({ page, review, browser }) => {
      await openRows(page, review, 'language=es&state=blocked');
      const row = rowOf(page, 19);
      const title = row.getByLabel('Titre');
      await title.fill('Un título nuevo');
      await expect(row.getByText('Guardado')).toBeVisible();
      // It was never left: the browser is gone while it is typed in.
      await page.reload({ waitUntil: 'load' });
      await page.goto(review.url());
      const other = await browser.newContext();
      const second = await other.newPage();
      await openRows(second, review, 'language=es&words=Un título nuevo');
      await expect(rowOf(second, 19)).toContainText('Por aceptar');
      await other.close();
    },
  );

  test('keeps what is typed while the server is stopped, and stores it then', async ({
    page,
    review,
    context,
  }) => {
    await openRows(page, review, 'language=en&state=blocked');
    const row = rowOf(page, 19);
    await review.stop();
    await row.getByLabel('Titre').fill('Typed without a server');
    await expect(row.getByText('Not stored yet')).toBeVisible();
    await expect(page.getByText('Start the same command again.')).toBeVisible();
    await review.start();
    await expect(page.getByText('The server was started again')).toBeVisible();
    const other = await context.newPage();
    await other.goto(review.url());
    await expect(row.getByText('Stored', { exact: true })).toBeVisible();
    await expect(row.getByLabel('Titre')).toHaveValue('Typed without a server');
    expect(await review.read('missions-export.review.json')).toContain('Typed without a server');
  });

  test('says in a second tab what the first one changed', async ({ page, review, context }) => {
    await openRows(page, review, 'language=en&state=blocked');
    const other = await context.newPage();
    await openRows(other, review, 'language=en&state=blocked');
    await rowOf(page, 19).getByLabel('Titre').fill('From the first tab');
    await expect(rowOf(page, 19).getByText('Stored', { exact: true })).toBeVisible();
    await rowOf(other, 19).getByLabel('Titre').fill('From the second tab');
    const notice = rowOf(other, 19).getByText('This was changed elsewhere to “From the first tab”.');
    await expect(notice).toBeVisible();
    await rowOf(other, 19).getByRole('button', { name: 'Use mine' }).click();
    await expect(rowOf(other, 19).locator('.title')).toHaveText('From the second tab');
  });

  test('works with the keyboard alone', async ({ page, review }) => {
    await openRows(page, review, 'language=en&state=blocked');
    await rowOf(page, 19).getByLabel('Titre').focus();
    await page.keyboard.type('Written with keys');
    await page.keyboard.press('Enter');
    const row = rowOf(page, 19);
    await expect(row.locator('.state')).toHaveText('To accept');
    // The control is gone with its problem: the focus is at the row’s name.
    await expect(row.locator('.title')).toBeFocused();
    for (let n = 0; n < 5; n++) {
      if (
        await row
          .getByRole('button', { name: 'Accept', exact: true })
          .evaluate((one) => one === document.activeElement)
      )
        break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(row.locator('.state')).toHaveText('To save');
  });

  for (const [language, width] of [
    ['en', 768],
    ['fr', 360],
    ['es', 1280],
  ] as const) {
    test(`has no fault for assistive technology and no sideways scrolling (${language}, ${width})`, async ({
      page,
      review,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await openRows(page, review, `language=${language}&state=blocked`);
      await rowOf(page, 19).locator('button[aria-expanded]').click();
      await expect(rowOf(page, 19).locator('.cells')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await axeFaults(page)).toEqual([]);
      await openRows(page, review, `language=${language}&state=ready`);
      await page.locator('details summary').first().click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await axeFaults(page)).toEqual([]);
    });
  }
});
