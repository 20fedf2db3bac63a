/** Forms in a browser whose owner blocks cookies, and with them everything else that a site could store. */
import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { openForm, send, sendButton, serviceIs, t } from './open-form';
import { opportunityWithForm } from './sample';
import { wholeChromium, withBlockedCookies } from './profile';

// Only a whole Chromium can block storage, and not every machine can install one.
test.skip(wholeChromium === undefined, 'There is no Chromium that blocks storage.');

async function fillInMessage(form: Locator, name: string): Promise<void> {
  await form.locator('[name=name]').fill(name);
  await form.locator('[name=email]').fill('aminata@example.org');
  await form.locator('[name=message]').fill('Where can I read about your rules?');
  await form.locator('[name=consent]').check();
}

const forms = [
  { what: 'an application', path: opportunityWithForm().path, fill: fillIn, thanks: t('thanks.title') },
  {
    what: 'a message',
    path: pathOf('en', { to: 'section', section: 'write' }),
    fill: fillInMessage,
    thanks: t('received.title'),
  },
] as const;

async function writeIn(context: BrowserContext, { path, fill }: (typeof forms)[number], name: string) {
  await context.clock.install();
  const page = await context.newPage();
  const form = await openForm(page, path);
  await fill(form, name);
  await expect(form.getByText(t('form.draft.unkept'))).toBeVisible();
  return { page, form };
}

/** Closes a page as a person does. Resolves to true where the browser asks first, which is answered with Stay. */
async function asksBeforeClosing(page: Page): Promise<boolean> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss();
    return dialog.type() === 'beforeunload';
  });
  const closed = page.waitForEvent('close').then(() => false);
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked, closed]);
}

for (const kind of forms) {
  test(`${kind.what} that does not get through is told of, and not left without a warning`, async () => {
    const name = `Blocked and down ${kind.what} ${Date.now()}`;
    await withBlockedCookies(async (context) => {
      await serviceIs(context, 'down');
      const { page, form } = await writeIn(context, kind, name);
      await send(page, form);
      await expect(page.getByRole('alert')).toContainText(t('told.unsaved'));
      await expect(sendButton(form)).toBeEnabled();
      await expect(page.getByText(t('form.sending'))).toHaveCount(0);
      expect(await asksBeforeClosing(page)).toBe(true);
      await serviceIs(context, 'up');
      await page.getByRole('button', { name: t('told.now') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(kind.thanks);
      expect(await submissionsOf(name)).toHaveLength(1);
    });
  });
}
