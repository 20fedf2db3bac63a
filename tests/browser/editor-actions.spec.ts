/**
 * Counts what somebody presses and fills in to write an opportunity in three languages in the local editor, with languages,
 * skills, hours, a closing day and its organization's picture, without typing a code, an id or JSON. A click, a shortcut
 * or a filled field is one action; a choice from a list is two, to open it and to choose. It counts an earlier editor too,
 * whose checkout it is copied to.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { freePorts } from '../../scripts/test/free-ports';
import { full } from '../test-scope';
import { runServing, type Serving } from '../build/serving';
import { addressOf, field, soon } from './editor-page';

// It opens an editor of its own: too long for `npm test`, which has editor.spec.ts.
test.skip(!full, 'an editor of its own');

const content = path.resolve('.local/test/editor-actions/content');
let dev: Serving;
let origin: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  rmSync(path.dirname(content), { recursive: true, force: true });
  cpSync('content', content, { recursive: true });
  const [port = 0, inboxPort = 0] = await freePorts(2);
  origin = `http://localhost:${port}`;
  dev = runServing('dev', ['--port', String(port), '--inbox-port', String(inboxPort)], {
    CONTENT_DIR: content,
    SITE_URL: '',
    SITE_NOW: '2026-11-25T12:00:00Z',
  });
  await dev.saying('shows at once');
});
test.afterAll(() => dev.signal('SIGKILL'));

/** The actions that it took when it was last measured. An editor that needs more has become worse. */
const mostActions = 53;

/** What was done, one line for each action. */
class Actions {
  readonly done: string[] = [];
  /** Codes that had to be typed. */
  readonly codes: string[] = [];

  constructor(readonly page: Page) {}

  async press(what: string, target: Locator): Promise<void> {
    this.done.push(`press ${what}`);
    await target.click();
  }

  async fill(name: string, text: string): Promise<void> {
    this.done.push(`fill ${name}`);
    await field(this.page, name).click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
  }

  async compose(name: string, text: string): Promise<void> {
    const [language, own] = name.split(' ');
    this.done.push(`fill ${name}`);
    await this.page
      .locator(`[id^="${language}-field-"] label[for^="${own}-field-"]`)
      .locator('xpath=ancestor::div[.//*[@data-slate-editor]][1]')
      .locator('[data-slate-editor]')
      .click();
    await this.page.keyboard.insertText(text);
  }

  async day(name: string, value: string): Promise<void> {
    this.done.push(`fill ${name}`);
    await field(this.page, name).fill(value);
  }

