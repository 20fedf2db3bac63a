/** A page with the app in a form of Contentful, for tests: built as it is uploaded, with the real App SDK. */
import { test as base, type Page } from '@playwright/test';
import { appPackages, buildApp } from '../../scripts/cms/app/build-app';
import { tryInstallPackages } from '../../scripts/install/command-packages';
import { buildHostForm, type HostFormOptions } from './contentful-host/host-form';
import { startAppHost, type AppHost } from './contentful-host/host-server';
import { openTab } from './contentful-form';
import { runDir } from '../../scripts/test/run-folder';

const print = (line: string) => {
  console.log(line);
};

/** False only on a machine without a network, which tests all else. */
const isAppInstalled = tryInstallPackages(appPackages, 'the Contentful app isn’t tested', print);

/** Each worker builds the app for its tests, and shows them one form at a time. */
export const test = base.extend<{ app: undefined }, { host: AppHost }>({
  app: [
    async ({}, use, { skip }) => {
      skip(!isAppInstalled, 'The packages of the app are missing.');
      await use(undefined);
    },
    { auto: true },
  ],
  host: [
    async ({}, use, { workerIndex }) => {
      const folder = `${runDir}/contentful-app-${workerIndex}`;
      await buildApp(folder, print);
      const host = await startAppHost(folder);
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
});

/** Opens a form, and the tab with a field. */
export async function openForm(
  page: Page,
  host: AppHost,
  tab: string,
  options: Partial<HostFormOptions> = {},
): Promise<void> {
  await page.goto(host.show(buildHostForm({ type: 'opportunity', ...options })));
  await openTab(page, tab);
}

/** The values of fields that all languages share. */
export const shared = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { 'en-US': value }]));

/** A language of work as it is stored. */
export const french = { language: 'fr', level: 'good', need: 'required' };

export const sidebar = (page: Page) => page.frameLocator('iframe[title=Sidebar]');
