/** A file with an application: told, chosen, checked, taken away, sent, kept and refused. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { megabytesToBytes } from '../../src/applications/form/attachment/attachment-rules';
import { formatFileSize } from '../../src/i18n/format/file-size';
import type { Locale } from '../../src/i18n/locales';
import { translator } from '../../src/i18n/translate';
import { inboxFile, inboxUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { axeFaults } from './axe';
import { submissionsOf } from './inbox';
import { walkFaults } from './keyboard-walk';
import { layoutFaults } from './layout-faults';
import { openForm as openFormAt } from './open-form';
import { opportunitiesIn } from './sample';
import { runDir } from '../../scripts/test/run-folder';

/** What the sample's settings allow. */
const most = megabytesToBytes(5);

const asksIn = (locale: Locale) =>
  opportunitiesIn(locale).filter(({ stage, texts }) => stage === 'open' && texts.attachment !== undefined);

function asked(locale: Locale) {
  const [found] = asksIn(locale);
  if (!found?.texts.attachment) throw new Error('The sample has no opportunity that asks for a file.');
  return { path: found.path, what: found.texts.attachment.value };
}

/** Bytes of no pattern that a faulty copy would have too. */
const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index) % 253));
const page1 = { name: 'Página 1 – «ñ».pdf', mimeType: 'application/pdf', buffer: bytes };
const sha256 = createHash('sha256').update(bytes).digest('hex');

async function openForm(page: Page, locale: Locale): Promise<{ form: Locator; field: Locator }> {
  const form = await openFormAt(page, asked(locale).path);
  return { form, field: form.locator('input[type=file]') };
}

const send = (form: Locator) => form.locator('button[type=submit]').last().click();

/** The one submission under a name, with its file. */
async function received(name: string) {
  const found = await submissionsOf(name);
  expect(found).toHaveLength(1);
  const [one] = found;
  if (!one) throw new Error('Nothing came in.');
  return one;
}

const t = translator('es');
const limit = formatFileSize('es', most);

test('says what may be sent, what is wrong with a file, and takes it away', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { form, field } = await openForm(page, 'es');
  await expect(form).toHaveAttribute('enctype', 'multipart/form-data');
  await expect(field).toHaveAccessibleName(new RegExp(asked('es').what.slice(0, 12)));
  // What is read out has plain spaces only.
  const told = `${limit}.*${t('apply.attachment.undrafted')}`.replaceAll(/\s/gu, '\\s');
  await expect(field).toHaveAccessibleDescription(new RegExp(told, 'u'));
  const remove = form.getByRole('button', { name: t('apply.attachment.remove') });
  await expect(remove).toBeHidden();

  const problem = form.locator('#apply-attachment-problem');
  const empty = t('apply.attachment.empty', { name: 'a.txt' });
  await field.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
  await expect(problem).toContainText(empty);
  await expect(field).toHaveAttribute('aria-invalid', 'true');

  await send(form);
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  const links = await summary.getByRole('link').allTextContents();
  expect(links).toContain(empty);
  // In the order of the form: the box to tick comes after the file.
  expect(links.at(-1)).toBe(t('apply.agree.missing'));
  await summary.getByRole('link', { name: empty }).click();
  await expect(field).toBeFocused();
  expect(await axeFaults(page, { within: '#apply' })).toEqual([]);

  await field.setInputFiles(page1);
  await expect(problem).toHaveCount(0);
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  const state = t('apply.attachment.chosen', {
    name: page1.name,
    size: formatFileSize('es', bytes.length),
  });
  await expect(form.getByText(state)).toBeVisible();
  const box = await remove.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  // It comes below the form a moment later, and the walk is to meet it.
  await expect(form.locator('.apply-draft')).toContainText(t('form.draft.kept', { time: '' }).slice(0, 12));
  const faults = [...(await walkFaults(page)), ...(await layoutFaults(page)), ...(await axeFaults(page))];
  expect(faults).toEqual([]);
  await remove.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await expect(remove).toBeHidden();
  await expect(form.getByText(t('apply.attachment.removed'))).toBeVisible();
});

