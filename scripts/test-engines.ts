/** `npm run test:full -- engines`: see `tests/engines/run.ts`. */
import { runCommand } from './command';
import { tryInstallPackages } from './install/command-packages';
import { ensureFirefox, ensureWebKit } from './install/test-tools';

const help = `npm run test:full -- engines

  Builds the sample, and has Firefox and WebKit visit it: find, read, search, save, write, send, and read offline. Exit
  code 1 where a page isn't as it should be, or has an error. On Debian it installs what it lacks.
`;

const drivers = { folder: 'tests/engines', name: 'Puppeteer and Selenium' };

await runCommand({ help }, async () => {
  const print = (line: string) => console.log(line);
  const hasFirefox = ensureFirefox(print);
  const hasWebKit = ensureWebKit(print);
  const hasEngine = hasFirefox || hasWebKit;
  if (!hasEngine || !tryInstallPackages(drivers, 'Firefox and WebKit are left out', print)) return 0;
  // Loaded only now, when the drivers are there.
  const { runVisits } = await import('../tests/engines/run');
  const { openFirefox } = await import('../tests/engines/firefox');
  const { openWebKit } = await import('../tests/engines/webkit');
  const visits = [
    ...(hasFirefox ? [{ openEngine: openFirefox, locale: 'fr' } as const] : []),
    ...(hasWebKit ? [{ openEngine: openWebKit, locale: 'es' } as const] : []),
  ];
  const failed = await runVisits(visits, print);
  return failed === 0 ? 0 : 1;
});
