/** What tests do in the local editor, as a person would. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Serving } from '../build/serving';

/** The control of a field by its place: `en.title`, `closes.date`, `skills.0.level`. */
export const field = (page: Page, place: string): Locator =>
  page.locator(`#field-${place.replaceAll('.', '-')}`);

/** A busy machine makes a page of the development server in seconds. */
export const soon = { timeout: 60_000 };

/** The page beside the form, as the site would show it. */
export const pane = (page: Page) => page.frameLocator('.pane-page iframe[data-shown]');

/** The address that the terminal prints for the editor, with its token. */
export function addressOf(dev: Serving): string {
  const address = /Editor +(\S+)/.exec(dev.said())?.[1];
  if (address === undefined) throw new Error(`No address of the editor was printed:\n${dev.said()}`);
  return address;
}

/** Opens the editor as the terminal says. */
export async function openEditorPage(page: Page, dev: Serving): Promise<void> {
  await page.goto(addressOf(dev));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(soon);
}

/** Loads a page of the editor anew: `story`, `story/nora`, `story/+`. */
export async function load(page: Page, where: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`/admin/#/${where}`);
}

/** Opens the form of an entry. */
export async function open(page: Page, where: string): Promise<void> {
  await load(page, where);
  await expect(page.locator('.entry-form')).toBeVisible(soon);
}

/** Shows the texts of a language too. */
export const showLanguage = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Languages shown' }).getByRole('checkbox', { name }).check();

/** Writes over the text of a field; a long text once it is rich text. */
export async function write(page: Page, place: string, text: string): Promise<void> {
  await field(page, place).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** A choice in the list that is open below a field. */
export const optionOf = (page: Page, name: string) =>
  page.locator('.combobox-list').getByRole('option', { name }).first();

/** Chooses from a list, or by typing the name of the choice. */
export async function choose(page: Page, place: string, option: string): Promise<void> {
  const control = field(page, place);
  if (await control.evaluate((element) => element.tagName === 'SELECT')) {
    await control.selectOption({ label: option });
    return;
  }
  await control.click();
  await control.fill(option);
  await expect(optionOf(page, option)).toBeVisible(soon);
  await page.keyboard.press('Enter');
}

export const pressSave = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

/** Resolves once the form has nothing unsaved. */
export const saved = (page: Page) => expect(page.locator('.state')).toHaveText('Changes saved', soon);

/** Saves and waits until it is done. */
export async function save(page: Page): Promise<void> {
  await pressSave(page);
  await saved(page);
}

/** What the browser keeps of forms that aren't saved. */
export const backups = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('editor-unsaved/'))),
  );

/** Unfolds the fields of a subject that are rarely needed. */
export const unfold = (page: Page, subject: string) =>
  page.locator('summary').filter({ hasText: subject }).click();
