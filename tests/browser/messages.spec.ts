/** The forms for the editors, from a page to the inbox. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { messageForms, pathOf, type MessageForm } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteUrl } from '../../scripts/test/ports';
import { axeFaults } from './axe';
import { submissions, submissionsOf } from './inbox';
import { outboxOf } from './outbox';
import { openWith } from './sample';

async function openForm(page: Page, locale: Locale, form: MessageForm, query = '') {
  await page.goto(pathOf(locale, { to: 'section', section: form }) + query);
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await expect(page.locator('#apply [data-form]')).toHaveCount(0);
  return page.locator('#apply form');
}

test('a proposal arrives', async ({ page }) => {
  const t = translator('fr');
  const form = await openForm(page, 'fr', 'propose');
  const [view] = openWith('fr', {});
  const answers = {
    organization: view?.organization.texts.name.value ?? '',
    name: `Awa ${Date.now()}`,
    email: 'awa@example.org',
    title: `Traduire un cahier d’école ${Date.now()}`,
    summary: 'Douze pages pour une école.',
    task: 'Vous traduisez douze pages, deux par soir, pour une école.',
    deliverable: 'Un fichier de douze pages, relu par deux personnes.',
    impact: 'Les élèves lisent dans leur langue.',
    requirements: '- De la patience',
  };
  for (const [name, answer] of Object.entries(answers)) await form.locator(`[name="${name}"]`).fill(answer);
  expect(await axeFaults(page)).toEqual([]);
  const choices = {
    taskTypes: 'translation',
    work_language: 'fr',
    work_level: 'good',
    'hours.min': '2',
    'hours.max': '4',
    'length.kind': 'weeks',
    'length.weeks': '3',
    replyDays: '7',
  };
  for (const [name, value] of Object.entries(choices))
    await form.locator(`[name="${name}"]`).selectOption(value);
  await form.locator('[name=consent]').check();
  await form.locator('button[type=submit]').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('received.title'));
  await expect(page.locator('[data-sent]')).toContainText(t('message.propose.title'));
});

test('a no to a question of eligibility is explained, and keeps nobody from sending', async ({ page }) => {
  const t = translator('es');
  const form = await openForm(page, 'es', 'register');
  const question = form.locator('[name=eligible_benefit]');
  await question.selectOption('no');
  await expect(form.getByText(t('message.eligible_benefit.no'))).toBeVisible();
  await question.selectOption('yes');
  await expect(form.getByText(t('message.eligible_benefit.no'))).toBeHidden();
  await form.locator('button[type=submit]').click();
  const alert = page.getByRole('alert');
  await expect(alert).toBeFocused();
  await expect(alert).toContainText(t('message.missing', { label: t('message.organization_name') }));
  expect(await axeFaults(page)).toEqual([]);
});

test('a page of an opportunity leads to telling what is wrong with it', async ({ page }) => {
  const [view] = openWith('en', {});
  await page.goto(view?.path ?? '');
  await page.getByRole('link', { name: 'Report a problem' }).click();
  const form = page.locator('#apply form');
  const field = form.locator('[name=about_page]');
  await expect(field).toHaveValue(`${siteUrl}${view?.path}`);
  await expect(page.locator('#apply [data-form]')).toHaveCount(0);
  const what = `They asked for a password. ${Date.now()}`;
  await form.locator('[name=reason]').selectOption('money');
  await form.locator('[name=what]').fill(what);
  await form.locator('[name=consent]').check();
  await form.locator('button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  const sent = (await submissions()).filter(({ fields }) => fields['what'] === what);
  expect(sent.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ purpose: 'report', about_page: `${siteUrl}${view?.path}`, reason: 'money' }),
  ]);
  // The log is of applications.
  expect((await outboxOf(page)).filter(({ kind }) => kind === undefined)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every form is sent by the browser itself, and thanks', async ({ page }) => {
    const name = `Sans script ${Date.now()}`;
    for (const form of messageForms) {
      await page.goto(pathOf('fr', { to: 'section', section: form }));
      await expect(page.locator('#apply form')).toHaveAttribute('action', /\/f\/local$/);
    }
    await page.goto(pathOf('fr', { to: 'section', section: 'write' }));
    await page.locator('[name=name]').fill(name);
    await page.locator('[name=email]').fill('a@example.org');
    await page.locator('[name=message]').fill('Bonjour à vous.');
    await page.locator('[name=consent]').check();
    await page.locator('#apply form button[type=submit]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('fr')('received.title'));
    expect(await submissionsOf(name)).toHaveLength(1);
  });
});
