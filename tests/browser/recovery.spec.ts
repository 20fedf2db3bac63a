/** A browser is killed soon after Send, and any page of the next visit sends the application. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { startKillable } from '../applications/killable-browser';
import { siteUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { outboxOf } from './outbox';
import { openForm, send, sendButton, serviceIs, t } from './open-form';
import { opportunityWithForm } from './sample';

/** When the browser is killed: while the form still waits for the first three seconds, or after the attempt failed. */
for (const moment of ['while it says that it is sending', 'after the attempt failed'])
  test(`killed ${moment}: the first page sends it at the next visit`, async () => {
    const name = `Killed ${moment} ${Date.now()}`;
    const profile = mkdtempSync(path.join(tmpdir(), 'killed-'));
    const first = await startKillable(profile);
    try {
      await first.context.clock.install();
      await serviceIs(first.context, 'down');
      const form = await openForm(first.page, siteUrl + opportunityWithForm().path);
      await fillIn(form, name);
      if (moment === 'after the attempt failed') {
        await send(first.page, form);
        await expect(first.page.getByRole('alert')).toContainText(t('apply.keptAndTried'));
      } else {
        // The form waits as long as its clock stands still.
        await first.context.clock.pauseAt(Date.now() + 1000);
        await sendButton(form).click();
        await expect(sendButton(form)).toHaveText(t('apply.sending'));
        await expect.poll(() => outboxOf(first.page)).toHaveLength(1);
      }
    } finally {
      await first.kill();
    }
    const next = await startKillable(profile);
    try {
      await next.context.clock.install({ time: Date.now() + 3_600_000 });
      await next.page.goto(siteUrl + pathOf('en', { to: 'home' }));
      await expect.poll(() => submissionsOf(name)).toHaveLength(1);
      await expect(next.page.locator('[data-outbox]')).toContainText(opportunityWithForm().texts.title.value);
    } finally {
      await next.kill();
      rmSync(profile, { recursive: true, force: true });
    }
  });
