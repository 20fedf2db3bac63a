/** What was copied. Pages of the site may only write to the clipboard (Permissions-Policy), so another page reads it. */
import type { BrowserContext } from '@playwright/test';

/** Resolves to the text of the clipboard; the context needs the permission `clipboard-read`. */
export async function clipboardText(context: BrowserContext): Promise<string> {
  const reader = await context.newPage();
  await reader.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await reader.goto('/');
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await reader.close();
  return text;
}
