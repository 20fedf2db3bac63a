/** What an opportunity's page says of it, and that it can be read on a phone and on paper. */
import { expect, test } from '@playwright/test';
import { translator } from '../../src/i18n/translate';
import { opportunitiesIn } from './sample';

const t = translator('en');
const all = opportunitiesIn('en');
const find = (what: string, fits: (view: (typeof all)[number]) => boolean) => {
  const found = all.find(fits);
  if (!found) throw new Error(`The sample content has no opportunity that is ${what}.`);
  return found;
};
const open = find(
  'open and confirmed',
  ({ stage, shared }) => stage === 'open' && shared.applyBy === 'form' && shared.confirmedOn !== undefined,
);
const filled = find('filled', ({ stage }) => stage === 'filled');

test(
  'what a program checked and what a person confirmed are told apart',
  { tag: '@core' },
  async ({ page }) => {
    await page.goto(open.path);
    const checked = page.locator('.quality > div').filter({ hasText: t('quality.checked') });
    const passed = [...open.passed, ...open.organization.passed];
    // That the dates are consistent is nothing to a visitor.
    const told = passed.filter((code) => code !== 'dates');
    await expect(checked.getByRole('listitem')).toHaveCount(told.length);
    await expect(checked).toContainText(t('check.hours'));
    await expect(page.locator('.quality')).toContainText('Confirmed by an editor on');
    const unconfirmed = find(
      'open and not confirmed',
      ({ stage, shared }) => stage === 'open' && shared.confirmedOn === undefined,
    );
    await page.goto(unconfirmed.path);
    await expect(page.locator('.quality')).toContainText(t('quality.unconfirmed'));
    await expect(page.locator('.quality')).not.toContainText(t('confirmed.fair'));
  },
);

test(
  'the menu names the page itself, and the section that an opportunity belongs to',
  { tag: '@core' },
  async ({ page }) => {
    const link = page.locator('.nav-main').getByRole('link', { name: t('nav.search'), exact: true });
    await page.goto(open.path);
    await expect(link).toHaveAttribute('aria-current', 'true');
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
  },
);

test(
  'a filled one says so before its title, and leads on to open ones that are like it',
  { tag: '@core' },
  async ({ page }) => {
    await page.goto(filled.path);
    const notice = page.locator('.notice').filter({ hasText: t('opportunity.filled') });
    const above = await notice.evaluate((element) => {
      const title = document.querySelector('h1');
      return (
        title !== null && (element.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      );
    });
    expect(above).toBe(true);
    await notice.getByRole('link', { name: t('similar.link') }).click();
    const rows = page.locator('#similar .row');
    await expect(rows.first()).toBeInViewport();
    for (const href of await rows
      .getByRole('link')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')))) {
      expect(find('at that address', ({ path }) => path === href).stage).toBe('open');
    }
    await expect(rows.first().locator('.row-note')).toHaveText(/^Same /);
  },
);

test(
  'a closed one still says within how many days its applicants were promised an answer',
  { tag: '@core' },
  async ({ page }) => {
    const promised = find(
      'closed and promised an answer',
      ({ stage, shared, organization }) =>
        stage === 'closed' && (shared.replyDays ?? organization.shared.replyDays) !== undefined,
    );
    await page.goto(promised.path);
    const days = promised.shared.replyDays ?? promised.organization.shared.replyDays ?? 0;
    const promise = `${t('opportunity.reply.past')} ${t.count('opportunity.reply', days)}`;
    await expect(page.getByText(promise)).toBeVisible();
  },
);

test(
  'the facts stand before what is read on a phone, beside it where there is room',
  { tag: '@core' },
  async ({ page }) => {
    await page.goto(open.path);
    const place = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left, right, top, bottom };
      });
    for (const width of [360, 800]) {
      await page.setViewportSize({ width, height: 800 });
      expect((await place('.strip')).bottom, `${width} px`).toBeLessThanOrEqual(
        (await place('#part-task')).top,
      );
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    const [strip, text, panel] = [await place('.strip'), await place('#part-task'), await place('.beside')];
    expect(strip.left).toBeGreaterThan(text.right);
    expect(strip.bottom).toBeLessThan(panel.top);
    // Facts are before the text also for those who hear them.
    const isBefore = await page
      .locator('.strip')
      .evaluate(
        (element) =>
          (element.compareDocumentPosition(document.querySelector('#part-task') as Element) &
            Node.DOCUMENT_POSITION_FOLLOWING) !==
          0,
      );
    expect(isBefore).toBe(true);
  },
);

test(
  'on paper stand the deadline and the address, and nothing to press',
  { tag: '@core' },
  async ({ page }) => {
    await page.goto(open.path);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.paper-address')).toHaveText(new RegExp(`^http.*${open.path}$`));
    await expect(page.locator('.paper-address')).toBeVisible();
    // In its own zone: on paper “your time” doesn’t say whose.
    const deadline = page.locator('.strip time');
    await expect(page.locator('.strip-closes').first()).toBeVisible();
    await expect(deadline).toHaveCSS('font-size', '0px');
    const printed = await deadline.evaluate((element) => getComputedStyle(element, '::after').content);
    expect(printed).toMatch(/UTC[+−-]/);
    await expect(page.getByRole('link', { name: t('opportunity.apply'), exact: true })).toBeHidden();
    await expect(page.locator('#apply form')).toBeHidden();
  },
);

test(
  'on a phone Apply stays within reach and lies on nothing that has the focus',
  { tag: '@core' },
  async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 700 });
    await page.goto(open.path);
    const apply = page.getByRole('link', { name: t('opportunity.apply'), exact: true });
    await expect(apply).toBeInViewport({ ratio: 1 });
    // What is folded away can't have the focus.
    const links = page.locator('.columns a:not(.button), .freshness a, #similar a').filter({ visible: true });
    for (const link of await links.all()) {
      await link.focus();
      await expect(link).toBeFocused();
      const isCovered = await link.evaluate((element) => {
        const bar = document.querySelector('.reach')?.getBoundingClientRect();
        const box = element.getBoundingClientRect();
        return bar !== undefined && box.top < bar.bottom && box.bottom > bar.top;
      });
      expect(isCovered).toBe(false);
    }
  },
);
