/**
 * An opportunity from the first word to the search that finds it, as somebody without an account does it: written in the
 * local editor in two languages, for an organization with a picture, seen before it is saved, and published; then edited
 * and deleted, each as the site's visitors see it.
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '@/i18n/routes';
import { serveSite, type SiteServer } from '@scripts/local/site/site-server';
import { freePorts } from '../../scripts/test/free-ports';
import { runWholeBuild } from '../build/run-build';
import { runServing, type Serving } from '../build/serving';
import { smallContent } from '../build/small-content';
import {
  add,
  choose,
  compose,
  field,
  open,
  openEditorPage,
  pane,
  save,
  soon,
  unfold,
  write,
} from './editor-page';
import { runDir } from '../../scripts/test/run-folder';

test.describe.configure({ mode: 'serial' });

const folder = `${runDir}/editor-whole`;
const content = `${folder}/content`;
const opportunity = 'opportunities/describe-lanterns-of-the-night-market.yml';
const organization = 'organizations/lantern-keepers.yml';

let dev: Serving;
let site: SiteServer | undefined;
let page: Page;
const asked: string[] = [];

const file = (name: string) => path.join(content, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const here = (pathname: string) => `http://localhost:${site?.port}${pathname}`;
const publish = () => runWholeBuild(`${folder}/dist`, { CONTENT_DIR: content });
const results = (words: string) => page.locator('main').getByRole('link', { name: words });

/** Searches the built site, as its visitors do. */
async function search(words: string): Promise<void> {
  await page.goto(here(pathOf('en', { to: 'section', section: 'search' })));
  await page.locator('#search-q').fill(words);
  await page.keyboard.press('Enter');
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  rmSync(folder, { recursive: true, force: true });
  cpSync(smallContent, content, { recursive: true });
  const [port = 0, inboxPort = 0] = await freePorts(2);
  const ports = ['--port', String(port), '--inbox-port', String(inboxPort)];
  dev = runServing('dev', ports, { CONTENT_DIR: content, SITE_URL: '' });
  await dev.saying('shows at once');
  const baseURL = `http://localhost:${port}`;
  page = await browser.newPage({ baseURL, viewport: { width: 1500, height: 900 } });
  page.on('request', (request) => asked.push(request.url()));
  // A dialog about leaving may have gone with its page.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await openEditorPage(page, dev);
});

test.afterAll(async () => {
  await page.close();
  dev.signal('SIGKILL');
  await site?.close();
});

test('an organization with a picture, which is seen before it is saved', async () => {
  await open(page, 'organization/new');
  await write(page, 'en name', 'Lantern Keepers');
  await write(page, 'en summary', 'Keeps the lanterns of a night market lit and told of.');
  await compose(page, 'en mission', 'We mend lanterns and write down who made them.');
  await write(page, 'en logoAlt', 'A paper lantern');
  await choose(page, 'originalLanguage', 'English');
  await choose(page, 'status', 'Published');
  await choose(page, 'kind', 'Civil society');
  await choose(page, 'country', 'Nepal');
  await write(page, 'registrationNumber', 'NP-77');
  await choose(page, 'countries', 'Nepal');
  await choose(page, 'causes', 'Culture');
  await choose(page, 'languages', 'English');
  await page.getByRole('button', { name: 'Choose an image' }).click();
  await page.locator('input[type="file"]').setInputFiles(path.join(smallContent, 'media/hero.png'));
  await page.getByRole('button', { name: 'Choose selected' }).click();
  await field(page, 'joined').fill('2026-11-20');
  const logo = pane(page).getByRole('img', { name: 'A paper lantern' });
  await expect(logo).toBeVisible(soon);
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await save(page);
  // The editor goes on to the entry's own address once it has a file.
  await page.waitForURL(/entries\/lantern-keepers/);
  await expect.poll(() => existsSync(file(organization))).toBe(true);
  expect(read(organization)).toContain('logo: /media/hero');
});

