/** The visitor's own log of applications: what lists and pages say of it, and what goes out of it. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import type { OpportunityView } from '../../src/pipeline/site';
import { siteNow } from '../ports';
import { openWith } from './sample';

const savedPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'saved' });

/** Puts an application into the log, as the form does when it has been sent. */
async function apply(page: Page, view: OpportunityView, more: Record<string, unknown> = {}): Promise<void> {
  const item = {
    id: '9b2e3a44-1111-4222-8333-444455556666',
    opportunity: view.id,
    title: view.texts.title.value,
    organization: view.organization.texts.name.value,
    lang: view.lang,
    path: view.path,
    appliedAt: '2026-11-01T12:00:00.000Z',
    followUps: [],
    ...more,
  };
  await page.goto('/icon.svg');
  await page.evaluate((text) => localStorage.setItem('ov:applied:1', text), JSON.stringify([item]));
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

test('lists and pages say when one applied, until the log is deleted', async ({ page }) => {
  const [view] = openWith('fr', { task: 'translation' });
  if (!view) throw new Error('The sample has nothing to translate.');
  const note = translator('fr')('applied.note', { day: '1er nov. 2026' });
  await apply(page, view);
  const row = (path: string) => page.locator('.row').filter({ has: page.locator(`a[href="${path}"]`) });

  await page.goto(pathOf('fr', { to: 'browse-value', facet: 'task', value: 'translation' }));
  await expect(row(view.path)).toContainText(note);
  await expect(page.getByText(note)).toHaveCount(1);

  await page.goto(`${pathOf('fr', { to: 'section', section: 'search' })}?task=translation`);
  await expect(row(view.path)).toContainText(note);
  await expect(page.getByText(note)).toHaveCount(1);

  await page.goto(view.path);
  await expect(page.locator('.panel').getByText(note)).toBeVisible();
  await page.locator('button.save').first().click();
  await page.goto(savedPath('fr'));
  await expect(page.locator('#saved-list ~ ul .row')).toContainText(note);

  await page.evaluate(() => {
    localStorage.removeItem('ov:applied:1');
  });
  await page.goto(view.path);
  await expect(page.locator('button.save').first()).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(note)).toHaveCount(0);
});
