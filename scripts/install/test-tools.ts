/** Finds the programs that tests need, or installs their Debian packages. */
import { readCommandConfig } from '@/config/config';
import { canInstallPackages, findOnPath, installDebianPackage } from './debian-packages';

type Print = (line: string) => void;

/** Installs a command's package if it is missing. Returns true if it is there; else prints which tests are left out. */
function ensureCommand(command: string, debianPackage: string, neededFor: string, print: Print): boolean {
  if (findOnPath(command) !== undefined) return true;
  if (canInstallPackages()) installDebianPackage(debianPackage, print);
  if (findOnPath(command) !== undefined) return true;
  print(`Without ${command} (${debianPackage}) ${neededFor} are left out.`);
  return false;
}

/** Installs Poppler's tools, with which tests read PDFs. */
export const ensurePoppler = (print: Print) =>
  ensureCommand('pdfinfo', 'poppler-utils', 'the tests of PDFs', print);

export const ensureFirefox = (print: Print) =>
  ensureCommand('firefox-esr', 'firefox-esr', 'the tests in Firefox', print);

/** Installs WebKit with its driver, and a display for it. */
export const ensureWebKit = (print: Print) =>
  ensureCommand('WebKitWebDriver', 'webkit2gtk-driver', 'the tests in WebKit', print) &&
  ensureCommand('Xvfb', 'xvfb', 'the tests in WebKit', print);

/** The nginx of the tests, which isn't always on the PATH. */
export const findNginx = (): string | undefined =>
  [readCommandConfig('tests').tools.nginx ?? '', 'nginx', '/usr/sbin/nginx']
    .filter((command) => command !== '')
    .map(findOnPath)
    .find((found) => found !== undefined);

/** Installs what tests of builds and pages need. Returns the variables that say where it is. */
export async function installTools(print: Print): Promise<Record<string, string>> {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { ensureBrowser } = await import('./browser');
  const browser = ensureBrowser(print);
  print(`Browser: ${browser}`);
  ensurePoppler(print);
  if (findNginx() === undefined)
    ensureCommand('/usr/sbin/nginx', 'nginx', 'the tests of its configuration', print);
  return { CHROMIUM_PATH: browser };
}
