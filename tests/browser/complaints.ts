/** What a browser complains of on a page, and what the page asks of other hosts. */
import type { Page } from '@playwright/test';
import { siteUrl } from '../../scripts/test/ports';

/** Notes from now on what a page complains of: warnings, errors, and addresses of other hosts that it asks for. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The tests' own: a service worker would answer in place of the site (tests/playwright.config.ts).
    if (message.text().startsWith('Service Worker registration blocked')) return;
    // Where a script reads a file only some seconds later, as on a busy machine.
    if (message.text().includes('was preloaded using link preload')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${siteUrl}/`) && !request.url().startsWith('data:'))
      complaints.push(request.url());
  });
  return complaints;
}