test('sends the file’s bytes under its name, with what was asked for', async ({ page }) => {
  const name = `File ${Date.now()}`;
  const { form, field } = await openForm(page, 'fr');
  await fillIn(form, name);
  await field.setInputFiles(page1);
  await send(form);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('fr')('thanks.title'));
  const { fields, files } = await received(name);
  expect(fields['attachment_asked']).toBe(asked('fr').what);
  expect(fields['submission_id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(files).toMatchObject([{ field: 'attachment', name: page1.name, size: bytes.length, sha256 }]);
  expect(readFileSync(path.join(path.dirname(inboxFile), files?.[0]?.path ?? '')).equals(bytes)).toBe(true);
});

/** Sends an application with a file that nobody answers: it waits on the device. */
async function sendInVain(page: Page, name: string) {
  const { form, field } = await openForm(page, 'en');
  await fillIn(form, name);
  await field.setInputFiles(page1);
  await page.route(`${inboxUrl}/**`, (route) => route.abort());
  await send(form);
  await expect(page.getByRole('alert')).toContainText('we can’t yet confirm');
  return form;
}

test('sends the file that waits again with what was written since, under the same number', async ({
  page,
}) => {
  const name = `Again ${Date.now()}`;
  const form = await sendInVain(page, name);
  await openForm(page, 'en');
  await expect(form.getByText(`Will be sent with your application: ${page1.name}`)).toBeVisible();
  await form.locator('[name=availability]').fill('5 hours');
  await form.locator('[name=consent]').check();
  await page.unroute(`${inboxUrl}/**`);
  await send(form);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  const { fields, files } = await received(name);
  expect(fields['availability']).toBe('5 hours');
  expect(files).toMatchObject([{ name: page1.name, sha256 }]);
});

test('sends the file that waits, however soon Send is pressed on the next visit', async ({ page }) => {
  const name = `Soon ${Date.now()}`;
  await sendInVain(page, name);
  await page.unroute(`${inboxUrl}/**`);
  // At the moment in which the form comes to life, before it has looked for what waits.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const form = document.querySelector<HTMLFormElement>('#apply :not([data-form]) > form');
      if (!form) return;
      observer.disconnect();
      form.querySelector<HTMLInputElement>('[name=consent]')?.click();
      form.requestSubmit();
    }).observe(document, { attributeFilter: ['data-form'], subtree: true });
  });
  await page.goto('about:blank');
  await page.goto(asked('en').path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  expect((await received(name)).files).toMatchObject([{ name: page1.name, sha256 }]);
});

test('offers to go without the file where the form takes none, and loses nothing', async ({ page }) => {
  const name = `Refused ${Date.now()}`;
  const { form, field } = await openForm(page, 'en');
  await fillIn(form, name);
  await field.setInputFiles(page1);
  await page.route(`${inboxUrl}/f/*`, (route) => route.continue({ url: `${inboxUrl}/f/no-files` }));
  await send(form);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('the form doesn’t accept files, or not this one');
  await alert.getByText('What you wrote, and more options').click();
  const href = (await alert.getByRole('link', { name: /e-mail/ }).getAttribute('href')) ?? '';
  expect(decodeURIComponent(href)).toContain(`Attach this file yourself: ${page1.name}`);
  expect(await axeFaults(page, { within: '#apply' })).toEqual([]);
  await expect(alert.getByRole('button', { name: 'Send it without the file' })).toBeVisible();
  // Also on the next visit.
  await openForm(page, 'en');
  await form.locator('[name=consent]').check();
  await form.locator('.apply-notes').getByRole('button', { name: 'Send it without the file' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  const { fields, files } = await received(name);
  expect(files).toBeUndefined();
  expect(decodeURIComponent(href)).toContain(fields['number']);
});

test('loses nothing where the file goes from the disk, before it is read or after', async ({ page }) => {
  const folder = `${runDir}/attachment-${Date.now()}`;
  mkdirSync(folder, { recursive: true });
  const onDisk = path.join(folder, 'page.pdf');
  const name = `Gone ${Date.now()}`;
  const { form, field } = await openForm(page, 'en');
  await fillIn(form, name);
  // Read when it was chosen: what is sent doesn't need the disk.
  writeFileSync(onDisk, bytes);
  await field.setInputFiles(onDisk);
  await expect(form.getByText('Will be sent with your application: page.pdf')).toBeVisible();
  await expect
    .poll(() => field.evaluate((input: HTMLInputElement) => input.files?.[0]?.size))
    .toBe(bytes.length);
  // Can't be read any more when it is.
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
  });
  await field.setInputFiles({ ...page1, name: 'other.pdf' });
  await expect(form.locator('#apply-attachment-problem')).toContainText('“other.pdf” can’t be read');
  await send(form);
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(/“other.pdf” can’t be read/);
  await page.evaluate(() => {
    File.prototype.arrayBuffer = Blob.prototype.arrayBuffer;
  });
  await field.setInputFiles(onDisk);
  await expect(form.locator('#apply-attachment-problem')).toHaveCount(0);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  rmSync(folder, { recursive: true });
  await send(form);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  expect((await received(name)).files).toMatchObject([{ name: 'page.pdf', sha256 }]);
});
