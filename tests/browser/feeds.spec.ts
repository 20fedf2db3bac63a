import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readRss } from '../../src/feeds/read-back.fixture';
import { closingPath } from '../../src/i18n/data-files';
import { feedFiles, feedFormats, feedTypes } from '../../src/i18n/feed-files';
import { feedPathOf, pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { acceptsApplications } from '../../src/model/time/lifecycle';
import { siteDir, siteNow } from '../../scripts/test/ports';
import { clipboardText } from './clipboard';
import { pathTo } from './site-pages';
import { opportunitiesIn, openWith } from './sample';

const read = (pathname: string) => readFileSync(path.join(siteDir, pathname), 'utf8');

test('an organization and a campaign have feeds of what their pages show as open', async ({ page }) => {
  const paths = [
    opportunitiesIn('fr').find(({ stage }) => acceptsApplications(stage))?.organization.path,
    pathTo('campaign', 'fr'),
  ];
  for (const own of paths) {
    await page.goto(own ?? '');
    const list = page.locator('main .rows').first();
    const shown = await list.locator('li.row:not([hidden]) h3').allInnerTexts();
    const rss = readRss(read(`${own ?? ''}${feedFiles.rss}`));
    expect(rss.title).toContain(await page.locator('h1').innerText());
    expect(rss.items.map(({ title }) => title).toSorted()).toEqual(shown.toSorted());
    expect(shown.length).toBeGreaterThan(0);
    await page.locator('.follow summary').click();
    await expect(page.locator(`a[href="${own ?? ''}${feedFiles.calendar}"]`)).toBeVisible();
  }
});

test('the feeds of a search are found from its results', { tag: '@core' }, async ({ page, request }) => {
  await page.clock.setFixedTime(siteNow);
  const t = translator('en');
  await page.goto(`${pathOf('en', { to: 'section', section: 'search' })}?task=translation&lang=fr`);
  const follow = page.locator('.follow');
  const open = () => follow.getByText(t('follow.button'), { exact: true }).click();
  await open();
  const pair = { to: 'browse-task-lang', task: 'translation', lang: 'fr' } as const;
  for (const format of feedFormats) {
    const link = follow.getByRole('link', { name: t(`follow.${format}`), exact: true });
    await expect(link).toHaveAttribute('href', feedPathOf('en', pair, format));
  }
  await expect(follow).not.toContainText(t('follow.nearest', { list: '' }).slice(0, 20));
  const answer = await request.get(feedPathOf('en', pair, 'calendar'));
  expect(answer.headers()['content-type']).toBe(`${feedTypes.calendar}; charset=utf-8`);

  await page.goto(`${pathOf('en', { to: 'section', section: 'search' })}?task=data,translation`);
  await open();
  await expect(follow).toContainText(t('follow.nearest', { list: t('browse.everything') }));
  const everything = { to: 'section', section: 'opportunities' } as const;
  await expect(follow.getByRole('link', { name: t('follow.rss'), exact: true })).toHaveAttribute(
    'href',
    feedPathOf('en', everything, 'rss'),
  );
});

test('a feed in a browser says what it is, and shows titles, days and summaries', async ({ page }) => {
  const t = translator('es');
  const task = { to: 'browse-value', facet: 'task', value: 'translation' } as const;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(feedPathOf('es', task, 'rss'));
    const shown = await page.evaluate(() => {
      const part = (name: string) => {
        const element = document.querySelector(name);
        return element === null ? undefined : getComputedStyle(element);
      };
      return {
        heading: getComputedStyle(document.documentElement, '::before').content,
        text: getComputedStyle(document.querySelector('channel') ?? document.documentElement, '::before')
          .content,
        blocks: ['item', 'item > title', 'item > link', 'item > pubDate', 'item > description'].map(
          (name) => part(name)?.display,
        ),
        hidden: ['guid', 'category', 'language', 'item > encoded'].map((name) => part(name)?.display),
        summary: document.querySelector('item > description')?.textContent,
        ground: part('rss')?.backgroundColor,
      };
    });
    expect(shown.heading).toBe(`"${t('subscribe.style.title')}"`);
    expect(shown.text).toContain(pathOf('es', { to: 'section', section: 'subscribe' }));
    expect(new Set(shown.blocks)).toEqual(new Set(['block']));
    expect(new Set(shown.hidden)).toEqual(new Set(['none']));
    expect(shown.summary).toBe(openWith('es', { task: 'translation' })[0]?.texts.summary.value);
    const isLight = shown.ground === 'rgb(255, 255, 255)';
    expect(isLight).toBe(colorScheme === 'light');
  }
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test(
      'from a list a page explains feeds, and a calendar takes one press',
      { tag: '@core' },
      async ({ page, context }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const t = translator('fr');
        const task = { to: 'browse-value', facet: 'task', value: 'translation' } as const;
        await page.goto(pathOf('fr', task));
        const follow = page.locator('.follow');
        await follow.getByText(t('follow.list'), { exact: true }).click();
        await expect(follow.getByRole('link', { name: t('follow.calendar.subscribe') })).toHaveAttribute(
          'href',
          new RegExp(`^webcal://[^/]+${feedPathOf('fr', task, 'calendar')}$`),
        );
        await follow.getByRole('link', { name: t('follow.what') }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('subscribe.title'));
        const everything = { to: 'section', section: 'opportunities' } as const;
        const rss = feedPathOf('fr', everything, 'rss');
        await expect(page.getByText(rss)).toBeVisible();
        await expect(page.getByRole('link', { name: t('follow.calendar.subscribe') })).toHaveAttribute(
          'href',
          new RegExp(`^webcal://[^/]+${feedPathOf('fr', everything, 'calendar')}$`),
        );
        const copy = page.getByRole('button', { name: t('share.copy.address') });
        if (javaScriptEnabled) {
          await copy.first().press('Enter');
          await expect(page.getByRole('button', { name: t('share.copied') })).toBeVisible();
          expect(await clipboardText(context)).toMatch(new RegExp(`${rss}$`));
        } else await expect(copy).toHaveCount(0);
        await page.getByRole('link', { name: t('task.translation'), exact: true }).click();
        await expect(page).toHaveURL(`${pathOf('fr', task)}#follow`);
      },
    );
  });

test('an open opportunity’s page offers its closing date, and loses it at that instant', async ({ page }) => {
  const [wanted] = opportunitiesIn('en').filter(({ stage, closesAt }) => stage === 'open' && closesAt);
  await page.clock.setFixedTime(siteNow);
  await page.goto(wanted?.path ?? '');
  const link = page.getByRole('link', { name: translator('en')('calendar.add') });
  await expect(link).toHaveAttribute('href', closingPath(wanted?.id ?? ''));
  await page.clock.setFixedTime((wanted?.closesAt ?? 0) + 1000);
  await page.reload();
  await expect(link).toBeHidden();
});
