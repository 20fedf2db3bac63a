/** Send was pressed in time, and the connection came back too late. */
import { expect, test } from '@playwright/test';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { formOf, send, t } from './open-form';
import { openWith } from './sample';

const own = openWith('en', {}).find(
  ({ closesAt, shared }) => shared.applyBy === 'form' && closesAt !== undefined,
);

test('an application of before the closing date is sent after it, with both instants', async ({
  page,
  context,
}) => {
  if (own?.closesAt === undefined) throw new Error('The sample has no open opportunity that closes.');
  const { path, closesAt } = own;
  const name = `In time ${Date.now()}`;
  const pressedAt = closesAt - 60_000;
  await context.clock.install({ time: pressedAt - 3000 });
  await page.goto(path);
  const form = await formOf(page);
  await fillIn(form, name);
  await context.setOffline(true);
  await send(page, form);
  await expect(page.getByRole('alert')).toContainText(t('apply.offline.title'));
  await page.close();

  await context.clock.fastForward(3_600_000);
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(path);
  await expect.poll(() => submissionsOf(name)).toHaveLength(1);
  const [sent] = await submissionsOf(name);
  expect(sent?.fields).toMatchObject({
    closed_at: new Date(closesAt).toISOString(),
  });
  const late = Date.parse(sent?.fields['pressed_at'] ?? '') - pressedAt;
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(60_000);
});
