/** A whole Chromium with a profile of its own, for settings that a test's browser doesn't have. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findFullBrowser } from '../../scripts/install/browser';
import { siteUrl } from '../../scripts/test/ports';

/** A whole Chromium: its shell without windows doesn't know all preferences. */
export const wholeChromium = findFullBrowser();

/** Does something in a browser that may store nothing, as where a person blocks cookies. */
export async function withBlockedCookies(work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), 'profile-'));
  mkdirSync(path.join(profile, 'Default'));
  writeFileSync(
    path.join(profile, 'Default/Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: wholeChromium ?? '',
    baseURL: siteUrl,
    args: ['--no-sandbox', '--disable-gpu', '--headless=new'],
  });
  try {
    await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