  async choose(name: string, option: string): Promise<void> {
    this.done.push(`open ${name}`, `choose ${option}`);
    await field(this.page, name).click();
    await this.page.keyboard.type(option);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** By the shortcut where there is one. */
  async save(): Promise<void> {
    const old = this.page.getByRole('button', { name: 'Publish', exact: true });
    await expect(old.or(this.page.getByRole('button', { name: 'Save', exact: true }))).toBeVisible(soon);
    if ((await old.count()) > 0) {
      await this.press('Publish', old);
      await this.press('Publish now', this.page.getByRole('menuitem', { name: 'Publish now' }));
    } else {
      this.done.push('shortcut');
      await this.page.keyboard.press('ControlOrMeta+S');
    }
    await expect(this.page.getByText(/changes saved/i)).toBeVisible(soon);
  }

  /** A day that the form asks for, where a save doesn't know it. */
  async dayIfAsked(name: string): Promise<void> {
    const asked = field(this.page, name);
    if ((await asked.count()) > 0 && (await asked.inputValue()) === '') await this.day(name, '2026-11-25');
  }
}

const texts = {
  en: ['Sort forty seed letters', 'Forty letters about seeds, sorted by village.'],
  fr: ['Trier quarante lettres sur les semences', 'Quarante lettres sur les semences, triées par village.'],
  es: ['Ordenar cuarenta cartas sobre semillas', 'Cuarenta cartas sobre semillas, ordenadas por aldea.'],
} as const;

test('an opportunity in three languages takes no more actions than it did', async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  const actions = new Actions(page);
  await page.goto(addressOf(dev));
  await actions.press('Quick add', page.getByText('Quick add'));
  await actions.press('Opportunity', page.getByRole('menuitem', { name: 'Opportunity' }));
  for (const [language, [title, summary]] of Object.entries(texts)) {
    const panel = page.locator(`[id^="${language}-field-"]`);
    if (language !== 'en')
      await actions.press(`unfold ${language}`, panel.getByRole('button', { name: 'Expand' }).first());
    await actions.fill(`${language} title`, title);
    await actions.fill(`${language} summary`, summary);
    for (const name of ['task', 'deliverable', 'impact', 'requirements'])
      await actions.compose(`${language} ${name}`, summary);
  }
  const written = field(page, 'originalLanguage').locator('xpath=ancestor::div[4]');
  if (!(await written.innerText()).includes('English')) await actions.choose('originalLanguage', 'English');
  await actions.dayIfAsked('updated');
  await actions.choose('status', 'Open');
  await actions.choose('organization', 'Atoll Archive');
  await actions.choose('taskTypes', 'Writing and editing');
  await actions.press('Add skill', field(page, 'skills').getByRole('button', { name: /^Add/ }));
  await actions.choose('skill', 'Proofreading');
  await actions.choose('level', 'Solid');
  const languages = field(page, 'languages');
  await actions.press('Add language', languages.getByRole('button', { name: /^Add/ }));
  await actions.choose('language', 'English');
  actions.done.push('open level', 'choose Good');
  await languages.locator('[id^="level-field-"]').first().click();
  await page.keyboard.type('Good');
  await page.getByRole('option', { name: 'Good' }).first().click();
  await actions.fill('min', '2');
  await actions.fill('max', '4');
  await actions.choose('kind', 'One-off');
  await actions.dayIfAsked('posted');
  await actions.day('date', '2031-03-31');
  if (
    await field(page, 'zone').evaluate(
      (zone) => zone instanceof HTMLInputElement && zone.type === 'text' && zone.role === null,
    )
  ) {
    actions.codes.push('time zone');
    await actions.fill('zone', 'Africa/Dakar');
  } else await actions.choose('zone', 'Dakar');
  await actions.save();
  await expect(page).toHaveURL(/entries\/sort-forty-seed-letters$/, soon);

  // Its organization gets another picture of those that are there already.
  await actions.press('back', page.getByRole('link', { name: /List: |Writing in/ }));
  await actions.press('Organizations', page.getByRole('link', { name: 'Organizations' }));
  await actions.press('Atoll Archive', page.getByRole('heading', { name: /^Atoll Archive/ }));
  await actions.press('choose image', page.getByRole('button', { name: 'Choose a different image' }));
  const known = page.getByText('orgs/andean-seed-circle.png');
  await expect(known.or(page.getByText(/No (?:images|assets) found/))).toBeVisible(soon);
  if ((await known.count()) > 0) await actions.press('the picture', known);
  else {
    actions.done.push('upload a picture');
    await page.locator('input[type="file"]').setInputFiles('content/media/orgs/andean-seed-circle.png');
  }
  await actions.press('Choose selected', page.getByRole('button', { name: 'Choose selected' }));
  await actions.dayIfAsked('updated');
  await actions.save();

  const read = (name: string) => readFileSync(path.join(content, name), 'utf8');
  const file = read('opportunities/sort-forty-seed-letters.yml');
  for (const [title] of Object.values(texts)) expect(file).toContain(title);
  expect(file).toContain('zone: Africa/Dakar');
  expect(read('organizations/atoll-archive.yml')).toContain('andean-seed-circle.png');
  await expect
    .poll(
      async () =>
        (
          await page.request.get(`${origin}/es/oportunidades/ordenar-cuarenta-cartas-sobre-semillas/`)
        ).status(),
      soon,
    )
    .toBe(200);
  console.log(`${actions.done.length} actions, codes: ${actions.codes.join(', ') || 'none'}`);
  console.log(actions.done.join('\n'));
  expect(actions.codes).toEqual([]);
  expect(actions.done.length).toBeLessThanOrEqual(mostActions);
});
