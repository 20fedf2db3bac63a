/** What tests do in a form of Contentful with the app in it. */
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import type { Host } from './contentful-host/host.client';
import { axeSource, axeTags } from './axe';

declare global {
  interface Window {
    readonly host: Host;
    readonly axe: {
      run: (
        context: Document,
        options: object,
      ) => Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
    };
  }
}

/** The app's control of a field, in the tab that it is in. */
export const control = (page: Page, title: string): FrameLocator =>
  page.frameLocator(`iframe[title="${title}"]`);

export const openTab = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** The stored value of a field. */
export const stored = (page: Page, field: string, locale = 'en-US'): Promise<unknown> =>
  page.evaluate(([id, code]) => window.host.entry.get(id, code), [field, locale] as const);

/** Changes a value as another person in Contentful would. */
export const changeElsewhere = (page: Page, field: string, value: unknown): Promise<void> =>
  page.evaluate(([id, next]) => window.host.entry.set(id, 'en-US', next), [field, value] as const);

/** Resolves when the host page has made its form: it asks for the form after it has loaded. */
export const formShown = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => 'host' in window);
  await page.locator('iframe').first().waitFor({ state: 'attached' });
};

/** What the app has written so far, by field. */
export const written = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.host.entry.changes.map(([field]) => field));

/** The names of the chosen items, in their order. */
export const chosen = (frame: FrameLocator): Locator => frame.locator('.chosen li > span:first-child');

/** What axe finds in the app's frame of a field. */
export async function controlFaults(page: Page, title: string): Promise<string[]> {
  const frame = await (await page.locator(`iframe[title="${title}"]`).elementHandle())?.contentFrame();
  return frame ? frameFaults(frame) : [`There is no frame “${title}”.`];
}

/** What axe finds in a frame: every rule is on, and contrast is asked to reach 7:1. */
export async function frameFaults(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource);
  return frame.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      // A control is a part of a page, whose first heading is Contentful's.
      rules: {
        'color-contrast': { enabled: false },
        'color-contrast-enhanced': { enabled: true },
        'page-has-heading-one': { enabled: false },
      },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, axeTags);
}
