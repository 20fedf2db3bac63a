/** What a visit may load: bytes only, since times depend on the machine. */
import { rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { startCountingServer } from '@bench/pages/counting-server';
import { precompress } from '@bench/compress';
import { budgets } from '@bench/pages/budgets';
import { sumTrip, makeTrip } from '@bench/pages/make-trip';
import { pathOf } from '../../src/i18n/routes';
import { siteDir } from '../../scripts/test/ports';
import { runDir } from '../../scripts/test/run-folder';

test('from home to a sent application, all that is sent fits', async ({ browser }) => {
  // Cleared before a run, not after it: the server may still be opening a file that a gone browser asked for.
  const dir = `${runDir}/trip`;
  rmSync(dir, { recursive: true, force: true });
  await cp(siteDir, dir, { recursive: true });
  const stops = (['search', 'opportunities', 'thanks'] as const).map((section) =>
    pathOf('fr', { to: 'section', section }).slice(1),
  );
  const onTheWay = ['assets/', 'pagefind/', 'search/', 'words/', 'fr/index.html', ...stops];
  // Of all pages, which take long, those that the trip comes to: another would be sent as it is, and weigh the more. The
  // service worker keeps the page for no line in every language.
  await precompress(
    dir,
    (name) =>
      !name.includes('/') || name.includes('offline') || onTheWay.some((start) => name.startsWith(start)),
  );
  const server = await startCountingServer(dir);
  try {
    const trip = await makeTrip(browser, { ...server, dir }, 'fr');
    expect(trip.sent).toBeGreaterThan(0);
    expect(sumTrip(trip)).toBeLessThanOrEqual(budgets.trip);
  } finally {
    await server.close();
  }
});
