/** What tests do in the local editor, as a person would. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Serving } from '../build/serving';

/** A field, or with a language before it one of that language: `title`, `fr title`. */
export function field(page: Page, name: string): Locator {
  const [language, own] = name.split(' ');
  const inPage = (part: string) => page.locator(`[id^="${part}-field-"]`);
  return own === undefined
    ? inPage(name).first()
    : inPage(language ?? '')
        .locator(`[id^="${own}-field-"]`)
        .first();
}

/** A busy machine makes a page of the development server in seconds. */
export const soon = { timeout: 60_000 };

/** The page beside the form, as the site would show it. */
export const pane = (page: Page) => page.frameLocator('#preview-pane').frameLocator('iframe[data-shown]');

/** The address that the terminal prints for the editor, with its token. */
export function addressOf(dev: Serving): string {
  const address = /Editor +(\S+)/.exec(dev.said())?.[1];
  if (address === undefined) throw new Error(`No address of the editor was printed:\n${dev.said()}`);
  return address;
}

/** Opens the editor as the terminal says. */
export async function openEditorPage(page: Page, dev: Serving): Promise<void> {
  await page.goto(addressOf(dev));
  await expect(page.getByText('Quick add')).toBeVisible(soon);
}

/** Loads a page of the editor anew. Leaving a form by its address alone would ask a question while the page is reloaded. */
export async function load(page: Page, where: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`/admin/#/collections/${where}`);
}

/** In a document of its own. What the editor still does about the last entry may lead away meanwhile: once more then. */
export async function open(page: Page, where: string): Promise<void> {
  await expect(async () => {
    await load(page, where);
    await expect(page.getByText(/changes saved|unsaved changes/i)).toBeVisible({ timeout: 10_000 });
  }).toPass(soon);
}

/** Text as it is typed: Decap takes no notice of what a script puts into a field. */
export async function write(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

export async function choose(page: Page, name: string, option: string): Promise<void> {
  await field(page, name).click();
  await page.keyboard.type(option);
  await page.getByRole('option', { name: option }).first().click();
}

export async function pressSave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save', exact: true }).click();
}

/** Resolves once the form has nothing unsaved: notices of earlier saves may still be there. */
export const saved = (page: Page) => expect(page.getByText('Changes saved')).toBeVisible(soon);

/** Saves and waits until the editor has done with it: the file is there before that. */
export async function save(page: Page): Promise<void> {
  await pressSave(page);
  await saved(page);
}

/** What Decap keeps in the browser of forms that aren't saved. */
export const backups = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('localforage');
        opening.onerror = () => reject(opening.error ?? new Error('No backups.'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('keyvaluepairs').objectStore('keyvaluepairs').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
  );

/** Opens the panel of a language. */
export async function unfold(page: Page, language: string): Promise<void> {
  await page.locator(`[id^="${language}-field-"]`).getByRole('button', { name: 'Expand' }).first().click();
}

/** Where a field of Markdown of a language is typed as rich text: `en task`. */
export function richText(page: Page, name: string): Locator {
  const [language, own] = name.split(' ');
  return page
    .locator(`[id^="${language}-field-"] label[for^="${own}-field-"]`)
    .locator('xpath=ancestor::div[.//*[@data-slate-editor]][1]')
    .locator('[data-slate-editor]');
}
