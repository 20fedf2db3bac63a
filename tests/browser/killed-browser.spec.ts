/** Drafts and applications survive a browser that ends without a warning, as with an empty battery. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/install/browser';
import { siteUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { beginning, openForm, sendButton, serviceIs, t } from './open-form';
import { outboxOf } from './outbox';

/** A browser whose profile outlives it. */
interface MortalBrowser {
  /** Starts it so many hours later. Resolves to a page. */
  readonly start: (hours: number) => Promise<Page>;
  /** Ends it at once: it writes nothing more to the disk. */
  readonly kill: () => Promise<void>;
}

const test = base.extend<{ mortal: MortalBrowser }>({
  mortal: async ({}, use) => {
    const profile = mkdtempSync(path.join(tmpdir(), 'killed-'));
    let context: BrowserContext | undefined;
    const kill = async () => {
      if (!context) return;
      const closed = context.waitForEvent('close');
      const session = await context.browser()?.newBrowserCDPSession();
      session?.send('Browser.crash').catch(() => undefined);
      await closed;
      context = undefined;
    };
    const start = async (hours: number) => {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: findBrowser() ?? chromium.executablePath(),
        args: ['--no-sandbox', '--disable-gpu'],
        baseURL: siteUrl,
        locale: 'en-GB',
        serviceWorkers: 'block',
      });
      await context.clock.install({ time: Date.now() + hours * 3_600_000 });
      return context.newPage();
    };
    await use({ start, kill });
    await kill();
    rmSync(profile, { recursive: true, force: true });
  },
});

test('a draft is there again', async ({ mortal }) => {
  const form = await openForm(await mortal.start(0));
  await fillIn(form, 'Killed');
  await expect(form.locator('.apply-draft')).toContainText(beginning(t('form.draft.kept', { time: '§' })));
  const written = await form.locator('[name=motivation]').inputValue();
  await mortal.kill();
  const again = await openForm(await mortal.start(1));
  await expect(again.locator('[name=motivation]')).toHaveValue(written);
});

for (const [what, way, says, arrivals] of [
  ['what was being sent', 'hang', t('form.sending'), 2],
  ['what arrived unanswered', 'lost-answer', t('told.network'), 2],
  ['what waits for a connection', 'down', t('told.automatic'), 1],
] as const)
  test(`${what} is sent on the next visit, under one number`, async ({ mortal }) => {
    const name = `Killed ${what} ${Date.now()}`;
    const page = await mortal.start(0);
    const form = await openForm(page);
    await fillIn(form, name);
    await serviceIs(page.context(), way);
    await page.clock.fastForward(3000);
    await sendButton(form).click();
    await expect(form).toContainText(says);
    await expect.poll(() => submissionsOf(name)).toHaveLength(arrivals - 1);
    await expect.poll(() => outboxOf(page)).toHaveLength(1);
    await mortal.kill();
    await (await mortal.start(2)).goto('/en/');
    await expect.poll(() => submissionsOf(name)).toHaveLength(arrivals);
    const numbers = (await submissionsOf(name)).map(({ fields }) => fields['submission_id']);
    expect(new Set(numbers).size).toBe(1);
  });