test('an opportunity for it in two languages, which is seen in both', async () => {
  await open(page, 'opportunity/new');
  const texts = {
    en: {
      title: 'Describe lanterns of the night market',
      summary: 'Say in two sentences what each of forty photographs of lanterns shows.',
      task: 'You look at forty photographs and describe each.',
      deliverable: 'A list of forty descriptions.',
      impact: 'People who can’t see them learn what they show.',
      requirements: 'You like to look closely.',
    },
    fr: {
      title: 'Décrire les lanternes du marché de nuit',
      summary: 'Dire en deux phrases ce que montre chacune des quarante photographies.',
      task: 'Vous regardez quarante photographies et décrivez chacune.',
      deliverable: 'Une liste de quarante descriptions.',
      impact: 'Les personnes qui ne les voient pas apprennent ce qu’elles montrent.',
      requirements: 'Vous aimez regarder de près.',
    },
  };
  for (const [language, { title, summary, ...long }] of Object.entries(texts)) {
    if (language !== 'en') await unfold(page, language);
    await write(page, `${language} title`, title);
    await write(page, `${language} summary`, summary);
    for (const [name, text] of Object.entries(long)) {
      await compose(page, `${language} ${name}`, text);
    }
  }
  await choose(page, 'originalLanguage', 'English');
  await choose(page, 'status', 'Open');
  await choose(page, 'organization', 'Lantern Keepers');
  await choose(page, 'taskTypes', 'Writing and editing');
  await add(page, 'languages');
  await choose(page, 'language', 'English');
  await choose(page, 'level', 'Good');
  await write(page, 'min', '2');
  await write(page, 'max', '4');
  await choose(page, 'kind', 'One-off');
  await field(page, 'posted').fill('2026-11-20');
  await field(page, 'reviewBy').fill('2027-03-01');
  const shown = pane(page);
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText(texts.en.title, soon);
  await expect(shown.getByRole('link', { name: 'Lantern Keepers' }).first()).toBeVisible();
  await page.frameLocator('#preview-pane').getByRole('button', { name: 'Français' }).click();
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText(texts.fr.title, soon);
  await save(page);
  await page.waitForURL(/entries\/describe-lanterns/);
  await expect.poll(() => existsSync(file(opportunity))).toBe(true);
});

test('it is found by the search of the built site', async () => {
  test.setTimeout(180_000);
  await publish();
  site = await serveSite({ dir: `${folder}/dist`, port: 0 });
  await search('lanterns');
  await expect(results('Describe lanterns of the night market').first()).toBeVisible();
  await page.goto(here('/fr/missions/decrire-les-lanternes-du-marche-de-nuit/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Décrire les lanternes du marché de nuit');
});

test('an edit is found by its words once it is published', async () => {
  test.setTimeout(180_000);
  await open(page, 'opportunity/entries/describe-lanterns-of-the-night-market');
  await write(page, 'en title', 'Describe lamps of the night market');
  await save(page);
  await expect.poll(() => read(opportunity)).toContain('title: Describe lamps of the night market');
  await publish();
  await search('lamps');
  await expect(results('Describe lamps of the night market').first()).toBeVisible();
});

test('one that was deleted is gone from its folder and from the site', async () => {
  test.setTimeout(180_000);
  await open(page, 'opportunity/entries/describe-lanterns-of-the-night-market');
  await page.getByRole('button', { name: 'Delete entry' }).click();
  await expect.poll(() => existsSync(file(opportunity))).toBe(false);
  await publish();
  const gone = await page.request.get(here('/en/opportunities/describe-lamps-of-the-night-market/'));
  expect(gone.status()).toBe(404);
  await page.goto(here('/en/organizations/lantern-keepers/'));
  await expect(page.locator('main')).not.toContainText('Describe lamps');
});

test('nothing was asked of another host', () => {
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((url) => !/^(?:data|blob):|^http:\/\/localhost:\d+\//.test(url))).toEqual([]);
});
