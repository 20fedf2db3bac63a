/** Lists on another site: they show without a script, and do nothing to the page around them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { embedPathOf } from '../../src/i18n/embed-files';
import { type locales } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { frameHeight, frameHtml } from '../../src/share/embed/frame';
import { siteUrl } from '../../scripts/test/ports';
import { axeFaults } from './axe';
import { layoutFaults } from './layout-faults';
import { openWith } from './sample';
import { clipboardText } from './clipboard';
import { pathTo } from './site-pages';

const picker = (locale: (typeof locales)[number]) => pathOf(locale, { to: 'section', section: 'embeds' });

/** A page of another origin with some code in it, while `use` runs. */
async function elsewhere(
  code: string,
  use: (url: string) => Promise<void>,
  colorScheme = 'normal',
): Promise<void> {
  const html = `<!doctype html><html lang="en" style="color-scheme: ${colorScheme}"><title>Another site</title><h1>Ours</h1>${code}`;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const codeOn = async (page: Page, id: string) => (await page.locator(id).innerText()).trim();

test('a campaign’s code shows its list on another site', async ({ page }) => {
  const campaign = { path: pathTo('campaign', 'fr') };
  await page.goto(campaign.path);
  const title = await page.locator('h1').innerText();
  await page.getByRole('link', { name: translator('fr')('kit.link') }).click();
  await page.getByRole('link', { name: translator('fr')('embed.link') }).click();
  await expect(page.getByRole('status').filter({ hasText: title })).toBeVisible();
  const code = await codeOn(page, '#embed-code');
  await elsewhere(code, async (url) => {
    await page.goto(url);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('h2')).toHaveText(title);
    const opened = page.waitForEvent('popup');
    await frame.locator('h2 a').click();
    await expect(await opened).toHaveURL(siteUrl + campaign.path);
    expect(page.url()).toBe(url);
  });
});

test('on another site each has its height, its end can be reached, and nothing is logged', async ({
  page,
}) => {
  const [open] = openWith('en', {});
  const shown = [
    open?.organization.path ?? '',
    pathTo('campaign', 'en'),
    pathOf('en', { to: 'browse-value', facet: 'task', value: 'translation' }),
  ];
  const codes = shown.map((path) =>
    frameHtml({ src: siteUrl + embedPathOf(path), title: 'Opportunities', page: siteUrl }),
  );
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  page.on('pageerror', ({ message }) => logged.push(message));
  await elsewhere(codes.join(''), async (url) => {
    for (const width of [280, 1280]) {
      // So high that no frame waits until it is scrolled to
      await page.setViewportSize({ width, height: 3000 });
      await page.goto(url);
      for (const [index, path] of shown.entries()) {
        const frame = page.locator('iframe').nth(index);
        expect(await frame.evaluate((one) => one.clientHeight)).toBe(frameHeight);
        const inside = frame.contentFrame();
        await expect(inside.locator('h2')).toBeVisible();
        // With letters twice as large, so that each scrolls whatever the typeface
        const edges = () =>
          inside.locator('html').evaluate((html) => ({
            beyond: html.scrollWidth - html.clientWidth,
            top: document.querySelector('.weave')?.getBoundingClientRect().top,
            isAtEnd: (document.querySelector('footer')?.getBoundingClientRect().bottom ?? 0) <= innerHeight,
          }));
        await inside.locator('html').evaluate((html) => (html.style.fontSize = '200%'));
        expect(await edges(), `${path} at ${width} pixels`).toEqual({ beyond: 0, top: 2, isAtEnd: false });
        await inside.getByRole('link').filter({ visible: true }).first().focus();
        await expect(async () => {
          await page.keyboard.press('End');
          expect(await edges(), `${path} at ${width} pixels`).toMatchObject({ beyond: 0, isAtEnd: true });
        }).toPass();
      }
    }
  });
  expect(logged).toEqual([]);
});

const t = translator('es');

test('one picks what to show, sees it, and copies the code', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(picker('es'));
  const frame = page.frameLocator('.embed-frame');
  await expect(frame.locator('h2')).toHaveText(t('opportunities.title'));
  const list = pathOf('es', { to: 'browse-value', facet: 'task', value: 'translation' });
  await page.getByLabel(t('embed.pick')).selectOption(list);
  await expect(frame.locator('h2')).toContainText(t('task.translation'), { ignoreCase: true });
  await page.getByRole('button', { name: t('embed.copy') }).click();
  const copied = await clipboardText(context);
  expect(copied).toContain(`src="${siteUrl}${embedPathOf(list)}"`);
  expect(copied).toContain(`height="${frameHeight}"`);
});

test('without a script the code of everything open is there, and what it shows', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(siteUrl + picker('fr'));
  await expect(page.locator('.embed-pick')).toBeHidden();
  await expect(page.frameLocator('.embed-frame').locator('h2')).toHaveText('Missions ouvertes');
  const code = await codeOn(page, '#embed-code');
  await elsewhere(code, async (url) => {
    await page.goto(url);
    await expect(page.frameLocator('iframe').locator('li h3')).toHaveCount(4);
  });
  await context.close();
});

test('the frame can’t reach out, whatever were in it', async ({ page }) => {
  const path = embedPathOf(pathOf('en', { to: 'section', section: 'opportunities' }));
  await page.goto(picker('en'));
  const code = await codeOn(page, '#embed-code');
  // As if somebody had got a script, a form and a way out into the document.
  const attack =
    '<script>parent.postMessage("out", "*"); top.location = "https://example.org/"</script>' +
    '<form action="https://example.org/" target="_top"><button>Send</button></form>' +
    '<a id="top" href="https://example.org/" target="_top">Out</a></main>';
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv[^>]*>/, '').replace('</main>', attack);
    await route.fulfill({ response, body });
  });
  const left: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('example.org')) left.push(request.url());
  });
  await elsewhere(
    `<script>addEventListener('message', ({ data }) => (document.title = data))</script>${code}`,
    async (url) => {
      await page.goto(url);
      const frame = page.frameLocator('iframe');
      await frame.getByRole('button', { name: 'Send' }).click();
      await frame.locator('#top').click();
      await expect(frame.locator('h2')).toBeVisible();
      expect(page.url()).toBe(url);
      expect(await page.title()).toBe('Another site');
      expect(left).toEqual([]);
    },
  );
});

test('a list of each kind is accessible', async ({ page }) => {
  const [open] = openWith('fr', {});
  const kinds = [
    open?.organization.path ?? '',
    pathOf('fr', { to: 'section', section: 'opportunities' }),
    pathOf('fr', { to: 'browse-value', facet: 'length', value: 'days' }),
  ];
  for (const path of kinds) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(embedPathOf(path));
      // The page around the frame has the h1.
      const faults = (await axeFaults(page)).filter((fault) => !fault.startsWith('page-has-heading-one'));
      expect(faults, `${path} ${colorScheme}`).toEqual([]);
    }
    for (const width of [320, 900]) {
      await page.setViewportSize({ width, height: 700 });
      await page.reload();
      expect(await layoutFaults(page), `${path} at ${width} pixels`).toEqual([]);
    }
  }
});
