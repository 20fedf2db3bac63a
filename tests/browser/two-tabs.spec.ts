/**
 * Two real tabs on one form, played at random while the inbox fails at random: what random-session tests in Node do with
 * the same code, in thousands of sessions. A step is over when the page has said what came of it, so that no step races
 * with the page leaving for the page of thanks.
 */
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { formatSubmissionNumber } from '../../src/device/storage/application/submission-id';
import { pathOf } from '../../src/i18n/routes';
import { inboxUrl } from '../../scripts/test/ports';
import { submissions } from './inbox';
import { outboxOf } from './outbox';
import { openWith } from './sample';

const steps = 6;

const thanks = pathOf('en', { to: 'section', section: 'thanks' });
const view = openWith('en', {}).find(({ shared }) => shared.applyBy === 'form');

/** The ways in which the inbox answers: as it should about every third time. */
const ways = ['local', 'local', 'local', 'limit', 'lost-request', 'lost-answer', 'error-html', 'no-next'];
const actions = ['send', 'send', 'send', 'write', 'reload', 'now', 'away'] as const;

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function openForm(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${view?.path ?? ''}#apply`);
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await expect(page.locator('#apply [data-form]')).toHaveCount(0);
  // Alive, and what was written before has been looked for: the country’s list is there before.
  await expect(page.locator('#apply select[name=country]')).toBeVisible();
}

async function write(page: Page, email: string, text: string): Promise<void> {
  const form = page.locator('#apply form');
  await form.locator('[name=name]').fill('Two tabs');
  await form.locator('[name=email]').fill(email);
  for (const select of await form.locator('select').all()) await select.selectOption({ index: 2 });
  await form.locator('[name=availability]').fill('3 hours');
  await form.locator('[name=motivation]').fill(`${text} and long enough to be an answer to that question.`);
  for (const answer of await form.locator('textarea[name^=answer_]').all()) await answer.fill('Twice.');
  await form.locator('[name=consent]').check();
}

/** Presses Send, and waits until the page says what came of it. Resolves to the number that it shows as sent. */
async function send(page: Page): Promise<string | undefined> {
  const said = page.locator('#apply [role=alert]:not([data-old])');
  await page
    .locator('#apply [role=alert]')
    .evaluateAll((alerts) => alerts.forEach((alert) => alert.setAttribute('data-old', '')));
  await page.locator('#apply form > button[type=submit]').click();
  await Promise.race([
    page.waitForURL(`**${thanks}`, { waitUntil: 'load' }),
    said.first().waitFor({ state: 'visible' }),
  ]);
  // What is said may be said just before the page goes.
  if (new URL(page.url()).pathname !== thanks) return undefined;
  const text = await page.locator('[data-sent]').innerText();
  return /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0];
}

/** How many wait to be sent. */
const waiting = async (page: Page): Promise<number> =>
  (await outboxOf(page)).filter(({ state }) => !/sent|withdrawn/.test(state)).length;

/** Everything that still waits goes, now that the inbox works. */
async function settle(page: Page): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await openForm(page);
    const now = page.locator('.apply-note').getByRole('button', { name: 'Send it now' }).first();
    if ((await waiting(page)) === 0) return;
    if (await now.isVisible()) {
      await now.click();
      await expect.poll(() => now.isVisible()).toBe(false);
    }
  }
}

async function play(context: BrowserContext, seed: number): Promise<void> {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const email = `tabs-${seed}-${Date.now()}@example.org`;
  let isBroken = true;
  // Whoever writes as fast as this would wait for three seconds at each press.
  await context.addInitScript(() => {
    const real = performance.now.bind(performance);
    performance.now = () => real() * 1000;
  });
  await context.route(`${inboxUrl}/f/*`, (route) =>
    route.continue({ url: `${inboxUrl}/f/${isBroken ? pick(ways) : 'local'}` }),
  );
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await openForm(tab);
  const told = new Set<string>();
  for (let step = 0; step < steps; step += 1) {
    const tab = pick(tabs);
    const action = pick(actions);
    if (action === 'reload' || action === 'away') {
      if (action === 'away') await tab.goto(pathOf('en', { to: 'home' }));
      await openForm(tab);
    } else if (action === 'now') {
      const now = tab.getByRole('button', { name: 'Send it now' }).first();
      if (await now.isVisible()) await now.click();
    } else {
      await write(tab, email, `Step ${step} of ${seed}`);
      if (action === 'write') continue;
      const number = await send(tab);
      if (number === undefined) continue;
      told.add(number);
      await openForm(tab);
    }
  }
  isBroken = false;
  await tabs[1]?.close();
  const [page] = tabs;
  if (!page) return;
  await settle(page);
  const log = (await outboxOf(page)).filter(({ state }) => state === 'sent');
  const logged = log.map(({ id }) => formatSubmissionNumber(id));
  const rows = (await submissions()).filter(({ fields }) => fields['email'] === email);
  const numbers = new Set(rows.map(({ fields }) => fields['number'] ?? ''));
  expect(
    [...told].filter((number) => !numbers.has(number)),
    `seed ${seed}: shown as sent`,
  ).toEqual([]);
  expect(new Set(logged), `seed ${seed}: the log has what the inbox has`).toEqual(numbers);
  await expect(page.locator('#apply form > button[type=submit]')).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );
}

// One seed for each commit, further ones for the whole.
for (const [seeds, details] of [
  [[20_261_125], { tag: '@core' }],
  [[1, 2, 3, 4, 5], {}],
  [[6, 7, 8, 9, 10], {}],
] as const)
  test(
    `two tabs lose nothing and send nothing twice as two (${seeds.join(', ')})`,
    details,
    async ({ browser }) => {
      for (const seed of seeds) {
        const context = await browser.newContext({ serviceWorkers: 'block' });
        await play(context, seed);
        await context.close();
      }
    },
  );
