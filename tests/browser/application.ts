import type { Locator } from '@playwright/test';

/** Fills in whatever an application form asks for, by the kinds of its fields. */
export async function fillIn(form: Locator, name = 'Aminata'): Promise<void> {
  await form.locator('[name=name]').fill(name);
  await form.locator('[name=email]').fill('aminata@example.org');
  const country = form.locator('[name=country]');
  // A list where a script has made one.
  if (await country.evaluate((control) => control.tagName === 'SELECT')) await country.selectOption('SN');
  else await country.fill('Sénégal');
  for (const select of await form.locator('select[name^=language_]').all()) await select.selectOption('good');
  await form.locator('[name=availability]').fill('4 h, le soir');
  await form
    .locator('[name=motivation]')
    .fill('I have translated two handbooks for our school before, and liked it.');
  for (const answer of await form.locator('textarea[name^=answer_]').all())
    await answer.fill('Yes, twice last year.');
  await form.locator('[name=consent]').check();
}
